"""Milestones: promised dates, what will show them, what came."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.columns import Lockable, Salted, code
from app.extensions import Model
from app.plans.models import Plan


class State(StrEnum):
    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


class Milestone(Lockable, Salted, Model):
    """A promise with a date. `first_due_on` never changes once the plan is submitted; `due_on` is today's promise.

    Late is computed: open and `due_on` before today in the office's time zone.
    """

    __tablename__ = "milestone"
    __table_args__ = (
        Index("ix_milestone_due", "state", "due_on", "id"),
        Index("ix_milestone_plan", "plan_id", "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    name: Mapped[str] = mapped_column(Text, nullable=False)
    owner: Mapped[str] = mapped_column(Text, nullable=False, default="")
    shown_by: Mapped[str] = mapped_column(Text, nullable=False, default="")
    is_decision_point: Mapped[bool] = mapped_column(nullable=False, default=False)
    first_due_on: Mapped[date] = mapped_column(nullable=False)
    due_on: Mapped[date] = mapped_column(nullable=False)
    state: Mapped[State] = mapped_column(code(State), nullable=False, default=State.PLANNED)
    started_on: Mapped[date | None]
    done_on: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(Text, nullable=False, default="")
    dropped_on: Mapped[date | None]
    drop_reason: Mapped[str] = mapped_column(Text, nullable=False, default="")

    plan: Mapped[Plan] = relationship()
    replannings: Mapped[list["Replanning"]] = relationship(back_populates="milestone", order_by="Replanning.id")

    @property
    def is_open(self) -> bool:
        return self.state in (State.PLANNED, State.STARTED)

    def days_late(self, today: date) -> int:
        """Days past the promised date while open, or between promise and done; 0 when in time or dropped."""
        if self.state is State.DROPPED:
            return 0
        end = self.done_on if self.state is State.DONE and self.done_on else today
        return max(0, (end - self.due_on).days)


class Replanning(Salted, Model):
    """A promised date that moved, with its reason."""

    __tablename__ = "replanning"

    id: Mapped[int] = mapped_column(primary_key=True)
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id"), nullable=False, index=True)
    from_due_on: Mapped[date] = mapped_column(nullable=False)
    to_due_on: Mapped[date] = mapped_column(nullable=False)
    reason: Mapped[str] = mapped_column(Text, nullable=False)
    moved_on: Mapped[date] = mapped_column(nullable=False)

    milestone: Mapped[Milestone] = relationship(back_populates="replannings")
