"""Periods to choose from, and which periods a report can have. Pure dates; both days of a period belong to it."""

from datetime import date, timedelta
from enum import StrEnum

from app.reports.errors import NoDates, NotOver, TooLong, WrongOrder

ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=2 * 366)


class Preset(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    CYCLE = "cycle"
    OWN = "own"


def choose(
    preset: Preset, today: date, cycle_start: date | None, own: tuple[date | None, date | None]
) -> tuple[date, date]:
    """First and last day of a preset, or the own dates. Raises what `check` raises, and NoDates."""
    start, end = _span(preset, today, cycle_start) if preset is not Preset.OWN else own
    if start is None or end is None:
        raise NoDates
    check(start, end, today)
    return start, end


def check(start: date, end: date, today: date) -> None:
    """Raises WrongOrder, NotOver or TooLong."""
    if end < start:
        raise WrongOrder
    if end > today:
        raise NotOver
    if end - start > LONGEST:
        raise TooLong


def _span(preset: Preset, today: date, cycle_start: date | None) -> tuple[date | None, date | None]:
    if preset is Preset.MONTH:
        end = today.replace(day=1) - ONE_DAY
        return end.replace(day=1), end
    if preset is Preset.QUARTER:
        end = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - ONE_DAY
        return end.replace(month=end.month - 2, day=1), end
    if preset is Preset.YEAR:
        return today.replace(month=1, day=1), today
    return cycle_start, today
