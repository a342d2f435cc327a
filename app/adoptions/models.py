"""Adoptions: one change of a plan, offered to one other office, and what became of it there."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, code
from app.extensions import Model
from app.measures.models import VALUE, Measure, Signal
from app.offices.models import Office
from app.plans.models import Plan, PlanChange

_CURRENT = text("state <> 'withdrawn'")


class State(StrEnum):
    OFFERED = "offered"
    ADOPTING = "adopting"
    WORKED = "worked"
    FAILED = "failed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Refusal(StrEnum):
    """Not now: the office may still take it up later. Not for us: the end."""

    NOT_NOW = "not_now"
    NOT_FOR_US = "not_for_us"


class Adoption(Lockable, Salted, Model):
    """A copy beside the plan of the office that makes it, never a second plan.

    Kept as it stood on the day of the offer: `channels`, `reports` and `alike` say why this office, `grade`, `before`
    and `after` what had come of the change. `due_on` is the day by which its next word is asked: the answer, then
    measure and first day, then what came of it; None where none is. `baseline` stands once both a measure and a first
    day are known. Kept on the day it ended: `result`, `result_grade` and `result_signal`, computed from the office's
    own measure. A withdrawn offer keeps its reason, if one was given, as `outcome`; an offer that is made
    again is another one.
    """

    __tablename__ = "adoption"
    __table_args__ = (
        Index(
            "uq_adoption_current", "change_id", "office_id", unique=True,
            sqlite_where=_CURRENT, postgresql_where=_CURRENT,
        ),
        Index("ix_adoption_plan", "plan_id", "id"),
        Index("ix_adoption_office", "office_id", "due_on"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    change_id: Mapped[int] = mapped_column(ForeignKey("plan_change.id"), nullable=False, index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    own_plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"), index=True)
    state: Mapped[State] = mapped_column(code(State), nullable=False, default=State.OFFERED)
    offered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    offered_on: Mapped[date] = mapped_column(nullable=False)
    due_on: Mapped[date | None]
    channels: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True), nullable=False, default=list)
    reports: Mapped[int] = mapped_column(nullable=False, default=0)
    alike: Mapped[int] = mapped_column(nullable=False, default=0)
    shown_by_id: Mapped[int | None] = mapped_column(ForeignKey("measure.id"))
    grade: Mapped[int] = mapped_column(nullable=False, default=0)
    before: Mapped[Decimal | None] = mapped_column(VALUE)
    after: Mapped[Decimal | None] = mapped_column(VALUE)
    took: Mapped[str] = mapped_column(Text, nullable=False, default="")
    watch: Mapped[str] = mapped_column(Text, nullable=False, default="")
    refusal: Mapped[Refusal | None] = mapped_column(code(Refusal))
    reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_on: Mapped[date | None]
    started_on: Mapped[date | None]
    differently: Mapped[str] = mapped_column(Text, nullable=False, default="")
    measure_id: Mapped[int | None] = mapped_column(ForeignKey("measure.id"), index=True)
    baseline: Mapped[Decimal | None] = mapped_column(VALUE)
    outcome: Mapped[str] = mapped_column(Text, nullable=False, default="")
    ended_on: Mapped[date | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    result: Mapped[Decimal | None] = mapped_column(VALUE)
    result_grade: Mapped[int | None]
    result_signal: Mapped[Signal | None] = mapped_column(code(Signal))

    plan: Mapped[Plan] = relationship(foreign_keys=[plan_id])
    own_plan: Mapped[Plan | None] = relationship(foreign_keys=[own_plan_id])
    change: Mapped[PlanChange] = relationship()
    office: Mapped[Office] = relationship()
    shown_by: Mapped[Measure | None] = relationship(foreign_keys=[shown_by_id])
    measure: Mapped[Measure | None] = relationship(foreign_keys=[measure_id])
    offered_by: Mapped[Person] = relationship(foreign_keys=[offered_by_id])
    answered_by: Mapped[Person | None] = relationship(foreign_keys=[answered_by_id])

    @property
    def ref(self) -> str:
        return f"A-{self.number}"

    @property
    def is_judged(self) -> bool:
        """What it is judged by stands: its own measure from a first day on. Neither is chosen anew on the way."""
        return self.measure_id is not None and self.started_on is not None
