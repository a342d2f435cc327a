"""A channel owner's word on a plan's text, which versions count it, and what became of a "cannot".

A word belongs to the text it was asked of, not to one version: a later version whose text is the same where the word
rests counts the same row (VersionSignOff), so it is never copied and never asked for twice.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Channel
from app.plans.models import Plan, PlanVersion


class Word(StrEnum):
    AGREE = "agree"
    AGREE_IF = "agree_if"
    CANNOT = "cannot"


class State(StrEnum):
    REQUESTED = "requested"
    GIVEN = "given"
    ESCALATED = "escalated"


class Standing(StrEnum):
    """As what somebody is asked: as the channel's owner, or in the place of an owner who cannot be asked."""

    OWNER = "owner"
    FOR_WRITER = "for_writer"
    FOR_NOBODY = "for_nobody"


class Outcome(StrEnum):
    """What became of a "cannot" one level up. Settled: the owner gave another word before it was decided."""

    UPHELD = "upheld"
    GOES_AHEAD = "goes_ahead"
    CHANGED = "changed"
    SETTLED = "settled"


class SignOff(Lockable, Salted, Model):
    """An ask and the word that came, or silence. `parts` holds salted digests of the text that was asked about.

    `due_on` is the day for which the next word is asked: the owner's, then on a condition or an objection.
    `rests_on` are the parts that the word is about. `passed_id` is the owner in whose place somebody else is asked.
    """

    __tablename__ = "sign_off"
    __table_args__ = (
        Index("ix_sign_off_asked", "asked_id", "state"),
        Index("ix_sign_off_channel", "plan_id", "channel_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), nullable=False)
    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), nullable=False)
    state: Mapped[State] = mapped_column(code(State), nullable=False, default=State.REQUESTED)
    asked_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_as: Mapped[Standing] = mapped_column(code(Standing), nullable=False, default=Standing.OWNER)
    passed_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    asked_on: Mapped[date] = mapped_column(nullable=False)
    due_on: Mapped[date] = mapped_column(nullable=False)
    parts: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False)
    rests_on: Mapped[list[Any]] = mapped_column(JSON, nullable=False)
    word: Mapped[Word | None] = mapped_column(code(Word))
    words: Mapped[str] = mapped_column(Text, nullable=False, default="")
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    met_words: Mapped[str] = mapped_column(Text, nullable=False, default="")
    met_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    met_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_met: Mapped[bool | None]
    met_answer: Mapped[str] = mapped_column(Text, nullable=False, default="")
    met_answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    met_answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    silence_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    plan: Mapped[Plan] = relationship()
    channel: Mapped[Channel] = relationship()
    asked_of: Mapped[PlanVersion] = relationship()
    escalation: Mapped["Escalation | None"] = relationship(back_populates="sign_off", uselist=False)

    @property
    def awaits_met_answer(self) -> bool:
        """The team says that the condition is met, and the owner has not said whether it is."""
        return self.word is Word.AGREE_IF and self.met_at is not None and self.is_met is None


class Escalation(Lockable, Salted, Model):
    """A "cannot" one level up: the team's view beside the owner's, and the decision with its reason.

    `passed_id` is the head who would have been next, but wrote in the plan or is the objector.
    """

    __tablename__ = "escalation"
    __table_args__ = (UniqueConstraint("sign_off_id"), Index("ix_escalation_decider", "decider_id", "outcome"))

    id: Mapped[int] = mapped_column(primary_key=True)
    sign_off_id: Mapped[int] = mapped_column(ForeignKey("sign_off.id"), nullable=False)
    decider_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    passed_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    view: Mapped[str] = mapped_column(Text, nullable=False, default="")
    view_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    view_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[Outcome | None] = mapped_column(code(Outcome))
    reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    sign_off: Mapped[SignOff] = relationship(back_populates="escalation")


class VersionSignOff(Model):
    """The sign-off that a version counts for a channel; of an earlier version where its text is unchanged since."""

    __tablename__ = "version_sign_off"
    __table_args__ = (Index("ix_version_sign_off_sign_off", "sign_off_id"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), primary_key=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    sign_off_id: Mapped[int] = mapped_column(ForeignKey("sign_off.id"), nullable=False)
