"""When the champions of a cycle meet."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, or_, select, true

from app.accounts.models import Person
from app.calendar.entries import Entry, Kind, Scope
from app.calendar.models import Shows
from app.calendar.reading import rows
from app.champions.models import Cycle
from app.huddles.models import Huddle
from app.huddles.policy import HELPERS, OF_CYCLE
from app.plans.models import Plan


def huddles(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """Those of cycles whose huddles the viewer reads."""
    asked = (
        select(Huddle.id, Huddle.number, Huddle.meets_on, Huddle.lock, Cycle.name)
        .join(Cycle, Cycle.id == Huddle.cycle_id)
        .where(_of_scope(scope), _may_read(scope.viewer), Huddle.meets_on.between(first, last))
        .order_by(Huddle.meets_on, Huddle.id)
    )
    for row in rows(asked, scope.most):
        key = f"huddle-{row.id}"
        yield Entry(row.meets_on, Kind.HUDDLE, row.name, f"/huddles/H-{row.number}", key, revision=row.lock)


def _of_scope(scope: Scope) -> ColumnElement[bool]:
    """Mine: those of the cycles in which the person has a part, and those that they host; else all."""
    if scope.plan is not None:
        return Huddle.cycle_id.in_(select(Plan.cycle_id).where(Plan.number == scope.plan))
    if scope.shows is Shows.MINE:
        return or_(Huddle.cycle_id.in_(_cycles_of(scope.viewer)), Huddle.host_id == scope.viewer.id)
    return true()


def _may_read(person: Person) -> ColumnElement[bool]:
    """As huddles.policy.can_read."""
    return true() if person.has_any_role(*HELPERS) else Huddle.cycle_id.in_(_cycles_of(person))


def _cycles_of(person: Person) -> list[int]:
    return sorted({held.cycle_id for held in person.rights.held if held.role in OF_CYCLE and held.cycle_id})
