"""The frame of the year: cycles with the day their plans are due, and seats that begin or end on their way."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, false, or_, select, true

from app.accounts.models import Person
from app.calendar.entries import Entry, Kind, Scope
from app.calendar.models import Shows
from app.calendar.reading import is_within, rows
from app.champions.models import Cycle, Seat
from app.offices.models import Office
from app.plans.models import Plan


def cycles(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """First day, last day, and the day on which plans are due; everyone reads them."""
    asked = select(Cycle.id, Cycle.name, Cycle.starts_on, Cycle.ends_on, Cycle.plan_due_on, Cycle.lock).where(
        _of_scope(scope),
        or_(*(day.between(first, last) for day in (Cycle.starts_on, Cycle.ends_on, Cycle.plan_due_on))),
    )
    for row in rows(asked.order_by(Cycle.starts_on, Cycle.id), scope.most):
        days = {
            Kind.CYCLE_STARTS: row.starts_on, Kind.PLANS_DUE: row.plan_due_on, Kind.CYCLE_ENDS: row.ends_on,
        }  # fmt: skip
        for kind, day in days.items():
            if is_within(day, first, last):
                key = f"cycle-{row.id}-{kind.value.replace('_', '-')}"
                yield Entry(day, kind, row.name, f"/cycles/{row.id}", key, revision=row.lock)


def seats(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """Seats that begin after their cycle does, and seats that have ended; everyone reads them."""
    asked = (
        select(Seat.id, Seat.cycle_id, Seat.from_on, Seat.to_on, Seat.lock, Person.name, Office.name.label("office"))
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .join(Office, Office.id == Seat.office_id)
        .join(Person, Person.id == Seat.champion_id)
        .where(
            _seats_of(scope),
            or_(Seat.to_on.between(first, last), Seat.from_on.between(first, last) & (Seat.from_on > Cycle.starts_on)),
        )
        .order_by(Seat.from_on, Seat.id)
    )
    for row in rows(asked, scope.most):
        path = f"/cycles/{row.cycle_id}/seats/{row.id}"
        for kind, day in ((Kind.SEAT_BEGINS, row.from_on), (Kind.SEAT_ENDS, row.to_on)):
            if is_within(day, first, last):
                key = f"seat-{row.id}-{kind.value.partition('_')[2]}"
                yield Entry(day, kind, row.name, path, key, office=row.office, revision=row.lock)


def _of_scope(scope: Scope) -> ColumnElement[bool]:
    """A plan's own cycle; those of the person's seats, where there are any; else all."""
    if scope.plan is not None:
        return Cycle.id.in_(select(Plan.cycle_id).where(Plan.number == scope.plan))
    own = {right.cycle_id for right in scope.viewer.rights.held if right.cycle_id is not None}
    return Cycle.id.in_(sorted(own)) if scope.shows is Shows.MINE and own else true()


def _seats_of(scope: Scope) -> ColumnElement[bool]:
    if scope.plan is not None:
        return Seat.id.in_(
            select(Seat.id).join(Plan, (Plan.office_id == Seat.office_id) & (Plan.cycle_id == Seat.cycle_id))
            .where(Plan.number == scope.plan)
        )  # fmt: skip
    if scope.shows is Shows.MINE:
        return or_(false(), Seat.champion_id == scope.viewer.id, Seat.deputy_id == scope.viewer.id)
    return scope.of_offices
