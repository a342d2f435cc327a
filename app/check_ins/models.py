"""Check-ins: three questions about a plan every two weeks, the links by which they are answered, and blockers."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Office
from app.plans.models import Plan


class CheckInState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    SILENT = "silent"
    EXCUSED = "excused"


class BlockerState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    ANSWERED = "answered"
    SETTLED = "settled"


class StepKind(StrEnum):
    RAISED = "raised"
    TAKEN = "taken"
    ANSWERED = "answered"
    PASSED_UP = "passed_up"
    REOPENED = "reopened"
    SETTLED = "settled"
    MOVED = "moved"


class CheckIn(Lockable, Salted, Model):
    """One asking and its answer. One for each plan and day of asking.

    Answered by the end of `due_on`, else silent; still answered until `open_until`, the day before the next one.
    Excused: the plan was paused or ended, or nobody could answer. `silences`: how many in a row, this one included.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        UniqueConstraint("plan_id", "asked_on"),
        Index("ix_check_in_state", "state", "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    asked_on: Mapped[date] = mapped_column(nullable=False)
    due_on: Mapped[date] = mapped_column(nullable=False)
    open_until: Mapped[date] = mapped_column(nullable=False)
    state: Mapped[CheckInState] = mapped_column(code(CheckInState), nullable=False, default=CheckInState.OPEN)
    reminded_on: Mapped[date | None]
    silences: Mapped[int] = mapped_column(nullable=False, default=0)
    moved: Mapped[str] = mapped_column(Text, nullable=False, default="")
    stuck: Mapped[str] = mapped_column(Text, nullable=False, default="")
    needed: Mapped[str] = mapped_column(Text, nullable=False, default="")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_on: Mapped[date | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    plan: Mapped[Plan] = relationship()
    answered_by: Mapped[Person | None] = relationship()


class CheckInLink(Model):
    """The right to answer one check-in once, sent to one person by mail. Of the token only its hash is kept."""

    __tablename__ = "check_in_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_in_id: Mapped[int] = mapped_column(ForeignKey("check_in.id"), nullable=False, index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    token_hash: Mapped[str] = mapped_column(String(64), nullable=False, unique=True)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    check_in: Mapped[CheckIn] = relationship()
    person: Mapped[Person] = relationship()


class Blocker(Lockable, Salted, Model):
    """What a team cannot move alone. Someone is asked: the sponsor of `level`, else the program office (None)."""

    __tablename__ = "blocker"
    __table_args__ = (
        Index("ix_blocker_state", "state", "id"),
        Index("ix_blocker_asked_of", "asked_of_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False, index=True)
    check_in_id: Mapped[int | None] = mapped_column(ForeignKey("check_in.id"))
    words: Mapped[str] = mapped_column(Text, nullable=False)
    raised_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    raised_on: Mapped[date] = mapped_column(nullable=False)
    asked_of_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    level_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"))
    due_on: Mapped[date] = mapped_column(nullable=False)
    state: Mapped[BlockerState] = mapped_column(code(BlockerState), nullable=False, default=BlockerState.OPEN)
    settled_on: Mapped[date | None]

    plan: Mapped[Plan] = relationship()
    raised_by: Mapped[Person] = relationship(foreign_keys=[raised_by_id])
    asked_of: Mapped[Person] = relationship(foreign_keys=[asked_of_id])
    level: Mapped[Office | None] = relationship()
    steps: Mapped[list["BlockerStep"]] = relationship(back_populates="blocker", order_by="BlockerStep.id")


class BlockerStep(Salted, Model):
    """What was said or done about a blocker. `asked_of` where it went to somebody else."""

    __tablename__ = "blocker_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    blocker_id: Mapped[int] = mapped_column(ForeignKey("blocker.id"), nullable=False, index=True)
    kind: Mapped[StepKind] = mapped_column(code(StepKind), nullable=False)
    words: Mapped[str] = mapped_column(Text, nullable=False, default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_of_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    blocker: Mapped[Blocker] = relationship(back_populates="steps")
    by: Mapped[Person | None] = relationship(foreign_keys=[by_id])
    asked_of: Mapped[Person | None] = relationship(foreign_keys=[asked_of_id])
