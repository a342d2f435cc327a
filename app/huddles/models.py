"""Huddles with who was there, the points of their minutes, and the actions that were agreed.

How an agenda is made is in queries/agenda.py.
"""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.champions.models import Cycle
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model


class HuddleState(StrEnum):
    PLANNED = "planned"
    CLOSED = "closed"


class ActionState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class PointKind(StrEnum):
    """Why something stands on an agenda."""

    ACTION = "action"
    MILESTONE_LATE = "milestone_late"
    MILESTONE_DUE = "milestone_due"
    BLOCKER_OPEN = "blocker_open"
    BLOCKER_TAKEN = "blocker_taken"
    BLOCKER_ANSWERED = "blocker_answered"
    PLAN_ACCEPTED = "plan_accepted"
    REPORT_LINKED = "report_linked"
    REPORT_SEEN = "report_seen"
    MILESTONE_DONE = "milestone_done"
    REPORT_FIXED = "report_fixed"
    MEASURE_IMPROVING = "measure_improving"
    BLOCKER_SETTLED = "blocker_settled"
    ACTION_DONE = "action_done"
    OTHER = "other"


class Huddle(Lockable, Salted, Model):
    """One meeting of a cycle's champions. Once closed, its points are its minutes and never change.

    `number` is public and counts over all cycles. `host_id`: a champion of the cycle or somebody of the program office.
    """

    __tablename__ = "huddle"
    __table_args__ = (UniqueConstraint("cycle_id", "meets_on"), Index("ix_huddle_meets", "meets_on", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), nullable=False)
    meets_on: Mapped[date] = mapped_column(nullable=False)
    begins: Mapped[time] = mapped_column(nullable=False)
    place: Mapped[str] = mapped_column(Text, nullable=False, default="")
    link: Mapped[str] = mapped_column(Text, nullable=False, default="")
    host_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    guests: Mapped[str] = mapped_column(Text, nullable=False, default="")
    state: Mapped[HuddleState] = mapped_column(code(HuddleState), nullable=False, default=HuddleState.PLANNED)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    cycle: Mapped[Cycle] = relationship()
    host: Mapped[Person] = relationship(foreign_keys=[host_id])

    @property
    def ref(self) -> str:
        return f"H-{self.number}"


class HuddlePresence(Model):
    """Who of the cycle was there."""

    __tablename__ = "huddle_presence"

    huddle_id: Mapped[int] = mapped_column(ForeignKey("huddle.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)


class HuddlePoint(Lockable, Salted, Model):
    """A point of the minutes, as it stood when it was noted, or when the huddle was closed. `words` are the notes.

    `thing_id` and `number` say what it is about, by `kind`; names of people are looked up, never copied.
    """

    __tablename__ = "huddle_point"
    __table_args__ = (
        UniqueConstraint("huddle_id", "key"),
        Index("ix_huddle_point_told", "kind", "thing_id", "huddle_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    huddle_id: Mapped[int] = mapped_column(ForeignKey("huddle.id"), nullable=False)
    key: Mapped[str] = mapped_column(String(40), nullable=False)
    kind: Mapped[PointKind] = mapped_column(code(PointKind), nullable=False)
    thing_id: Mapped[int] = mapped_column(nullable=False, default=0)
    number: Mapped[int | None]
    heading: Mapped[str] = mapped_column(Text, nullable=False, default="")
    office: Mapped[str] = mapped_column(Text, nullable=False, default="")
    day: Mapped[date | None]
    who_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    said: Mapped[str] = mapped_column(Text, nullable=False, default="")
    count: Mapped[int] = mapped_column(nullable=False, default=0)
    words: Mapped[str] = mapped_column(Text, nullable=False, default="")

    who: Mapped[Person | None] = relationship()


class HuddleAction(Lockable, Salted, Model):
    """Something somebody promised in a huddle to do by a day. `point` is the key of the point it came from."""

    __tablename__ = "huddle_action"
    __table_args__ = (Index("ix_huddle_action_owner", "owner_id", "state", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    huddle_id: Mapped[int] = mapped_column(ForeignKey("huddle.id"), nullable=False, index=True)
    point: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    words: Mapped[str] = mapped_column(Text, nullable=False)
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    due_on: Mapped[date] = mapped_column(nullable=False)
    state: Mapped[ActionState] = mapped_column(code(ActionState), nullable=False, default=ActionState.OPEN)
    outcome: Mapped[str] = mapped_column(Text, nullable=False, default="")
    agreed_on: Mapped[date] = mapped_column(nullable=False)
    ended_on: Mapped[date | None]

    huddle: Mapped[Huddle] = relationship()
    owner: Mapped[Person] = relationship()

    @property
    def path(self) -> str:
        return f"/huddles/{self.huddle.ref}/actions/{self.id}"
