"""Cycles with their plan rules, and seats: a champion and a deputy for one office in one cycle."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, code
from app.extensions import Model
from app.offices.models import Office


class CycleState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Paper(StrEnum):
    LETTER = "Letter"
    A4 = "A4"


class SeatState(StrEnum):
    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    HANDED_OVER = "handed_over"
    ENDED = "ended"


class Cycle(Lockable, Model):
    """Twelve months with a cohort of seats, and the rules its plans follow. Cycles may overlap."""

    __tablename__ = "cycle"
    __table_args__ = (
        CheckConstraint("ends_on > starts_on", name="dates"),
        CheckConstraint("page_limit BETWEEN 1 AND 4", name="page_limit"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), nullable=False, unique=True)
    starts_on: Mapped[date] = mapped_column(nullable=False)
    ends_on: Mapped[date] = mapped_column(nullable=False)
    plan_due_on: Mapped[date] = mapped_column(nullable=False)
    page_limit: Mapped[int] = mapped_column(nullable=False, default=2)
    paper: Mapped[Paper] = mapped_column(code(Paper), nullable=False, default=Paper.LETTER)
    seat_limit: Mapped[int] = mapped_column(nullable=False, default=40)
    nominate_until: Mapped[date | None]
    state: Mapped[CycleState] = mapped_column(code(CycleState), nullable=False, default=CycleState.PLANNED)
    section_rules: Mapped[dict[str, Any]] = mapped_column(
        JSON, nullable=False, default=dict, server_default="{}", deferred=True
    )  # what its plans' sections are called and may hold (app/plans/sections.py)


class Seat(Lockable, Model):
    """Who speaks for an office in a cycle. While the champion is on leave the deputy acts."""

    __tablename__ = "seat"
    __table_args__ = (
        Index(
            "uq_seat_current", "cycle_id", "office_id", unique=True,
            sqlite_where=text("to_on IS NULL"), postgresql_where=text("to_on IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), nullable=False)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    champion_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[SeatState] = mapped_column(code(SeatState), nullable=False, default=SeatState.ACTIVE)
    from_on: Mapped[date] = mapped_column(nullable=False)
    to_on: Mapped[date | None]

    cycle: Mapped[Cycle] = relationship()
    office: Mapped[Office] = relationship()
    champion: Mapped[Person] = relationship(foreign_keys=[champion_id])
    deputy: Mapped[Person | None] = relationship(foreign_keys=[deputy_id])

    @property
    def acting_id(self) -> int | None:
        """Who acts now: the champion, or the deputy while the champion is on leave. None once the seat has ended."""
        if self.to_on is not None:
            return None
        return self.deputy_id if self.state is SeatState.ON_LEAVE else self.champion_id


