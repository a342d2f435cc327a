"""What changed for customers, for leaders and sponsors: outcomes, late promises, stale numbers, requests, answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.funding.models import FundingRequest, RequestState
from app.measures.models import Kind, Measure, Signal
from app.milestones.models import Milestone
from app.milestones.models import State as MilestoneState
from app.offices.models import Office
from app.offices.queries import subtree_ids
from app.pain_points.models import PainPoint, State
from app.plans.models import Plan, PlanState, PlanVersion, VersionMeasure, VersionState

NEWEST = 500
FEW = 6
WAITING = (State.RECEIVED, State.ACKNOWLEDGED)


@dataclass(frozen=True)
class Answers:
    """Of the newest reports that were due: how many there were, how many were answered in time."""

    answered: int
    in_time: int


@dataclass(frozen=True)
class Totals:
    """How many active plans there are, how many promises and numbers, and how many of them are late or stale."""

    plans: int
    promises: int
    late: int
    numbers: int
    stale: int


def outcomes(office: Office) -> Sequence[Measure]:
    """Outcome measures of active plans below an office that moved; worse first, then the surest."""
    return db.session.scalars(
        _in_force(office)
        .where(Measure.kind == Kind.OUTCOME, Measure.signal != Signal.NONE)
        .options(joinedload(Measure.office))
        .order_by(case((Measure.signal == Signal.WORSE, 0), else_=1), Measure.grade.desc(), Measure.id)
        .limit(20)
    ).all()


def counts_by_signal(office: Office) -> dict[Signal, int]:
    """How many outcome measures of active plans improve, get worse, or move by chance only."""
    found = _in_force(office).where(Measure.kind == Kind.OUTCOME).subquery()
    rows = db.session.execute(select(found.c.signal, func.count()).group_by(found.c.signal)).all()
    return {Signal(signal): count for signal, count in rows}


def totals(office: Office, today: date) -> Totals:
    promised = (
        select(func.count().label("all"), func.count(case((_is_late(today), 1))).label("late"))
        .select_from(Milestone)
        .where(Milestone.plan_id.in_(_active_plans(office)))
        .subquery()
    )
    found = _in_force(office).subquery()
    measured = select(
        func.count().label("all"), func.count(case((found.c.stale_after < today, 1))).label("stale")
    ).select_from(found).subquery()  # fmt: skip
    plans = select(func.count()).select_from(_active_plans(office).subquery()).scalar_subquery()
    each_one_row = select(plans, promised.c.all, promised.c.late, measured.c.all, measured.c.stale)
    return Totals(*db.session.execute(each_one_row.join_from(promised, measured, true())).one())


def late_milestones(office: Office, today: date) -> Sequence[Milestone]:
    """The longest overdue first."""
    return db.session.scalars(
        select(Milestone)
        .where(Milestone.plan_id.in_(_active_plans(office)), _is_late(today))
        .options(joinedload(Milestone.plan).joinedload(Plan.office))
        .order_by(Milestone.due_on, Milestone.id)
        .limit(FEW)
    ).all()


def stale_measures(office: Office, today: date) -> Sequence[Measure]:
    return db.session.scalars(
        _in_force(office)
        .where(Measure.stale_after < today)
        .options(joinedload(Measure.office), joinedload(Measure.owner))
        .order_by(Measure.stale_after, Measure.id)
        .limit(FEW)
    ).all()


def waiting_requests(office: Office) -> Sequence[FundingRequest]:
    """Requests that wait for a decision, the nearest deadline first."""
    return db.session.scalars(
        select(FundingRequest)
        .join(Plan, Plan.id == FundingRequest.plan_id)
        .where(
            FundingRequest.state.in_((RequestState.SUBMITTED, RequestState.IN_REVIEW)),
            Plan.office_id.in_(subtree_ids(office)),
        )
        .options(joinedload(FundingRequest.round), joinedload(FundingRequest.plan).joinedload(Plan.office))
        .order_by(FundingRequest.id)
        .limit(FEW)
    ).all()


def answers(office: Office, today: date) -> Answers:
    """Of the newest 500 reports that were answered or whose day has passed: flat at any size."""
    newest = select(PainPoint.answered_on, PainPoint.answer_due_on).where(
        or_(PainPoint.answered_on.is_not(None), and_(PainPoint.answer_due_on < today, PainPoint.state.in_(WAITING)))
    )
    if office.parent_id is not None:
        newest = newest.where(PainPoint.office_id.in_(subtree_ids(office)))
    found = newest.order_by(PainPoint.id.desc()).limit(NEWEST).subquery()
    row = db.session.execute(
        select(func.count(), func.count(case((found.c.answered_on <= found.c.answer_due_on, 1)))).select_from(found)
    ).one()
    return Answers(*row)


def _active_plans(office: Office) -> Select[int]:
    active = select(Plan.id).where(Plan.state == PlanState.ACTIVE)
    return active if office.parent_id is None else active.where(Plan.office_id.in_(subtree_ids(office)))


def _in_force(office: Office) -> Select[Measure]:
    """Measures that an accepted version of an active plan promises to move."""
    promised = (
        select(VersionMeasure.measure_id)
        .join(PlanVersion, PlanVersion.id == VersionMeasure.version_id)
        .where(PlanVersion.state == VersionState.ACCEPTED, PlanVersion.plan_id.in_(_active_plans(office)))
    )
    return select(Measure).where(Measure.id.in_(promised))


def _is_late(today: date) -> ColumnElement[bool]:
    return and_(Milestone.state.in_((MilestoneState.PLANNED, MilestoneState.STARTED)), Milestone.due_on < today)
