"""The clocks of a report: due dates in the office's working days, and what a pause does to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.core import clock, workdays
from app.offices.places import OnTree
from app.offices.queries import Rules, rules_at, rules_for
from app.pain_points.models import PainPoint


@dataclass(frozen=True)
class Calendar:
    """An office's rules now, and the date it is there."""

    rules: Rules
    today: date

    def after(self, start: date, days: int) -> date:
        return workdays.add(start, days, self.rules.holidays)

    def between(self, start: date, end: date) -> int:
        return workdays.between(start, end, self.rules.holidays)


def calendar_of(office: OnTree, at: datetime) -> Calendar:
    """Due dates start at the office's own midnight."""
    rules = rules_for(office, at.date())
    return Calendar(rules, clock.today(rules.time_zone, at))


def set_dates(point: PainPoint, calendar: Calendar) -> None:
    """Copy onto a new report the rules in force: later changes of the rules do not move its dates."""
    rules = calendar.rules
    point.received_on = calendar.today
    point.ack_due_on = calendar.after(calendar.today, rules.ack_days)
    point.answer_due_on = calendar.after(calendar.today, rules.answer_days)
    point.smallest_group = rules.smallest_group


def pause(point: PainPoint, calendar: Calendar) -> None:
    """Stop the answer clock while facts are awaited from the reporter."""
    point.paused_on = calendar.today


def resume(point: PainPoint, calendar: Calendar) -> None:
    """Let the clock run on: the due date moves by the working days that it stood still. Harmless when it runs."""
    if point.paused_on is None:
        return
    stood = max(0, calendar.between(point.paused_on, calendar.today))
    point.answer_due_on = calendar.after(point.answer_due_on, stood)
    point.paused_on = None


def holidays_of(paths: Iterable[str], on: date) -> dict[str, frozenset[date]]:
    """Each office's holidays by its path, inherited down the tree."""
    return {path: rules_at(path, on).holidays for path in set(paths)}
