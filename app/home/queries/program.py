"""What the program office looks at first: who has not submitted, what is blocked, reports without an answer, the
next dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.champions.models import Cycle, CycleState, Seat
from app.champions.nominations.models import Nomination
from app.champions.nominations.policy import OPEN
from app.check_ins.queries import BELOW, Blocked
from app.core import together
from app.extensions import db
from app.funding.models import FundingRound, RoundState
from app.offices.places import Place
from app.pain_points.models import PainPoint, State
from app.plans.models import Plan, PlanVersion, VersionState

MOST = 15


@dataclass(frozen=True)
class Missing:
    """A seat whose office has submitted nothing yet."""

    seat: Seat
    plan: Plan | None


@dataclass(frozen=True)
class Around:
    """What is blocked; by cycle, nominations that wait for scores or a decision, and (seats taken, plans accepted)."""

    blocked: Blocked
    nominations: dict[int, int]
    seats: dict[int, tuple[int, int]]


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


def open_rounds() -> Sequence[FundingRound]:
    open_first = select(FundingRound).where(FundingRound.state == RoundState.OPEN)
    return db.session.scalars(open_first.order_by(FundingRound.closes_on)).all()


def around(office: Place | None) -> Around:
    """What is blocked below the office, and how the cycles stand; one question."""
    found = together.read(PARTS, {"below": f"{office.path}%" if office else ""})
    return Around(found["blocked"], found["nominations"], found["seats"])


def _to_decide() -> Select[int, int]:
    """Nominations that wait for scores or a decision."""
    waiting = select(Nomination.cycle_id, func.count().label("waiting")).where(Nomination.state.in_(OPEN))
    return waiting.group_by(Nomination.cycle_id)


def _seats() -> Select[int, int, int]:
    """Seats taken and plans accepted in the open cycles."""
    accepted = (
        select(Plan.cycle_id, func.count(Plan.id.distinct()).label("plans"))
        .join(PlanVersion, and_(PlanVersion.plan_id == Plan.id, PlanVersion.state == VersionState.ACCEPTED))
        .group_by(Plan.cycle_id)
        .subquery()
    )
    plans = func.coalesce(func.max(accepted.c.plans), 0).label("plans")
    return (
        select(Cycle.id, func.count(Seat.id).label("taken"), plans)
        .outerjoin(Seat, and_(Seat.cycle_id == Cycle.id, Seat.to_on.is_(None)))
        .outerjoin(accepted, accepted.c.cycle_id == Cycle.id)
        .where(Cycle.state == CycleState.OPEN)
        .group_by(Cycle.id)
    )


def _nominations_by_cycle(rows: Sequence[Any]) -> dict[int, int]:
    return {row.cycle_id: row.waiting for row in rows}


def _seats_by_cycle(rows: Sequence[Any]) -> dict[int, tuple[int, int]]:
    return {row.id: (row.taken, row.plans) for row in rows}


PARTS: dict[str, together.Part[Any]] = {
    "blocked": BELOW, "nominations": together.Part(_to_decide(), _nominations_by_cycle),
    "seats": together.Part(_seats(), _seats_by_cycle),
}  # fmt: skip
