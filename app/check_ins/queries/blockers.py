"""Reading blockers: one with its story, the open ones of a plan, an office or a cycle, those that wait for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer, Select, Text, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from app.accounts.models import Person, Role, RoleGrant
from app.check_ins.models import Blocker, BlockerState, BlockerStep
from app.check_ins.policy import ASKED, UNSETTLED
from app.core import reading
from app.core.together import Part
from app.extensions import db
from app.offices.models import Office
from app.offices.places import OnTree
from app.offices.queries import subtree_ids
from app.plans.models import Plan
from app.plans.turns import GOING_ON

MOST, FEW = 50, 6
_asked = aliased(Person)
_raiser = aliased(Person)


@dataclass(frozen=True)
class OpenBlocker:
    """A blocker that is not settled: whose plan, what is stuck, who is asked, by when, and how it stands."""

    id: int
    plan_number: int
    title: str
    office: str
    words: str
    raised_by: str
    raised_on: date
    asked_of_id: int
    asked_of: str
    due_on: date
    state: BlockerState

    @property
    def href(self) -> str:
        return f"/plans/P-{self.plan_number}/blockers/{self.id}"

    def is_late(self, today: date) -> bool:
        """Someone above owes a word, and the day for it has passed."""
        return self.state is BlockerState.OPEN and self.due_on < today


@dataclass(frozen=True)
class Blocked:
    """The first of those on which somebody above owes a word, the oldest first; `count` of all open ones."""

    waiting: list[OpenBlocker]
    count: int


def get_blocker(plan: Plan, blocker_id: int) -> Blocker | None:
    """With its steps and the people in them."""
    people = selectinload(Blocker.steps).options(joinedload(BlockerStep.by), joinedload(BlockerStep.asked_of))
    return db.session.scalar(
        select(Blocker)
        .where(Blocker.id == blocker_id, Blocker.plan_id == plan.id)
        .options(joinedload(Blocker.asked_of), joinedload(Blocker.raised_by), joinedload(Blocker.level), people)
    )


def open_blockers(
    *, plan_id: int | None = None, cycle_id: int | None = None, office: OnTree | None = None, most: int = MOST
) -> list[OpenBlocker]:
    """Not settled, of plans that go on, what is owed first; of one plan, a cycle, or an office and all below it.
    One query."""
    asked = _open().order_by(Blocker.due_on, Blocker.id).limit(most)
    if plan_id is not None:
        asked = asked.where(Blocker.plan_id == plan_id)
    if cycle_id is not None:
        asked = asked.where(Plan.cycle_id == cycle_id)
    if office is not None:
        asked = asked.where(Plan.office_id.in_(subtree_ids(office)))
    return _read(asked)


def asked_of(person: Person) -> list[OpenBlocker]:
    """Those on which this person owes a word."""
    return ASKED_OF.alone({"person": person.id})


def owed_by(person_id: Any) -> Select[*tuple[Any, ...]]:
    """The same as a statement; a value or a bind parameter."""
    return _open().where(Blocker.asked_of_id == person_id, Blocker.state.in_(ASKED))


def misplaced() -> Sequence[int]:
    """Ids of blockers whose asked person is not (any more) who they were asked as, or cannot sign in."""
    is_head = and_(RoleGrant.role == Role.SPONSOR, RoleGrant.office_id == Blocker.level_id)
    runs = and_(RoleGrant.role.in_((Role.PROGRAM_OFFICE, Role.ADMINISTRATOR)), Blocker.level_id.is_(None))
    holds = exists().where(RoleGrant.person_id == Blocker.asked_of_id, RoleGrant.to_on.is_(None), or_(is_head, runs))
    return db.session.scalars(
        select(Blocker.id)
        .join(Person, Person.id == Blocker.asked_of_id)
        .join(Plan, Plan.id == Blocker.plan_id)
        .where(Blocker.state.in_(ASKED), Plan.state.in_(GOING_ON), or_(~holds, ~Person.is_active))
        .order_by(Blocker.id)
    ).all()


def _below() -> Select[*tuple[Any, ...]]:
    """Those that wait come first, so that the rest is only counted."""
    return (
        _open()
        .add_columns(func.count().over().label("all_open"))
        .where(Office.path.like(bindparam("below", type_=Text)))
        .order_by(Blocker.state.not_in(ASKED), Blocker.raised_on, Blocker.id)
        .limit(FEW)
    )


def _open() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Blocker.id, Plan.number.label("plan_number"), Plan.title, Office.name.label("office"), Blocker.words,
            _raiser.name.label("raised_by"), Blocker.raised_on, Blocker.asked_of_id, _asked.name.label("asked_of"),
            Blocker.due_on, Blocker.state,
        )
        .join(Plan, Plan.id == Blocker.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .join(_raiser, _raiser.id == Blocker.raised_by_id)
        .join(_asked, _asked.id == Blocker.asked_of_id)
        .where(Blocker.state.in_(UNSETTLED), Plan.state.in_(GOING_ON))
    )  # fmt: skip


def _read(asked: Select[*tuple[Any, ...]]) -> list[OpenBlocker]:
    return _made(reading.rows(asked))


def _made(rows: Sequence[Any]) -> list[OpenBlocker]:
    return [OpenBlocker(*row) for row in rows]


def _blocked(rows: Sequence[Any]) -> Blocked:
    waiting = _made([row[:-1] for row in rows if row.state in ASKED])
    return Blocked(waiting, rows[0].all_open if rows else 0)


BELOW = Part(_below(), _blocked)
"""Those of plans whose office has a path like "below"."""
ASKED_OF = Part(
    owed_by(bindparam("person", type_=Integer)).order_by(Blocker.due_on, Blocker.id).limit(MOST), _made
)
"""Those on which a person owes a word."""
