"""Reading check-ins: one, the newest of a plan, a page of them, and what is due for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState, Seat, SeatState
from app.check_ins.models import Blocker, BlockerState, CheckIn, CheckInLink, CheckInState
from app.check_ins.policy import WAITING
from app.check_ins.rhythm import ENOUGH
from app.core import keyset, reading
from app.core.keyset import Order, Slice
from app.core.together import Part
from app.extensions import db
from app.plans.models import Plan, PlanState

MOST_DUE = 10
NEWEST = 3


@dataclass(frozen=True)
class Row:
    """A check-in as a story tells it; with the blocker that was raised in it, if there is one."""

    id: int
    asked_on: date
    due_on: date
    state: CheckInState
    answered_on: date | None
    who: str
    moved: str
    stuck: str
    needed: str
    blocker_id: int | None
    blocker_state: BlockerState | None


ORDER: Order[Row] = Order((CheckIn.id,), lambda row: row.id)


def get(check_in_id: int) -> CheckIn | None:
    return db.session.get(CheckIn, check_in_id)


def get_link(token_hash: str) -> CheckInLink | None:
    """With its person, its check-in and the plan's seat, in one query."""
    plan = joinedload(CheckInLink.check_in).joinedload(CheckIn.plan)
    return db.session.scalar(
        select(CheckInLink)
        .where(CheckInLink.token_hash == token_hash)
        .options(joinedload(CheckInLink.person), plan.joinedload(Plan.office), plan.joinedload(Plan.seat))
    )


def has_link(check_in_id: int, person_id: int) -> bool:
    asked = select(CheckInLink.id).where(CheckInLink.check_in_id == check_in_id, CheckInLink.person_id == person_id)
    return db.session.scalar(asked.limit(1)) is not None


def newest(plan_id: int) -> CheckIn | None:
    return db.session.scalar(
        select(CheckIn).where(CheckIn.plan_id == plan_id).order_by(CheckIn.asked_on.desc()).limit(1)
    )


def for_plan(plan_id: int) -> list[Row]:
    """The newest check-ins of a plan, NEWEST at most, the newest first; one query."""
    return OF_PLAN.alone({"plan_id": plan_id})


def page(plan_id: int, after: int | None = None, before: int | None = None) -> Slice[Row]:
    """One page of a plan's check-ins, the newest first."""

    def read(asked: Select[*tuple[Any, ...]]) -> list[Row]:
        return _made(reading.rows(asked))

    return keyset.page(_rows().where(CheckIn.plan_id == plan_id), ORDER, after, before, read=read)


def due_for(person: Person, today: date) -> Sequence[CheckIn]:
    """Check-ins that wait for this person's word, with their plans."""
    asked = waiting_for(person.id, today).options(joinedload(CheckIn.plan)).order_by(CheckIn.due_on, CheckIn.id)
    return db.session.scalars(asked.limit(MOST_DUE)).all()


def waiting_for(person_id: Any, today: Any) -> Select[CheckIn]:
    """Those of whoever acts in the seat, and of its deputy once nothing was heard twice; values or bind parameters."""
    is_away = Seat.state == SeatState.ON_LEAVE
    is_acting = or_(and_(Seat.champion_id == person_id, ~is_away), and_(Seat.deputy_id == person_id, is_away))
    is_needed = and_(Seat.deputy_id == person_id, CheckIn.silences >= ENOUGH)
    return (
        select(CheckIn)
        .join(Plan, Plan.id == CheckIn.plan_id)
        .join(Cycle, Cycle.id == Plan.cycle_id)
        .join(Seat, and_(Seat.office_id == Plan.office_id, Seat.cycle_id == Plan.cycle_id, Seat.to_on.is_(None)))
        .where(
            CheckIn.state.in_(WAITING),
            CheckIn.open_until >= today,
            Plan.state == PlanState.ACTIVE,
            Cycle.state == CycleState.OPEN,
            or_(is_acting, is_needed),
        )
    )


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            CheckIn.id, CheckIn.asked_on, CheckIn.due_on, CheckIn.state, CheckIn.answered_on,
            Person.name.label("who"), CheckIn.moved, CheckIn.stuck, CheckIn.needed,
            Blocker.id.label("blocker_id"), Blocker.state.label("blocker_state"),
        )
        .outerjoin(Person, Person.id == CheckIn.answered_by_id)
        .outerjoin(Blocker, Blocker.check_in_id == CheckIn.id)
    )  # fmt: skip


def _made(rows: Sequence[Any]) -> list[Row]:
    return [Row(*row) for row in rows]


OF_PLAN = Part(
    _rows().where(CheckIn.plan_id == bindparam("plan_id")).order_by(CheckIn.id.desc()).limit(NEWEST), _made
)
