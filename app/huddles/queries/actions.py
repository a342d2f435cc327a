"""Reading actions: one, those of a huddle, those of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload

from app.champions.models import Cycle, CycleState
from app.core import reading
from app.extensions import db
from app.huddles.models import ActionState, Huddle, HuddleAction

MOST_MINE = 20


@dataclass(frozen=True, slots=True)
class MyAction:
    """An open action of somebody."""

    id: int
    huddle: int
    words: str
    agreed_on: date
    due_on: date

    @property
    def path(self) -> str:
        return f"/huddles/H-{self.huddle}/actions/{self.id}"


def get_action(huddle: Huddle, action_id: int) -> HuddleAction | None:
    """An action of this huddle with its owner."""
    asked = select(HuddleAction).where(HuddleAction.id == action_id, HuddleAction.huddle_id == huddle.id)
    loaded = asked.options(joinedload(HuddleAction.owner), joinedload(HuddleAction.huddle))
    return db.session.scalar(loaded)


def of_huddle(huddle: Huddle) -> Sequence[HuddleAction]:
    """All that were agreed in it, by date, with their owners."""
    asked = select(HuddleAction).where(HuddleAction.huddle_id == huddle.id).options(joinedload(HuddleAction.owner))
    return db.session.scalars(asked.order_by(HuddleAction.due_on, HuddleAction.id)).all()


def actions_of(person_id: int) -> list[MyAction]:
    """Open actions of a person in cycles that go on, the next date first; one query."""
    return [MyAction(**row._mapping) for row in reading.rows(OPEN_OF, {"owner": person_id})]  # noqa: SLF001  # public way


def open_of(person_id: Any) -> Select[*tuple[Any, ...]]:
    """The same as a statement; a value or a bind parameter."""
    return (
        select(
            HuddleAction.id, Huddle.number.label("huddle"), HuddleAction.words, HuddleAction.agreed_on,
            HuddleAction.due_on,
        )
        .join(Huddle, Huddle.id == HuddleAction.huddle_id)
        .join(Cycle, Cycle.id == Huddle.cycle_id)
        .where(
            HuddleAction.owner_id == person_id, HuddleAction.state == ActionState.OPEN,
            Cycle.state != CycleState.CLOSED,
        )
    )  # fmt: skip


OPEN_OF = open_of(bindparam("owner")).order_by(HuddleAction.due_on, HuddleAction.id).limit(MOST_MINE)
