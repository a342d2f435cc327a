"""Working days: Monday to Friday less an office's holidays. Clocks for answers run in them."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

ONE_DAY = timedelta(days=1)


def is_workday(day: date, holidays: Collection[date] = ()) -> bool:
    return day.weekday() < 5 and day not in holidays


def add(start: date, days: int, holidays: Collection[date] = ()) -> date:
    """The date `days` working days after `start`. Zero gives `start`, or the next working day where it is none."""
    day = start
    left = days
    while left > 0 or not is_workday(day, holidays):
        day += ONE_DAY
        left -= is_workday(day, holidays)
    return day


@lru_cache(maxsize=4096)
def between(start: date, end: date, holidays: frozenset[date] = frozenset()) -> int:
    """Working days after `start` up to and including `end`; negative where `end` is earlier."""
    if end < start:
        return -between(end, start, holidays)
    whole_weeks, rest = divmod((end - start).days, 7)
    tail = sum((start + timedelta(days=7 * whole_weeks + n)).weekday() < 5 for n in range(1, rest + 1))
    return whole_weeks * 5 + tail - sum(1 for day in holidays if start < day <= end and day.weekday() < 5)
