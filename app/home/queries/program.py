"""What the program office looks at first: who has not submitted, reports without an answer, the next dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.champions.models import Cycle, CycleState, Seat
from app.champions.nominations.models import Nomination
from app.champions.nominations.policy import OPEN
from app.extensions import db
from app.funding.models import FundingRound, RoundState
from app.pain_points.models import PainPoint, State
from app.plans.models import Plan, PlanVersion, VersionState

MOST = 15


@dataclass(frozen=True)
class Missing:
    """A seat whose office has submitted nothing yet."""

    seat: Seat
    plan: Plan | None


def not_submitted() -> list[Missing]:
    """Seats of open cycles without a submitted or accepted version, the nearest due date first."""
    handed_in = select(PlanVersion.plan_id).where(
        PlanVersion.state.in_((VersionState.SUBMITTED, VersionState.ACCEPTED))
    )
    rows = db.session.execute(
        select(Seat, Plan)
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .outerjoin(Plan, and_(Plan.office_id == Seat.office_id, Plan.cycle_id == Seat.cycle_id))
        .where(Seat.to_on.is_(None), Cycle.state == CycleState.OPEN, or_(Plan.id.is_(None), Plan.id.not_in(handed_in)))
        .options(joinedload(Seat.cycle), joinedload(Seat.office), joinedload(Seat.champion))
        .order_by(Cycle.plan_due_on, Seat.id)
        .limit(MOST)
    ).all()
    return [Missing(seat, plan) for seat, plan in rows]


def to_review() -> Sequence[PlanVersion]:
    """Submitted versions that wait for a word, the longest waiting first."""
    return db.session.scalars(
        select(PlanVersion)
        .where(PlanVersion.state == VersionState.SUBMITTED)
        .options(joinedload(PlanVersion.plan).joinedload(Plan.office), joinedload(PlanVersion.submitted_by))
        .order_by(PlanVersion.submitted_at, PlanVersion.id)
        .limit(MOST)
    ).all()


def late_answers(today: date) -> Sequence[PainPoint]:
    """Reports past their answer date, the longest late first."""
    return db.session.scalars(
        select(PainPoint)
        .where(
            # "not in": by the index of states SQLite would sort thousands; that of what is unanswered is in order
            PainPoint.state.not_in([state for state in State if state not in (State.RECEIVED, State.ACKNOWLEDGED)]),
            PainPoint.answered_on.is_(None),
            PainPoint.answer_due_on < today,
        )
        .options(joinedload(PainPoint.office), joinedload(PainPoint.responsible))
        .order_by(PainPoint.answer_due_on, PainPoint.id)
        .limit(MOST)
    ).all()


def open_cycles() -> Sequence[Cycle]:
    return db.session.scalars(select(Cycle).where(Cycle.state == CycleState.OPEN).order_by(Cycle.plan_due_on)).all()


def nominations_to_decide() -> dict[int, int]:
    """By cycle: nominations that wait for scores or a decision."""
    waiting = select(Nomination.cycle_id, func.count()).where(Nomination.state.in_(OPEN)).group_by(Nomination.cycle_id)
    return {cycle_id: count for cycle_id, count in db.session.execute(waiting)}  # noqa: C416  # a Row is no pair for dict()


def open_rounds() -> Sequence[FundingRound]:
    open_first = select(FundingRound).where(FundingRound.state == RoundState.OPEN)
    return db.session.scalars(open_first.order_by(FundingRound.closes_on)).all()


def seats_per_cycle() -> Sequence[tuple[int, int, int]]:
    """(cycle id, seats taken, plans accepted) of the open cycles."""
    accepted = (
        select(Plan.cycle_id, func.count(Plan.id.distinct()).label("plans"))
        .join(PlanVersion, and_(PlanVersion.plan_id == Plan.id, PlanVersion.state == VersionState.ACCEPTED))
        .group_by(Plan.cycle_id)
        .subquery()
    )
    rows = db.session.execute(
        select(Cycle.id, func.count(Seat.id), func.coalesce(func.max(accepted.c.plans), 0))
        .outerjoin(Seat, and_(Seat.cycle_id == Cycle.id, Seat.to_on.is_(None)))
        .outerjoin(accepted, accepted.c.cycle_id == Cycle.id)
        .where(Cycle.state == CycleState.OPEN)
        .group_by(Cycle.id)
    )
    return [(cycle_id, taken, plans) for cycle_id, taken, plans in rows]
