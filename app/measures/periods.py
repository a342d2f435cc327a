"""The calendar of a measure: its periods, which one comes next, and until when the newest number is fresh.

Pure arithmetic on dates; both days of a period belong to it. Weeks begin on Monday.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from app.measures.models import Cadence

ONE_DAY = timedelta(days=1)
MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.YEAR: 12}
GRACE = {Cadence.WEEK: 3, Cadence.MONTH: 15, Cadence.QUARTER: 45, Cadence.YEAR: 182}
"""Days after the end of a period in which its number may still come: half a cadence."""
MOST_MISSING = 24


class Period(NamedTuple):
    """From a day to a day, both included."""

    start: date
    end: date

    def overlaps(self, other: "Period") -> bool:
        return self.start <= other.end and other.start <= self.end


def containing(day: date, cadence: Cadence) -> Period:
    """The period of the calendar in which a day lies."""
    if cadence is Cadence.WEEK:
        start = day - timedelta(days=day.weekday())
        return Period(start, start + timedelta(days=6))
    length = MONTHS[cadence]
    first = (day.month - 1) // length * length + 1
    last = first + length - 1
    return Period(date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1]))


def following(end: date, cadence: Cadence) -> Period:
    """The first whole period after a day; after an odd one (a count of some weeks) the next that does not overlap."""
    found = containing(end + ONE_DAY, cadence)
    return found if found.start > end else containing(found.end + ONE_DAY, cadence)


def fresh_until(latest_end: date | None, begun_on: date, cadence: Cadence) -> date:
    """The last day on which a measure is fresh: the end of the next expected period plus half a cadence.

    Without any number, the first expected period is the one in which the measure was begun.
    """
    expected = following(latest_end, cadence) if latest_end else containing(begun_on, cadence)
    return expected.end + timedelta(days=GRACE[cadence])


def missing(latest_end: date | None, begun_on: date, cadence: Cadence, today: date) -> list[Period]:
    """Periods that are over and have no number yet, oldest first, at most 24."""
    found: list[Period] = []
    period = following(latest_end, cadence) if latest_end else containing(begun_on, cadence)
    while period.end < today and len(found) < MOST_MISSING:
        found.append(period)
        period = following(period.end, cadence)
    return found


def recent(cadence: Cadence, today: date, count: int) -> list[Period]:
    """The newest periods that are over, newest first."""
    period = containing(today, cadence)
    found: list[Period] = []
    while len(found) < count:
        period = containing(period.start - ONE_DAY, cadence)
        found.append(period)
    return found
