"""A row of a first page: one thing to do. What becomes a row, and when, is said where rows are made."""

from dataclasses import dataclass, replace
from datetime import date

from app.web import clocks
from app.web.clocks import Clock


@dataclass(frozen=True)
class Row:
    """One thing to do: clock | verb and thing, why in one line | one button. Without a clock `when` says how long it
    waits."""

    due_on: date
    clock: Clock | None
    verb: str
    title: str
    title_href: str
    why: str
    action_label: str
    action_href: str
    urgent: bool = False
    action_post: str | None = None
    when: str = ""


def clock(today: date, start: date, due_on: date, holidays: frozenset[date] = frozenset()) -> Clock:
    """The margin is narrow: how much is left, without the date."""
    return replace(clocks.due(today, start, due_on, holidays), due=None)
