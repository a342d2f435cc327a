"""Pain points with their rules copied at receipt, the replies their reporters read, sightings, and links to plans."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import ChannelKind, Office


class State(StrEnum):
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    NEEDS_FACTS = "needs_facts"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DUPLICATE = "duplicate"
    FIXED = "fixed"
    CONFIRMED = "confirmed"
    CLOSED = "closed"


class Stage(StrEnum):
    """The customer's journey begins before the first contact."""

    AWARE = "aware"
    DECIDING = "deciding"
    PREPARING = "preparing"
    APPLYING = "applying"
    WAITING = "waiting"
    RECEIVING = "receiving"
    AFTER = "after"


class Frequency(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    ONCE = "once"


class Customers(StrEnum):
    """How many customers each time."""

    FEW = "1-5"
    SOME = "6-20"
    MANY = "21-100"
    MORE = "more"


class ReplyKind(StrEnum):
    ACKNOWLEDGED = "acknowledged"
    ASKED = "asked"
    FACTS = "facts"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REROUTED = "rerouted"
    FIXED = "fixed"
    CONFIRMED = "confirmed"
    REOPENED = "reopened"
    DUPLICATE = "duplicate"
    SEPARATED = "separated"


class PainPoint(Lockable, Salted, Model):
    """One report. `id` stays inside and rises from day to day, at random within one; `number` is random and public:
    what runs would tell the time.

    Anonymous: no reporter, no instant, only the day. `responsible_id` is never empty: the database refuses it.
    The clocks: `ack_due_on` and `answer_due_on` are working days of the office from the rules in force at receipt.
    """

    __tablename__ = "pain_point"
    __table_args__ = (
        Index("ix_pain_point_office", "office_id", "id"),
        Index("ix_pain_point_office_state", "office_id", "state"),
        Index("ix_pain_point_office_fixed", "office_id", "fixed_on"),
        Index("ix_pain_point_state", "state", "id"),
        Index("ix_pain_point_responsible", "responsible_id", "state", "answer_due_on"),
        Index("ix_pain_point_reporter", "reporter_id", "id"),
        Index(
            "ix_pain_point_unanswered", "answer_due_on", "id", "office_id", "paused_on",
            sqlite_where=text("answered_on IS NULL"), postgresql_where=text("answered_on IS NULL"),
        ),
        Index("ix_pain_point_channel", "channel", "id"),
        Index("ix_pain_point_stage", "stage", "id"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    reporter_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    is_anonymous: Mapped[bool] = mapped_column(nullable=False, default=False)
    receipt_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    submission_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    language: Mapped[str] = mapped_column(String(10), nullable=False)
    title: Mapped[str] = mapped_column(String(160), nullable=False)
    happening: Mapped[str] = mapped_column(Text, nullable=False)
    suggestion: Mapped[str] = mapped_column(Text, nullable=False, default="")
    frequency: Mapped[Frequency] = mapped_column(code(Frequency), nullable=False)
    customers: Mapped[Customers] = mapped_column(code(Customers), nullable=False)
    channel: Mapped[ChannelKind] = mapped_column(code(ChannelKind), nullable=False)
    stage: Mapped[Stage | None] = mapped_column(code(Stage))
    minutes_lost: Mapped[int | None]
    state: Mapped[State] = mapped_column(code(State), nullable=False, default=State.RECEIVED)
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("pain_point.id"), index=True)
    responsible_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_on: Mapped[date] = mapped_column(nullable=False, index=True)
    ack_due_on: Mapped[date] = mapped_column(nullable=False)
    answer_due_on: Mapped[date] = mapped_column(nullable=False)
    acknowledged_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    paused_on: Mapped[date | None]
    fixed_on: Mapped[date | None] = mapped_column(index=True)
    smallest_group: Mapped[int] = mapped_column(nullable=False)
    sighting_count: Mapped[int] = mapped_column(nullable=False, default=0)
    people_per_month: Mapped[int] = mapped_column(nullable=False, default=0)
    minutes_per_month: Mapped[int] = mapped_column(nullable=False, default=0)

    office: Mapped[Office] = relationship()
    reporter: Mapped[Person | None] = relationship(foreign_keys=[reporter_id])
    responsible: Mapped[Person] = relationship(foreign_keys=[responsible_id])
    replies: Mapped[list["Reply"]] = relationship(back_populates="pain_point", order_by="Reply.id")

    @property
    def ref(self) -> str:
        return f"PP-{self.number}"


class Reply(Salted, Model):
    """What the reporter is told, or tells: every decision carries one. No hour where the reporter is anonymous."""

    __tablename__ = "reply"

    id: Mapped[int] = mapped_column(primary_key=True)
    pain_point_id: Mapped[int] = mapped_column(ForeignKey("pain_point.id"), nullable=False, index=True)
    kind: Mapped[ReplyKind] = mapped_column(code(ReplyKind), nullable=False)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    words: Mapped[str] = mapped_column(Text, nullable=False)
    language: Mapped[str] = mapped_column(String(10), nullable=False)
    written_on: Mapped[date] = mapped_column(nullable=False)
    written_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    pain_point: Mapped[PainPoint] = relationship(back_populates="replies")
    author: Mapped[Person | None] = relationship()


class Sighting(Salted, Model):
    """ "It happens here too": how often, how many customers, minutes each loses. Not a vote; one per colleague."""

    __tablename__ = "sighting"
    __table_args__ = (UniqueConstraint("pain_point_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pain_point_id: Mapped[int] = mapped_column(ForeignKey("pain_point.id"), nullable=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    frequency: Mapped[Frequency] = mapped_column(code(Frequency), nullable=False)
    customers: Mapped[Customers] = mapped_column(code(Customers), nullable=False)
    minutes_lost: Mapped[int | None]
    words: Mapped[str] = mapped_column(Text, nullable=False, default="")
    seen_on: Mapped[date] = mapped_column(nullable=False)

    person: Mapped[Person] = relationship()
    office: Mapped[Office] = relationship()


class PlanLink(Model):
    """This pain point is in that plan, from a day until `to_on`. A link, not a state."""

    __tablename__ = "plan_link"
    __table_args__ = (
        Index(
            "uq_plan_link_current", "pain_point_id", "plan_id", unique=True,
            sqlite_where=text("to_on IS NULL"), postgresql_where=text("to_on IS NULL"),
        ),
        Index("ix_plan_link_plan", "plan_id", "to_on"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    pain_point_id: Mapped[int] = mapped_column(ForeignKey("pain_point.id"), nullable=False)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    from_on: Mapped[date] = mapped_column(nullable=False)
    to_on: Mapped[date | None]

    pain_point: Mapped[PainPoint] = relationship()
