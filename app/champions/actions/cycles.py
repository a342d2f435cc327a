"""Cycles: twelve months, their rules, and when they open and close."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app.accounts.actions import grants
from app.accounts.models import Person, Role
from app.champions import policy, queries
from app.champions.actions import seats
from app.champions.errors import CycleClosed, CycleNameTaken, EndsTooEarly, FewerSeatsThanGiven, PlansDueTooLate
from app.champions.models import Cycle, CycleState, Paper
from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim, hold
from app.extensions import db


@dataclass(frozen=True)
class CycleRules:
    """What a form says of a cycle. `page_limit` is in pages, `seat_limit` in seats."""

    name: str
    starts_on: date
    ends_on: date
    plan_due_on: date
    page_limit: int
    paper: Paper
    seat_limit: int
    nominate_until: date | None = None


def add(rules: CycleRules, *, by: Person, at: datetime) -> Cycle:
    """A planned cycle. Raises CycleNameTaken, EndsTooEarly, PlansDueTooLate."""
    _require(by)
    _check(rules)
    cycle = Cycle(**asdict(rules))
    db.session.add(cycle)
    _record("cycle.added", cycle, by, at)
    return cycle


def update(cycle: Cycle, seen_lock: int, rules: CycleRules, *, by: Person, at: datetime) -> None:
    """Plans keep the pages they were submitted with. Raises LostUpdate, CycleClosed, and what `add` raises."""
    _require(by)
    claim(cycle, seen_lock)
    if cycle.state is CycleState.CLOSED:
        raise CycleClosed
    _check(rules, cycle)
    wanted = asdict(rules)
    changed = [name for name, value in wanted.items() if getattr(cycle, name) != value]
    for name in changed:
        setattr(cycle, name, wanted[name])
    if changed:
        _record("cycle.updated", cycle, by, at, fields=changed)


def open_up(cycle: Cycle, *, by: Person, at: datetime) -> None:
    """From now on the seats of the cycle answer reports. Harmless to repeat. Raises CycleClosed."""
    _require(by)
    hold(cycle)
    if cycle.state is CycleState.CLOSED:
        raise CycleClosed
    if cycle.state is CycleState.PLANNED:
        cycle.state = CycleState.OPEN
        _record("cycle.opened", cycle, by, at)


def close(cycle: Cycle, *, by: Person, at: datetime) -> None:
    """All its seats end, with the rights that came with them, and the coaches of its plans. Harmless to repeat."""
    _require(by)
    hold(cycle)
    if cycle.state is not CycleState.CLOSED:
        seats.end_all_in(cycle, by=by, at=at)
        grants.close_of_cycle(cycle.id, Role.COACH, by=by, at=at)
        cycle.state = CycleState.CLOSED
        _record("cycle.closed", cycle, by, at)


def _require(by: Person) -> None:
    if not policy.can_run_cycles(by):
        raise NotAllowed


def _check(rules: CycleRules, cycle: Cycle | None = None) -> None:
    if rules.ends_on <= rules.starts_on:
        raise EndsTooEarly
    if rules.plan_due_on > rules.ends_on:
        raise PlansDueTooLate
    same = db.session.scalar(select(Cycle.id).where(Cycle.name == rules.name))
    if same is not None and (cycle is None or same != cycle.id):
        raise CycleNameTaken
    given = queries.seats_given(cycle) if cycle else 0
    if rules.seat_limit < given:
        raise FewerSeatsThanGiven(count=given)


def _record(verb: str, cycle: Cycle, by: Person, at: datetime, **codes: Any) -> None:
    db.session.flush()
    events.record(verb, cycle, by=by, at=at, **codes)
