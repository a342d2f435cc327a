"""A month as weeks of days, in the order in which the reader's country counts them. Asks nothing."""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from babel import Locale
from babel.core import get_global

from app.calendar.entries import Entry
from app.core.charts.scale import add_months

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 1)
SHOWN = 4
"""Entries of a day in the month; the rest is counted, and stands in the list."""


@dataclass(frozen=True)
class Day:
    """A day of the grid; those of the months around are empty."""

    on: date
    is_inside: bool
    is_today: bool
    entries: Sequence[Entry]

    @property
    def shown(self) -> Sequence[Entry]:
        return self.entries[:SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.entries) - SHOWN)


def month_of(text: str, today: date) -> date:
    """The first day of the month that an address names ("2026-11"); this month for anything else."""
    try:
        found = date.fromisoformat(f"{text[:7]}-01") if len(text) == 7 and text.isascii() else today.replace(day=1)
    except ValueError:
        return today.replace(day=1)
    return min(max(found, EARLIEST), LATEST)


def last_of(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def beside(month: date) -> tuple[date | None, date | None]:
    """The month before and the one after, where there is one."""
    return (
        add_months(month, -1) if month > EARLIEST else None,
        add_months(month, 1) if month < LATEST else None,
    )


def weeks(month: date, entries: Iterable[Entry], today: date, locale: str) -> list[list[Day]]:
    """The rows of the month's table."""
    by_day = on_days(entries)
    grid = calendar.Calendar(first_weekday(locale)).monthdatescalendar(month.year, month.month)
    return [
        [Day(day, day.month == month.month, day == today, by_day.get(day, ()) if day.month == month.month else ())
         for day in week]
        for week in grid
    ]  # fmt: skip


def on_days(entries: Iterable[Entry]) -> Mapping[date, Sequence[Entry]]:
    """Entries by their day, which they come in the order of."""
    return {day: list(found) for day, found in groupby(entries, key=lambda entry: entry.day)}


@lru_cache(maxsize=32)
def first_weekday(locale: str) -> int:
    """0 is Monday. A language without a country counts as where most people speak it."""
    likely = get_global("likely_subtags").get(locale, locale)
    return int(Locale.parse(likely).first_week_day)
