"""Nominations, the words of colleagues who stand behind them, criteria with scores, and conflicts of interest."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.champions.models import Cycle
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Office


class NominationState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    SHORTLISTED = "shortlisted"
    SELECTED = "selected"
    NOT_SELECTED = "not_selected"
    ACCEPTED = "accepted"
    DECLINED = "declined"


_LIVE = text("state IN ('submitted', 'shortlisted', 'selected', 'accepted')")
_SELECTED = text("state = 'selected'")


class Nomination(Lockable, Salted, Model):
    """Someone proposed as champion of an office in a cycle, with grounds. One at a time for a person and cycle.

    `reason` is what nominator and nominee are told of the decision; `answer` what the person said to it.
    """

    __tablename__ = "nomination"
    __table_args__ = (
        Index(
            "uq_nomination_live", "cycle_id", "nominee_id", unique=True,
            sqlite_where=_LIVE, postgresql_where=_LIVE,
        ),
        Index(
            "uq_nomination_selected", "cycle_id", "office_id", unique=True,
            sqlite_where=_SELECTED, postgresql_where=_SELECTED,
        ),
        Index("ix_nomination_cycle_state", "cycle_id", "state", "number"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), nullable=False)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    nominee_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    nominator_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    state: Mapped[NominationState] = mapped_column(code(NominationState), nullable=False, default=NominationState.DRAFT)
    thinks_ahead: Mapped[str] = mapped_column(Text, nullable=False)
    respected: Mapped[str] = mapped_column(Text, nullable=False)
    reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    answer: Mapped[str] = mapped_column(Text, nullable=False, default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shortlisted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))

    cycle: Mapped[Cycle] = relationship()
    office: Mapped[Office] = relationship()
    nominee: Mapped[Person] = relationship(foreign_keys=[nominee_id])
    nominator: Mapped[Person] = relationship(foreign_keys=[nominator_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    endorsements: Mapped[list["Endorsement"]] = relationship(order_by="Endorsement.id")
    conflicts: Mapped[list["Conflict"]] = relationship(order_by="Conflict.id")

    @property
    def ref(self) -> str:
        return f"N-{self.number}"


class Endorsement(Salted, Model):
    """A colleague stands behind a nomination with a sentence; one for each person."""

    __tablename__ = "endorsement"
    __table_args__ = (UniqueConstraint("nomination_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nomination.id"), nullable=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    words: Mapped[str] = mapped_column(Text, nullable=False)
    given_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    person: Mapped[Person] = relationship()


class Criterion(Model):
    """What nominations of a cycle are scored by: the program office's words, fixed once the first score is given."""

    __tablename__ = "criterion"
    __table_args__ = (UniqueConstraint("cycle_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), nullable=False)
    position: Mapped[int] = mapped_column(nullable=False)
    name: Mapped[str] = mapped_column(String(120), nullable=False)
    question: Mapped[str] = mapped_column(String(300), nullable=False, default="")


class Assessment(Lockable, Salted, Model):
    """One scorer's view of one nomination: points by criterion, and a note that says why."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("nomination_id", "scorer_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nomination.id"), nullable=False)
    scorer_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    note: Mapped[str] = mapped_column(Text, nullable=False)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    scorer: Mapped[Person] = relationship()
    scores: Mapped[list["Score"]] = relationship(order_by="Score.criterion_id")

    @property
    def points(self) -> dict[int, int]:
        """Points by criterion id."""
        return {score.criterion_id: score.points for score in self.scores}


class Score(Model):
    """1 to 5 points of one assessment for one criterion."""

    __tablename__ = "score"
    __table_args__ = (
        UniqueConstraint("assessment_id", "criterion_id"),
        CheckConstraint("points BETWEEN 1 AND 5", name="points"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), nullable=False)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"), nullable=False, index=True)
    points: Mapped[int] = mapped_column(nullable=False)


class Conflict(Salted, Model):
    """Someone who scores says that they are too near to judge: what they scored no longer counts. Not taken back."""

    __tablename__ = "conflict_of_interest"
    __table_args__ = (UniqueConstraint("nomination_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nomination.id"), nullable=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    words: Mapped[str] = mapped_column(Text, nullable=False)
    declared_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    person: Mapped[Person] = relationship()
