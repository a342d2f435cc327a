"""Small tests (plan, do, study, act): what is tried, what was predicted, what happened, what was learned."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.measures.models import VALUE, Measure
from app.plans.models import Plan


class State(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    STUDIED = "studied"


class Act(StrEnum):
    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


class Trial(Lockable, Salted, Model):
    """One small test of a plan. `number` counts within the plan and never changes.

    The prediction stands from `starts_on` on: later words are notes beside it. `predicted_on` is the day on which it
    was last written, so that nobody can say later what they had known before.
    """

    __tablename__ = "trial"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
        Index("ix_trial_starts", "starts_on", "id"),
        Index("ix_trial_ends", "ends_on", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    number: Mapped[int] = mapped_column(nullable=False)
    measure_id: Mapped[int | None] = mapped_column(ForeignKey("measure.id"), index=True)
    question: Mapped[str] = mapped_column(Text, nullable=False)
    action: Mapped[str] = mapped_column(Text, nullable=False)
    place: Mapped[str] = mapped_column(Text, nullable=False, default="")
    starts_on: Mapped[date] = mapped_column(nullable=False)
    ends_on: Mapped[date] = mapped_column(nullable=False)
    prediction: Mapped[str] = mapped_column(Text, nullable=False)
    predicted: Mapped[Decimal | None] = mapped_column(VALUE)
    predicted_on: Mapped[date] = mapped_column(nullable=False)
    happened: Mapped[str] = mapped_column(Text, nullable=False, default="")
    result: Mapped[Decimal | None] = mapped_column(VALUE)
    learned: Mapped[str] = mapped_column(Text, nullable=False, default="")
    act: Mapped[Act | None] = mapped_column(code(Act))
    ended_on: Mapped[date | None]
    studied_on: Mapped[date | None]

    plan: Mapped[Plan] = relationship()
    measure: Mapped[Measure | None] = relationship()
    notes: Mapped[list["TrialNote"]] = relationship(back_populates="trial", order_by="TrialNote.id")

    def state_on(self, today: date) -> State:
        """Planned up to its first day, running from it on, studied once somebody wrote what happened."""
        return state_on(self.starts_on, self.studied_on, today)


class TrialNote(Salted, Model):
    """What somebody adds once the prediction stands: a correction, a circumstance. Never changed."""

    __tablename__ = "trial_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    trial_id: Mapped[int] = mapped_column(ForeignKey("trial.id"), nullable=False, index=True)
    words: Mapped[str] = mapped_column(Text, nullable=False)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    trial: Mapped[Trial] = relationship(back_populates="notes")
    by: Mapped[Person] = relationship()


def state_on(starts_on: date, studied_on: date | None, today: date) -> State:
    """The state on a day, also of what is read as a row."""
    if studied_on is not None:
        return State.STUDIED
    return State.PLANNED if today < starts_on else State.RUNNING
