"""What a run chart is told: points over time, what they are compared with, and how its words are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from app.core.charts.model import Line, Mark, Sign
from app.core.charts.palette import BETTER, COMMON, QUIET, WORSE
from app.core.charts.scale import Linear
from app.core.charts.variation import Variation

Signal = Literal["", "better", "worse"]


class Formats(Protocol):
    """How a language writes figures; `app.core.formats.Formats` is one."""

    def number(self, value: float, unit: str = "") -> str: ...
    def day_month(self, value: date) -> str: ...
    def month(self, value: date) -> str: ...
    def month_year(self, value: date) -> str: ...
    def listed(self, parts: Iterable[str]) -> str: ...


@dataclass(frozen=True, slots=True)
class Point:
    """One observation, at the last day of its period."""

    day: date
    value: float
    signal: Signal = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was done on a day, so that the reader can see what came after it."""

    day: date
    name: str


def point_sign(point: Point, x: float, y: float, size: float = 2.2) -> Sign:
    """Grey dot, blue square, orange triangle."""
    if point.signal == "better":
        return Sign("square", x, y, BETTER, size * 1.25)
    if point.signal == "worse":
        return Sign("triangle", x, y, WORSE, size * 1.25)
    return Sign("dot", x, y, COMMON, size)


def variation_marks(variation: Variation, upright: Linear, until: float, start: float = 0.0) -> list[Mark]:
    """The mean as a solid line from `start` to `until`, the limits dashed; both calm, since ordinary is not news."""

    def level(value: float, colour: str, width: float, dash: tuple[float, ...] = ()) -> Mark:
        return Line(((start, upright(value)), (until, upright(value))), colour, width, dash)

    limits = [limit for limit in (variation.lower, variation.upper) if limit is not None]
    return [level(variation.mean, QUIET, 1.0), *(level(limit, COMMON, 0.75, (3, 2)) for limit in limits)]
