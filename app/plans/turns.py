"""Turns in a plan's life: paused, resumed, completed, stopped. A row for each, with its words.

Here also which turn leads from which state to which. What people do with them is in actions/endings.py.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Salted, UtcDateTime, code
from app.extensions import Model
from app.plans.models import Plan, PlanState


class TurnKind(StrEnum):
    PAUSED = "paused"
    RESUMED = "resumed"
    COMPLETED = "completed"
    STOPPED = "stopped"


GOING_ON = frozenset({PlanState.ACTIVE, PlanState.PAUSED})
ENDINGS = frozenset({TurnKind.COMPLETED, TurnKind.STOPPED})

# turn: (from which states, to which)
TURNS: dict[TurnKind, tuple[frozenset[PlanState], PlanState]] = {
    TurnKind.PAUSED: (frozenset({PlanState.ACTIVE}), PlanState.PAUSED),
    TurnKind.RESUMED: (frozenset({PlanState.PAUSED}), PlanState.ACTIVE),
    TurnKind.COMPLETED: (GOING_ON, PlanState.COMPLETED),
    TurnKind.STOPPED: (GOING_ON | {PlanState.PREPARING}, PlanState.STOPPED),
}


class Turn(Salted, Model):
    """One turn. `copied` says who can copy it; `measured` is how the measures stood on the day a plan was completed:
    for each its id, number before, number then with its last day, grade and whether it was stale."""

    __tablename__ = "plan_turn"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False, index=True)
    kind: Mapped[TurnKind] = mapped_column(code(TurnKind), nullable=False)
    happened_on: Mapped[date] = mapped_column(nullable=False)
    until: Mapped[date | None]
    why: Mapped[str] = mapped_column(Text, nullable=False, default="")
    changed: Mapped[str] = mapped_column(Text, nullable=False, default="")
    learned: Mapped[str] = mapped_column(Text, nullable=False, default="")
    copied: Mapped[str] = mapped_column(Text, nullable=False, default="")
    measured: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    reminded_on: Mapped[date | None]

    plan: Mapped[Plan] = relationship()
    by: Mapped[Person] = relationship()
