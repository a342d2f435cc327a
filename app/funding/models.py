"""Rounds, requests and decisions.

Positions are hundredths (250 = 2.5 positions); money is minor units of the round's currency.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.plans.models import Plan
from app.reports.models import Report


class RoundState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class RequestState(StrEnum):
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    DECIDED = "decided"
    DELIVERED = "delivered"
    CHECKED = "checked"


class Outcome(StrEnum):
    APPROVED = "approved"
    PART = "part"
    DEFERRED = "deferred"
    DECLINED = "declined"


class FundingRound(Lockable, Model):
    """An envelope to decide on: positions, money, and the days between which requests come in and are decided."""

    __tablename__ = "funding_round"
    __table_args__ = (
        CheckConstraint("positions >= 0 AND money >= 0", name="envelope"),
        CheckConstraint("closes_on >= opens_on AND decide_by_on >= closes_on", name="dates"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    name: Mapped[str] = mapped_column(String(120), nullable=False)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    positions: Mapped[int] = mapped_column(nullable=False, default=0)
    money: Mapped[int] = mapped_column(nullable=False, default=0)
    currency: Mapped[str] = mapped_column(String(3), nullable=False)
    opens_on: Mapped[date] = mapped_column(nullable=False)
    closes_on: Mapped[date] = mapped_column(nullable=False)
    decide_by_on: Mapped[date] = mapped_column(nullable=False)
    state: Mapped[RoundState] = mapped_column(code(RoundState), nullable=False, default=RoundState.PLANNED)

    requests: Mapped[list["FundingRequest"]] = relationship(back_populates="round", order_by="FundingRequest.id")


class FundingRequest(Lockable, Salted, Model):
    """What a plan asks, for what, and what if no; rests on published reports and measures, frozen at submission."""

    __tablename__ = "funding_request"
    __table_args__ = (
        CheckConstraint("positions >= 0 AND money >= 0", name="asked"),
        Index("ix_funding_request_round", "round_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("funding_round.id"), nullable=False)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False, index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    title: Mapped[str] = mapped_column(String(200), nullable=False)
    positions: Mapped[int] = mapped_column(nullable=False, default=0)
    money: Mapped[int] = mapped_column(nullable=False, default=0)
    for_what: Mapped[str] = mapped_column(Text, nullable=False, default="")
    if_no: Mapped[str] = mapped_column(Text, nullable=False, default="")
    state: Mapped[RequestState] = mapped_column(code(RequestState), nullable=False, default=RequestState.DRAFT)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    frozen: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    content_hash: Mapped[str | None] = mapped_column(String(64))
    sheet_sha256: Mapped[str | None] = mapped_column(ForeignKey("artefact.sha256"))

    round: Mapped[FundingRound] = relationship(back_populates="requests")
    plan: Mapped[Plan] = relationship()
    author: Mapped[Person] = relationship()
    reports: Mapped[list[Report]] = relationship(secondary="request_report", order_by=Report.id)
    decisions: Mapped[list["Decision"]] = relationship(back_populates="request", order_by="Decision.id")

    @property
    def ref(self) -> str:
        return f"F-{self.number}"


class RequestReport(Model):
    """A published report that a request rests on."""

    __tablename__ = "request_report"

    request_id: Mapped[int] = mapped_column(ForeignKey("funding_request.id"), primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), primary_key=True)


class RequestMeasure(Model):
    """A measure that a request rests on, and what it promises to reach by when."""

    __tablename__ = "request_measure"
    __table_args__ = (UniqueConstraint("request_id", "position"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("funding_request.id"), primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), primary_key=True)
    position: Mapped[int] = mapped_column(nullable=False)


class Decision(Salted, Model):
    """A leader's word on a request. Never edited: a later one supersedes it."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("funding_request.id"), nullable=False, index=True)
    outcome: Mapped[Outcome] = mapped_column(code(Outcome), nullable=False)
    positions: Mapped[int] = mapped_column(nullable=False, default=0)
    money: Mapped[int] = mapped_column(nullable=False, default=0)
    until_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(Text, nullable=False)
    conditions: Mapped[str] = mapped_column(Text, nullable=False, default="")
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), unique=True)
    content_hash: Mapped[str] = mapped_column(String(64), nullable=False)
    letter_sha256: Mapped[str | None] = mapped_column(ForeignKey("artefact.sha256"))

    request: Mapped[FundingRequest] = relationship(back_populates="decisions")
    decided_by: Mapped[Person] = relationship()
