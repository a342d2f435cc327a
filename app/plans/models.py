"""Plans and their versions: section texts as rows, changes, channels touched, and what was frozen at submission."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, and_, text
from sqlalchemy.orm import Mapped, column_property, foreign, mapped_column, relationship

from app.accounts.models import Person
from app.champions.models import Cycle, Seat
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Channel, Office
from app.plans import sponsors
from app.plans.contributor import Contributor


class PlanState(StrEnum):
    PREPARING = "preparing"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"


class VersionState(StrEnum):
    DRAFT = "draft"
    IN_CONSULTATION = "in_consultation"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


class ChangeKind(StrEnum):
    POLICY = "policy"
    PROCESS = "process"
    PEOPLE = "people"
    TECHNOLOGY = "technology"


class Cost(StrEnum):
    NIL = "nil"
    WITHIN_RESOURCES = "within_resources"
    NEEDS_MONEY = "needs_money"

    @property
    def is_free(self) -> bool:
        """Nothing that the office does not have already: no money, no people are asked for."""
        return self is not Cost.NEEDS_MONEY


IS_OPEN = text("state IN ('draft', 'in_consultation', 'submitted')")
SECTIONS = ("title", "outcome", "mission", "problem", "customers", "today", "after", "people", "risks")


class Plan(Lockable, Model):
    """An office's two pages for one cycle. `title` follows the version in force, for lists."""

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("office_id", "cycle_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), nullable=False, index=True)
    state: Mapped[PlanState] = mapped_column(code(PlanState), nullable=False, default=PlanState.PREPARING, index=True)
    title: Mapped[str] = mapped_column(Text, nullable=False, default="")
    language: Mapped[str] = mapped_column(String(10), nullable=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    sponsor: Mapped[str | None] = column_property(sponsors.nearest(office_id), deferred=True)

    office: Mapped[Office] = relationship()
    cycle: Mapped[Cycle] = relationship()
    versions: Mapped[list["PlanVersion"]] = relationship(back_populates="plan", order_by="PlanVersion.number")
    contributors: Mapped[list[Contributor]] = relationship(
        primaryjoin=lambda: and_(Plan.id == Contributor.plan_id, Contributor.ended_at.is_(None)), viewonly=True
    )
    seat: Mapped[Seat | None] = relationship(
        primaryjoin=lambda: and_(
            foreign(Plan.office_id) == Seat.office_id, Plan.cycle_id == Seat.cycle_id, Seat.to_on.is_(None)
        ),
        viewonly=True,
        uselist=False,
    )

    @property
    def ref(self) -> str:
        return f"P-{self.number}"


class PlanVersion(Lockable, Salted, Model):
    """The text under review or in force. Immutable once submitted; at most one open beside the accepted one.

    `frozen` is the whole sheet as submitted, `content_hash` its fingerprint (printed), `pdf_sha256` the bytes'.
    """

    __tablename__ = "plan_version"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        Index("uq_plan_version_open", "plan_id", unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        Index("ix_plan_version_state", "state", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    number: Mapped[int] = mapped_column(nullable=False)
    state: Mapped[VersionState] = mapped_column(code(VersionState), nullable=False, default=VersionState.DRAFT)
    today_days: Mapped[int | None]
    after_days: Mapped[int | None]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decision_reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    saved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    pages: Mapped[int | None]
    frozen: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    content_hash: Mapped[str | None] = mapped_column(String(64))
    pdf_sha256: Mapped[str | None] = mapped_column(ForeignKey("artefact.sha256"))
    fonts: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    plan: Mapped[Plan] = relationship(back_populates="versions")
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    submitted_by: Mapped[Person | None] = relationship(foreign_keys=[submitted_by_id])
    decided_by: Mapped[Person | None] = relationship(foreign_keys=[decided_by_id])
    saved_by: Mapped[Person] = relationship(foreign_keys=[saved_by_id])
    sections: Mapped[list["SectionText"]] = relationship(back_populates="version", order_by="SectionText.position")
    changes: Mapped[list["PlanChange"]] = relationship(
        back_populates="version", order_by="PlanChange.position", cascade="all, delete-orphan"
    )
    channels: Mapped[list[Channel]] = relationship(secondary="version_channel", order_by=Channel.id)


class SectionText(Lockable, Salted, Model):
    """One section's words; plain text or light Markdown. Its own lock number, so that two can write at once."""

    __tablename__ = "section_text"
    __table_args__ = (UniqueConstraint("version_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), nullable=False)
    key: Mapped[str] = mapped_column(String(40), nullable=False)
    position: Mapped[int] = mapped_column(nullable=False)
    words: Mapped[str] = mapped_column(Text, nullable=False, default="")

    version: Mapped[PlanVersion] = relationship(back_populates="sections")


class PlanChange(Salted, Model):
    """One thing the plan changes. A technology change says which process is rethought with it, and its two owners."""

    __tablename__ = "plan_change"
    __table_args__ = (UniqueConstraint("version_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), nullable=False)
    position: Mapped[int] = mapped_column(nullable=False)
    what: Mapped[str] = mapped_column(Text, nullable=False)
    kind: Mapped[ChangeKind] = mapped_column(code(ChangeKind), nullable=False)
    rule_owner: Mapped[str] = mapped_column(Text, nullable=False, default="")
    cost: Mapped[Cost] = mapped_column(code(Cost), nullable=False)
    process: Mapped[str] = mapped_column(Text, nullable=False, default="", server_default="")
    service_owner: Mapped[str] = mapped_column(Text, nullable=False, default="", server_default="")
    technology_owner: Mapped[str] = mapped_column(Text, nullable=False, default="", server_default="")

    version: Mapped[PlanVersion] = relationship(back_populates="changes")


class VersionChannel(Model):
    """A channel that a version touches; chosen, not written."""

    __tablename__ = "version_channel"

    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), primary_key=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), primary_key=True)


class VersionMeasure(Model):
    """A measure that a version promises to move, with the baseline and target it was submitted with. At most five."""

    __tablename__ = "version_measure"
    __table_args__ = (UniqueConstraint("version_id", "position"),)

    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), primary_key=True)
    position: Mapped[int] = mapped_column(nullable=False)


class VersionMilestone(Model):
    """The first promise of a milestone, as the submitted version made it."""

    __tablename__ = "version_milestone"

    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), primary_key=True)
    milestone_id: Mapped[int] = mapped_column(ForeignKey("milestone.id"), primary_key=True)
    due_on: Mapped[date] = mapped_column(nullable=False)
