"""Ordinary variation of a series: the mean and the limits of an XmR chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

FEWEST = 6
"""Points below which no limits are drawn; they would say more than is known."""
TO_LIMITS = 2.66
"""From the mean moving range to three standard deviations (Wheeler)."""


@dataclass(frozen=True, slots=True)
class Variation:
    """The mean of a series, and between which values it moves by itself; no limits when points are too
    few.
    """

    mean: float
    lower: float | None = None
    upper: float | None = None

    @property
    def shown(self) -> float:
        """The mean as every page and paper writes it."""
        return written(self.mean)


def written(level: float) -> float:
    """A mean or a limit in as many digits as are read: one decimal below 100."""
    return round(level, 1 if abs(level) < 100 else 0)


def ordinary(values: Sequence[float], *, floor: float | None = 0.0) -> Variation | None:
    """The variation of the values in order; a lower limit under `floor` is not drawn. None without values."""
    if not values:
        return None
    mean = fmean(values)
    if len(values) < FEWEST:
        return Variation(mean)
    reach = TO_LIMITS * fmean(abs(b - a) for a, b in pairwise(values))
    lower = mean - reach
    return Variation(mean, None if floor is not None and lower < floor else lower, mean + reach)
