"""Remarks on a version of a plan, section by section, and what was answered. Texts here, never in events."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.plans.models import Plan, PlanVersion


class RemarkState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    SETTLED = "settled"


class Remark(Lockable, Salted, Model):
    """What somebody asks of one part of a version. Until it is settled it goes along to the versions that follow."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_plan", "plan_id", "state", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), nullable=False, index=True)
    part: Mapped[str] = mapped_column(String(40), nullable=False)
    words: Mapped[str] = mapped_column(Text, nullable=False)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    state: Mapped[RemarkState] = mapped_column(code(RemarkState), nullable=False, default=RemarkState.OPEN)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    plan: Mapped[Plan] = relationship()
    version: Mapped[PlanVersion] = relationship()
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    settled_by: Mapped[Person | None] = relationship(foreign_keys=[settled_by_id])
    answers: Mapped[list["RemarkAnswer"]] = relationship(back_populates="remark", order_by="RemarkAnswer.id")


class RemarkAnswer(Salted, Model):
    """What was said under a remark: the team's answer, or (`is_question`) who asked, asking again."""

    __tablename__ = "remark_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    remark_id: Mapped[int] = mapped_column(ForeignKey("remark.id"), nullable=False, index=True)
    words: Mapped[str] = mapped_column(Text, nullable=False)
    is_question: Mapped[bool] = mapped_column(nullable=False, default=False)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    said_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    remark: Mapped[Remark] = relationship(back_populates="answers")
    author: Mapped[Person] = relationship()
