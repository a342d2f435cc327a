"""What huddles ask of one person: the actions they agreed to, and the meeting that comes. One question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Select,
    Text,
    Time,
    and_,
    bindparam,
    cast,
    literal,
    null,
    or_,
    select,
    union_all,
)

from app.accounts.models import RoleGrant
from app.champions.models import Cycle, CycleState
from app.core import reading
from app.huddles.models import ActionState, Huddle, HuddleAction, HuddleState
from app.plans.policy import TEAM

MOST = 20


@dataclass(frozen=True, slots=True)
class Mine:
    """An open action of somebody, or a huddle that is theirs: then `id` is 0 and `words` are its cycle and place."""

    id: int
    huddle: int
    words: str
    agreed_on: date
    due_on: date
    begins: time | None

    @property
    def is_meeting(self) -> bool:
        return not self.id

    @property
    def path(self) -> str:
        here = f"/huddles/H-{self.huddle}"
        return here if self.is_meeting else f"{here}/actions/{self.id}"


def actions_of(person_id: int) -> list[Mine]:
    """Open actions of a person in cycles that go on, the next date first; one query."""
    return _made(reading.rows(open_of(person_id).order_by(HuddleAction.due_on, HuddleAction.id).limit(MOST)))


def of_person(person_id: int, today: date) -> list[Mine]:
    """Actions and meetings together; one query."""
    return _made(reading.rows(ALL, {"person": person_id, "today": today}))


def _made(rows: Sequence[Any]) -> list[Mine]:
    return [Mine(*row) for row in rows]


def open_of(person_id: Any) -> Select[*tuple[Any, ...]]:
    """Open actions, as a statement; a value or a bind parameter."""
    return (
        select(
            HuddleAction.id.label("id"), Huddle.number.label("huddle"), cast(HuddleAction.words, Text).label("words"),
            HuddleAction.agreed_on.label("agreed_on"), HuddleAction.due_on.label("due_on"),
            cast(null(), Time).label("begins"),
        )
        .join(Huddle, Huddle.id == HuddleAction.huddle_id)
        .join(Cycle, Cycle.id == Huddle.cycle_id)
        .where(
            HuddleAction.owner_id == person_id, HuddleAction.state == ActionState.OPEN,
            Cycle.state != CycleState.CLOSED,
        )
    )  # fmt: skip


def meetings_of(person_id: Any, today: Any) -> Select[*tuple[Any, ...]]:
    """Those to come of the person's cycles, and those that they host until they are closed; as a statement."""
    seats = select(RoleGrant.cycle_id).where(
        RoleGrant.person_id == person_id, RoleGrant.role.in_(TEAM), RoleGrant.to_on.is_(None)
    )
    comes = and_(Huddle.cycle_id.in_(seats), Huddle.meets_on >= today)
    return (
        select(
            cast(literal(0), Integer).label("id"), Huddle.number.label("huddle"), cast(Cycle.name, Text).label("words"),
            Huddle.meets_on.label("agreed_on"), Huddle.meets_on.label("due_on"), Huddle.begins.label("begins"),
        )
        .join(Cycle, Cycle.id == Huddle.cycle_id)
        .where(
            Huddle.state == HuddleState.PLANNED, Cycle.state == CycleState.OPEN,
            or_(Huddle.host_id == person_id, comes),
        )
    )  # fmt: skip


_person, _today = bindparam("person", type_=Integer), bindparam("today", type_=Date)
_agreed = open_of(_person).order_by(HuddleAction.due_on, HuddleAction.id).limit(MOST).subquery()
_coming = meetings_of(_person, _today).order_by(Huddle.meets_on, Huddle.id).limit(2).subquery()
ALL = union_all(select(_agreed), select(_coming))
