"""When a team is asked how it goes: every two weeks from the day its plan came into force. Dates only, no rows."""

from collections.abc import Collection
from datetime import date, timedelta

from app.core import workdays

EVERY = timedelta(days=14)
REST = timedelta(days=7)
"""Whoever has just been asked, has just told or has just begun is left in peace for so long."""
ENOUGH = 2
"""After so many silences in a row the deputy is asked too."""
ANSWER_DAYS = 3
"""Working days to answer."""


def next_on(begun: date, last: date, holidays: Collection[date] = ()) -> date:
    """The working day on which to ask next: the first of the rhythm that lies a rest or more after `last`."""
    rounds = max(1, -(-(last + REST - begun) // EVERY))
    return workdays.add(begun + rounds * EVERY, 0, holidays)


def is_due(begun: date, last: date, today: date, holidays: Collection[date] = ()) -> bool:
    """True on the day, and on the next working day where nobody asked then."""
    return workdays.is_workday(today, holidays) and next_on(begun, last, holidays) <= today


def due_on(asked: date, holidays: Collection[date] = ()) -> date:
    """The day by whose end the answer is due."""
    return workdays.add(asked, ANSWER_DAYS, holidays)


def open_until(asked: date) -> date:
    """The last day on which it can still be answered: then the next one comes."""
    return asked + EVERY - timedelta(days=1)
