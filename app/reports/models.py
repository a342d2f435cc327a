"""Progress reports: what was gathered, what was frozen, what the champion says."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.champions.models import Cycle
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Office
from app.plans.models import Plan


class Scope(StrEnum):
    PLAN = "plan"
    OFFICE = "office"
    PROGRAM = "program"


class State(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class Report(Lockable, Salted, Model):
    """Progress over a period (both days included). Published: `frozen` data, page and PDF never change again.

    `progress` is the share rendered in per cent while a job works; `archive_sha256` is the ZIP of single plans.
    """

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint("period_end >= period_start", name="period"),
        Index("ix_report_state", "state", "id"),
        Index("ix_report_plan", "plan_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    scope: Mapped[Scope] = mapped_column(code(Scope), nullable=False)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    cycle_id: Mapped[int | None] = mapped_column(ForeignKey("cycle.id"))
    period_start: Mapped[date] = mapped_column(nullable=False)
    period_end: Mapped[date] = mapped_column(nullable=False)
    language: Mapped[str] = mapped_column(String(10), nullable=False)
    title: Mapped[str] = mapped_column(String(200), nullable=False)
    went_well: Mapped[str] = mapped_column(Text, nullable=False, default="")
    did_not: Mapped[str] = mapped_column(Text, nullable=False, default="")
    we_ask: Mapped[str] = mapped_column(Text, nullable=False, default="")
    state: Mapped[State] = mapped_column(code(State), nullable=False, default=State.DRAFT)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("report.id"), unique=True)
    correction_reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    frozen: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), deferred=True)
    page_html: Mapped[str | None] = mapped_column(Text, deferred=True)
    content_hash: Mapped[str | None] = mapped_column(String(64))
    pdf_sha256: Mapped[str | None] = mapped_column(ForeignKey("artefact.sha256"))
    archive_sha256: Mapped[str | None] = mapped_column(ForeignKey("artefact.sha256"))
    progress: Mapped[int | None]
    failure: Mapped[str] = mapped_column(String(200), nullable=False, default="")

    plan: Mapped[Plan | None] = relationship()
    office: Mapped[Office] = relationship()
    cycle: Mapped[Cycle | None] = relationship()
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    published_by: Mapped[Person | None] = relationship(foreign_keys=[published_by_id])
    supersedes: Mapped["Report | None"] = relationship(remote_side=[id])

    @property
    def ref(self) -> str:
        return f"R-{self.number}"
