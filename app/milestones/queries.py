"""Reading milestones: of a plan, due across plans, and how many are late. Writes nothing.

Late: open, and promised for a day before today at the plan's office.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.core import keyset
from app.core.keyset import Order, Slice
from app.core.row_numbers import row_number
from app.core.together import Part
from app.extensions import db
from app.milestones.models import Milestone, State
from app.offices.days import earliest_and_latest, todays
from app.offices.places import Place
from app.offices.queries import subtree_ids
from app.plans import policy as plans
from app.plans.models import Plan, PlanState, PlanVersion, VersionMilestone, VersionState

OPEN = (State.PLANNED, State.STARTED)
PROMISED = (VersionState.SUBMITTED, VersionState.ACCEPTED)
RUNNING = (PlanState.ACTIVE, PlanState.PAUSED)
Cursor = tuple[date, int]


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; without a state the open ones, "late" those overdue."""

    office: Place | None = None
    cycle_id: int | None = None
    state: str = ""
    mine: Person | None = None


def get(plan: Plan, milestone_id: int) -> Milestone | None:
    """A milestone of this plan, with the plan as it is loaded and the days that moved."""
    asked = select(Milestone).where(Milestone.id == milestone_id, Milestone.plan_id == plan.id)
    loaded = asked.options(joinedload(Milestone.plan), joinedload(Milestone.replannings))
    return db.session.scalars(loaded).unique().one_or_none()


def for_plan(plan_id: int) -> Sequence[Milestone]:
    """All of a plan, by date."""
    return db.session.scalars(
        select(Milestone).where(Milestone.plan_id == plan_id).order_by(Milestone.due_on, Milestone.id)
    ).all()


def promised_ids(plan_id: int) -> set[int]:
    """Those that a submitted or accepted version of the plan holds."""
    return PROMISED_IDS.alone({"plan_id": plan_id})


PROMISED_IDS: Part[set[int]] = Part(
    select(VersionMilestone.milestone_id)
    .join(PlanVersion, PlanVersion.id == VersionMilestone.version_id)
    .where(PlanVersion.plan_id == bindparam("plan_id"), PlanVersion.state.in_(PROMISED)),
    lambda rows: {row.milestone_id for row in rows},
)


def held_in(milestone: Milestone) -> set[VersionState]:
    """The states of the versions that hold it; none while it is only in the draft."""
    return set(
        db.session.scalars(
            select(PlanVersion.state)
            .join(VersionMilestone, VersionMilestone.version_id == PlanVersion.id)
            .where(VersionMilestone.milestone_id == milestone.id)
        )
    )


def was_ever_submitted(milestone: Milestone) -> bool:
    """True where any version, also a returned one, holds it: then it stays in the record."""
    held = select(VersionMilestone.milestone_id).where(VersionMilestone.milestone_id == milestone.id).limit(1)
    return db.session.scalar(held) is not None


def page(filters: Filters, at: datetime, after: Cursor | None = None, before: Cursor | None = None) -> Slice[Milestone]:
    """Milestones of running plans, the longest overdue first (those that are over: the newest first), with plan and
    office. A cursor is the date and id of a row."""
    is_rising = filters.state not in (State.DONE, State.DROPPED)
    order = Order((Milestone.due_on, Milestone.id), cursor_of, is_rising)
    found = keyset.page(_listed(filters, at), order, after, before)
    return replace(found, rows=_late_only(found.rows, at)) if filters.state == "late" else found


def due(on_or_before: date, plan_ids: Sequence[int], most: int = 20) -> Sequence[Milestone]:
    """Open ones of these plans that are due up to a day, the longest overdue first."""
    return db.session.scalars(
        select(Milestone)
        .where(Milestone.plan_id.in_(plan_ids), Milestone.state.in_(OPEN), Milestone.due_on <= on_or_before)
        .options(joinedload(Milestone.plan))
        .order_by(Milestone.due_on, Milestone.id)
        .limit(most)
    ).all()


def late_count(at: datetime, office: Place | None = None) -> int:
    """How many milestones of running plans are late, below an office or in the whole agency.

    Counted in SQL; only where it is two dates at once in the agency are those on the edge looked at one by one.
    """
    earliest, latest = earliest_and_latest(at)
    asked = _running(Filters(office=office)).where(Milestone.state.in_(OPEN))
    surely = asked.where(Milestone.due_on < earliest).with_only_columns(func.count()).order_by(None)
    count = db.session.scalar(surely) or 0
    if latest > earliest:
        edge = asked.where(Milestone.due_on >= earliest, Milestone.due_on < latest).options(_with_office())
        count += len(_late_only(db.session.scalars(edge).all(), at))
    return count


def days_of(milestones: Sequence[Milestone], at: datetime) -> Mapping[int, date]:
    """Today at the office of each, by office id."""
    return todays((milestone.plan.office for milestone in milestones), at)


def cursor_of(milestone: Milestone) -> str:
    """The place of a row in the list, as it stands in an address."""
    return f"{milestone.due_on.isoformat()}.{milestone.id}"


def cursor_from(text: str) -> Cursor | None:
    """The place that an address names; None for anything else."""
    day, _, digits = text.partition(".")
    number = row_number(digits)
    if number is None:
        return None
    try:
        return date.fromisoformat(day), number
    except ValueError:
        return None


def _listed(filters: Filters, at: datetime) -> Select[Milestone]:
    asked = _running(filters).options(_with_office())
    if filters.state == "late":
        return asked.where(Milestone.state.in_(OPEN), Milestone.due_on < earliest_and_latest(at)[1])
    states = (State(filters.state),) if filters.state in list(State) else OPEN
    return asked.where(Milestone.state.in_(states))


def _running(filters: Filters) -> Select[Milestone]:
    """Promised ones only: a plan that is being prepared has promised nothing yet."""
    asked = select(Milestone).join(Plan, Plan.id == Milestone.plan_id).where(Plan.state.in_(RUNNING))
    if filters.office is not None and filters.office.parent_id is not None:
        asked = asked.where(Plan.office_id.in_(subtree_ids(filters.office)))
    if filters.cycle_id is not None:
        asked = asked.where(Plan.cycle_id == filters.cycle_id)
    if filters.mine is not None:
        asked = asked.where(_own(filters.mine))
    return asked


def _own(person: Person) -> ColumnElement[bool]:
    seats = [grant for grant in person.rights.held if grant.role in plans.TEAM]
    return or_(false(), *(and_(Plan.office_id == seat.office_id, Plan.cycle_id == seat.cycle_id) for seat in seats))


def _with_office() -> Any:
    return joinedload(Milestone.plan).joinedload(Plan.office)


def _late_only(rows: Sequence[Milestone], at: datetime) -> list[Milestone]:
    days = days_of(rows, at)
    return [row for row in rows if row.due_on < days[row.plan.office_id]]
