"""A clock as people see it: how much time is used, how many working days are left, or how late it is.

It counts working days and says so, because dates stand beside it; also over a weekend, where no whole one passes.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core import workdays
from app.web import spoken
from app.web.figures import short_day


@dataclass(frozen=True)
class Clock:
    """`kind` is running, today, late, paused or done; `used` runs from 0 to 1; `due` is the date in words."""

    kind: str
    label: str
    used: float = 0.0
    due: str | None = None


def due(today: date, start: date, due_on: date, holidays: frozenset[date] = frozenset()) -> Clock:
    """A clock that runs from `start` to the end of `due_on`, in working days."""
    return _due(spoken.now().tag, today, start, due_on, holidays)


@lru_cache(maxsize=4096)
def _due(_language: str, today: date, start: date, due_on: date, holidays: frozenset[date]) -> Clock:
    """Kept with its words, which depend on the language: a list shows the same few clocks to everybody."""
    working_days = abs(workdays.between(today, due_on, holidays))
    if today > due_on:
        return Clock("late", _late(working_days), 1.0, short_day(due_on))
    if today == due_on:
        return Clock("today", _("today"), 1.0, short_day(due_on))
    whole = max(1, workdays.between(start, due_on, holidays))
    used = min(1.0, max(0.0, 1 - working_days / whole))
    return Clock("running", _left(working_days), used, short_day(due_on))


def paused(label: str) -> Clock:
    return Clock("paused", label)


def done(start: date, end: date, holidays: frozenset[date] = frozenset()) -> Clock:
    """Answered on the same day, or in so many working days."""
    return _done(spoken.now().tag, start, end, holidays)


@lru_cache(maxsize=4096)
def _done(_language: str, start: date, end: date, holidays: frozenset[date]) -> Clock:
    if end <= start:
        return Clock("done", _("answered the same day"), 1.0)
    return Clock("done", _answered(workdays.between(start, end, holidays)), 1.0)


def _left(working_days: int) -> str:
    if not working_days:
        return _("less than a working day left")
    return ngettext("%(num)s working day left", "%(num)s working days left", working_days)


def _late(working_days: int) -> str:
    if not working_days:
        return _("less than a working day late")
    return ngettext("%(num)s working day late", "%(num)s working days late", working_days)


def _answered(working_days: int) -> str:
    if not working_days:
        return _("answered in less than a working day")
    return ngettext("answered in %(num)s working day", "answered in %(num)s working days", working_days)
