"""The clocks of a report: due dates in the office's working days, and what a pause does to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import bindparam, select

from app.core import clock, reading, workdays
from app.offices.models import Office, OfficeRules
from app.offices.queries import Rules, rules_for
from app.pain_points.models import PainPoint

ZONE = (
    select(OfficeRules.time_zone)
    .join(Office, Office.id == OfficeRules.office_id)
    .where(Office.parent_id.is_(None), OfficeRules.from_on <= bindparam("on"), OfficeRules.time_zone.is_not(None))
    .order_by(OfficeRules.from_on.desc())
    .limit(1)
)
HOLIDAYS = (
    select(OfficeRules.office_id, OfficeRules.holidays)
    .where(OfficeRules.office_id.in_(bindparam("offices", expanding=True)), OfficeRules.from_on <= bindparam("on"))
    .order_by(OfficeRules.from_on)
)


@dataclass(frozen=True)
class Calendar:
    """An office's rules now, and the date it is there."""

    rules: Rules
    today: date

    def after(self, start: date, days: int) -> date:
        return workdays.add(start, days, self.rules.holidays)

    def between(self, start: date, end: date) -> int:
        return workdays.between(start, end, self.rules.holidays)


def calendar_of(office: Office, at: datetime) -> Calendar:
    """Two queries at most: rules down the tree. Due dates start at the office's own midnight."""
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


def agency_today(at: datetime) -> date:
    """The date it is where the agency sits, for lists over many offices. One query."""
    return clock.today(reading.value(ZONE, {"on": at.date()}) or "UTC", at)


def holidays_of(paths: Iterable[str], on: date) -> dict[str, frozenset[date]]:
    """Each office's holidays by its path, inherited down the tree. One query for a whole page."""
    lines = {path: [int(part) for part in path.strip("/").split("/")] for path in set(paths)}
    wanted = list({office_id for line in lines.values() for office_id in line})
    rows = reading.rows(HOLIDAYS, {"offices": wanted, "on": on})
    stated = {row.office_id: row.holidays for row in rows if row.holidays is not None}
    return {path: _nearest_days(line, stated) for path, line in lines.items()}


def _nearest_days(line: list[int], stated: dict[int, list[str]]) -> frozenset[date]:
    days = next((stated[office_id] for office_id in reversed(line) if office_id in stated), [])
    return _dates(tuple(days))


@lru_cache(maxsize=256)
def _dates(days: tuple[str, ...]) -> frozenset[date]:
    """The same object for the same days, so that what is worked out from it can be kept."""
    return frozenset(date.fromisoformat(day) for day in days)
