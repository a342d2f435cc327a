"""How people speak of a length of time: in the unit that fits it, whole from 10 on. Pure."""

from collections.abc import Callable
from enum import StrEnum


class Unit(StrEnum):
    MINUTES = "min"
    HOURS = "h"
    DAYS = "d"


MINUTES = {Unit.MINUTES: 1, Unit.HOURS: 60, Unit.DAYS: 24 * 60}
"""How many of them a unit has. A day is one of the calendar: customers wait through nights and weekends, too."""


def unit_of(minutes: float) -> Unit:
    """The unit in which people speak of so long a time: the largest that it fills."""
    return next((unit for unit in reversed(Unit) if minutes >= MINUTES[unit]), Unit.MINUTES)


def rounded(value: float) -> float:
    """The number to show, in any unit: whole from 10 on, else with one decimal."""
    return round(value) if value >= 10 else round(value, 1)


def in_words(value: float, unit: Unit, *, number: Callable[[float], str], ngettext: Callable[..., str]) -> str:
    """72 days, 6 hours, 40 minutes. `number` writes the rounded number; `ngettext` is of the language it is said in."""
    shown = rounded(value)
    said, count = number(shown), 1 if shown == 1 else max(2, round(shown))
    if unit is Unit.DAYS:
        return ngettext("%(days)s day", "%(days)s days", count, days=said)
    if unit is Unit.HOURS:
        return ngettext("%(hours)s hour", "%(hours)s hours", count, hours=said)
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", count, minutes=said)
