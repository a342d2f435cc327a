"""What plans promised for a day: due, done, moved to another."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select

from app.calendar.entries import Entry, Kind, Scope
from app.calendar.reading import rows
from app.milestones.models import Milestone, State
from app.milestones.policy import GOING_ON
from app.milestones.queries import OPEN, PROMISED
from app.offices.models import Office
from app.plans.models import Plan, PlanVersion, VersionMilestone
from app.plans.queries.readable import has_drafts_for

IS_PROMISED = exists().where(
    VersionMilestone.milestone_id == Milestone.id,
    PlanVersion.id == VersionMilestone.version_id,
    PlanVersion.state.in_(PROMISED),
)
COLUMNS = (
    Milestone.id, Milestone.name, Milestone.state, Milestone.due_on, Milestone.first_due_on, Milestone.done_on,
    Milestone.lock, Plan.number, Office.name.label("office"), Office.path,
)  # fmt: skip


def milestones(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """Open ones on the day promised now, done ones on the day they were done, and the first day of those that moved."""
    asked = (
        select(*COLUMNS)
        .join(Plan, Plan.id == Milestone.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(scope.of_plans, or_(has_drafts_for(scope.viewer), IS_PROMISED), _touches(first, last))
        .order_by(Milestone.due_on, Milestone.id)
    )
    for row in rows(asked, scope.most):
        yield from (entry for entry in _of(row, scope) if first <= entry.day <= last)


def _touches(first: date, last: date) -> ColumnElement[bool]:
    is_open = and_(Milestone.state.in_(OPEN), Plan.state.in_(GOING_ON))
    has_moved = and_(Milestone.first_due_on != Milestone.due_on, Milestone.first_due_on.between(first, last))
    return or_(
        and_(is_open, or_(Milestone.due_on.between(first, last), has_moved)),
        and_(Milestone.state == State.DONE, Milestone.done_on.between(first, last)),
    )


def _of(row: Row[*tuple[Any, ...]], scope: Scope) -> Iterator[Entry]:
    shared = {
        "name": row.name, "path": f"/plans/P-{row.number}/milestones/{row.id}", "office": row.office,
        "ref": f"P-{row.number}", "revision": row.lock,
    }  # fmt: skip
    key = f"milestone-{row.id}"
    if row.state is State.DONE:
        yield Entry(day=row.done_on, kind=Kind.MILESTONE_DONE, key=key, **shared)
        return
    is_late = row.due_on < scope.today(row.path)
    yield Entry(day=row.due_on, kind=Kind.MILESTONE_LATE if is_late else Kind.MILESTONE_DUE, key=key, **shared)
    if row.first_due_on != row.due_on:
        kind = Kind.MILESTONE_MOVED
        yield Entry(day=row.first_due_on, kind=kind, key=f"{key}-first", day_now=row.due_on, **shared)
