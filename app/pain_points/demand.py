"""How many customers a month and how much of their time: from all who said so, with the range they allow.

Stored with the report in the transaction that changes it; `flask rebuild` computes it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.pain_points.models import Customers, Frequency, PainPoint

TIMES_A_YEAR = {Frequency.DAILY: 252, Frequency.WEEKLY: 52, Frequency.MONTHLY: 12, Frequency.ONCE: 1}
# fewest, middle, most customers each time; "more" is open above, so its middle is held low
RANGES = {
    Customers.FEW: (1, 3, 5),
    Customers.SOME: (6, 13, 20),
    Customers.MANY: (21, 60, 100),
    Customers.MORE: (101, 150, 300),
}


@dataclass(frozen=True)
class Demand:
    """Customers a month (estimate, lowest, highest) and their minutes a month; no minutes known: 0."""

    people: int
    people_low: int
    people_high: int
    minutes: int

    @property
    def minutes_each(self) -> int:
        return round(self.minutes / self.people) if self.people else 0


@dataclass(frozen=True)
class Part:
    """What so many reports and the sightings of them add to the sums."""

    reports: int
    sightings: int
    demand: Demand


def count(point: Any, sightings: Sequence[Any], merged: Sequence[Any] = ()) -> Demand:
    """Add up the report, what was merged into it, and the sightings of all: objects, or rows with the same columns.

    The minutes that some gave stand for all, weighted by their customers.
    """
    everyone = [point, *sightings, *merged]
    low, people, high = (sum(column) for column in zip(*(_a_month(seen) for seen in everyone), strict=True))
    timed = [(_a_month(seen)[1], seen.minutes_lost) for seen in everyone if seen.minutes_lost is not None]
    weight = sum(customers for customers, _ in timed)
    each = sum(customers * minutes for customers, minutes in timed) / weight if weight else 0
    return Demand(round(people), round(low), round(high), round(people * each))


def split(
    point: Any, sightings: Sequence[Any], merged: Sequence[Any], there: Sequence[Any]
) -> tuple[Part, Part] | None:
    """The report's own part, and that of what was merged into it with the sightings there; None without any."""
    if not merged:
        return None
    own, other = count(point, sightings), count(merged[0], there, merged[1:])
    return Part(1, len(sightings), own), Part(len(merged), len(there), other)


def store(point: PainPoint, sightings: Sequence[Any], merged: Sequence[Any] = ()) -> None:
    """Put the sums on the report; `sightings` are its own and, one of each colleague, those of what was merged."""
    found = count(point, sightings, merged)
    point.people_per_month, point.minutes_per_month = found.people, found.minutes
    point.sighting_count = len(sightings)


def _a_month(seen: Any) -> tuple[float, float, float]:
    times = TIMES_A_YEAR[seen.frequency] / 12
    low, middle, high = RANGES[seen.customers]
    return times * low, times * middle, times * high
