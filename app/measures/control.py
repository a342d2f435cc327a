"""XmR control charts: limits of ordinary variation, and the three rules for what is not chance.

Rules and constants as in the NHS "Making Data Count" package, whose published answers the tests hold. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

TO_LIMITS = 2.66
"""From the mean moving range to three standard deviations."""
SCREEN = 3.267
"""Moving ranges above so many times their mean are left out once, before the limits are computed."""
RUN = 7


@dataclass(frozen=True)
class Limits:
    """Where a process runs by itself."""

    mean: float
    lower: float
    upper: float


def limits_of(values: Sequence[float]) -> Limits | None:
    """Mean and limits of a series in its order; None for fewer than two values."""
    if len(values) < 2:
        return None
    mean = fmean(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    most = SCREEN * fmean(ranges)
    reach = TO_LIMITS * fmean([width for width in ranges if width <= most])
    return Limits(mean, mean - reach, mean + reach)


def signals(values: Sequence[float], limits: Limits) -> list[int]:
    """For each value 1 (high) or -1 (low) where it is not chance, else 0: outside a limit, then shift, then trend."""
    outside = [(value > limits.upper) - (value < limits.lower) for value in values]
    shifted = shifts([(value > limits.mean) - (value < limits.mean) for value in values])
    return [a or b or c for a, b, c in zip(outside, shifted, trends(values), strict=True)]


def shifts(sides: Sequence[int]) -> list[int]:
    """Sides of the mean (1, 0, -1) to flags: at and after the seventh value in a row on one side."""
    return [side if run >= RUN else 0 for side, run in zip(sides, _runs(sides), strict=True)]


def trends(values: Sequence[float]) -> list[int]:
    """1 or -1 at and after the seventh of values that strictly rise or fall."""
    ways = [(after > before) - (after < before) for before, after in pairwise(values)]
    flags = [way if run >= RUN - 1 else 0 for way, run in zip(ways, _runs(ways), strict=True)]
    return [0, *flags][: len(values)]


def _runs(signs: Sequence[int]) -> list[int]:
    """How many of the same sign stand in a row up to each place; a zero breaks the row."""
    lengths: list[int] = []
    for place, sign in enumerate(signs):
        goes_on = place and sign == signs[place - 1]
        lengths.append(0 if sign == 0 else lengths[-1] + 1 if goes_on else 1)
    return lengths
