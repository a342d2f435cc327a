"""Measures, sources, append-only observations, dated interventions. Values are decimals in the measure's unit."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Office

VALUE = Numeric(18, 6)


class Kind(StrEnum):
    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class Direction(StrEnum):
    """Which way is better; "keep" for a balancing measure that must not get worse than its target."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Cadence(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Unit(StrEnum):
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    COUNT = "count"
    PERCENT = "percent"
    PER_100 = "per_100"
    MONEY = "money"


class Signal(StrEnum):
    NONE = "none"
    IMPROVING = "improving"
    WORSE = "worse"


class Measure(Lockable, Salted, Model):
    """What is counted, in which unit, which way is better, from where to where.

    Stored with its inputs, by `flask rebuild` and by every change: `latest_*`, `stale_after` (the last day on which
    the newest observation is fresh), `grade` (0 to 4), `signal` and `checked_until` (the last day on which a recount
    raises the grade; None where none does).
    """

    __tablename__ = "measure"
    __table_args__ = (Index("ix_measure_stale", "stale_after", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(nullable=False, unique=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    name: Mapped[str] = mapped_column(String(200), nullable=False)
    definition: Mapped[str] = mapped_column(Text, nullable=False, default="")
    kind: Mapped[Kind] = mapped_column(code(Kind), nullable=False)
    unit: Mapped[Unit] = mapped_column(code(Unit), nullable=False)
    direction: Mapped[Direction] = mapped_column(code(Direction), nullable=False)
    is_proxy: Mapped[bool] = mapped_column(nullable=False, default=False)
    cadence: Mapped[Cadence] = mapped_column(code(Cadence), nullable=False)
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    baseline: Mapped[Decimal | None] = mapped_column(VALUE)
    baseline_start: Mapped[date | None]
    baseline_end: Mapped[date | None]
    target: Mapped[Decimal | None] = mapped_column(VALUE)
    target_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    latest: Mapped[Decimal | None] = mapped_column(VALUE)
    latest_end: Mapped[date | None]
    stale_after: Mapped[date | None]
    grade: Mapped[int] = mapped_column(nullable=False, default=0)
    checked_until: Mapped[date | None]
    signal: Mapped[Signal] = mapped_column(code(Signal), nullable=False, default=Signal.NONE)

    office: Mapped[Office] = relationship()
    owner: Mapped[Person] = relationship()
    sources: Mapped[list["Source"]] = relationship(back_populates="measure", order_by="Source.id")
    interventions: Mapped[list["Intervention"]] = relationship(order_by="Intervention.happened_on")

    @property
    def ref(self) -> str:
        return f"M-{self.number}"

    def is_stale(self, today: date) -> bool:
        """True from the day after `stale_after` on: the next number is overdue."""
        return self.stale_after is not None and self.stale_after < today

    def grade_on(self, today: date) -> int:
        """The evidence grade on a day: what is stored, one step up while a recount holds, one down while stale."""
        return max(0, self.grade + self.is_checked(today) - self.is_stale(today))

    def is_checked(self, today: date) -> bool:
        """True while a recount from outside raises the grade."""
        return self.checked_until is not None and self.checked_until >= today


class Source(Salted, Model):
    """Where a measure's numbers come from: a system or a count, its definition, its coverage. The newest is in use."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), nullable=False, index=True)
    name: Mapped[str] = mapped_column(String(200), nullable=False)
    definition: Mapped[str] = mapped_column(Text, nullable=False, default="")
    coverage: Mapped[str] = mapped_column(Text, nullable=False, default="")
    from_on: Mapped[date] = mapped_column(nullable=False)

    measure: Mapped[Measure] = relationship(back_populates="sources")


class Observation(Salted, Model):
    """A number for a period (both days included). Never changed: a later row replaces it, with a reason.

    The indexes hold "one current row per measure, source and period": one first row, each replaced at most once.
    """

    __tablename__ = "observation"
    __table_args__ = (
        CheckConstraint("period_end >= period_start", name="period"),
        CheckConstraint("denominator IS NULL OR denominator > 0", name="denominator"),
        Index(
            "uq_observation_first", "measure_id", "source_id", "period_start", "period_end", unique=True,
            sqlite_where=text("replaces_id IS NULL"), postgresql_where=text("replaces_id IS NULL"),
        ),
        Index("ix_observation_period", "measure_id", "period_start"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), nullable=False)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), nullable=False, index=True)
    period_start: Mapped[date] = mapped_column(nullable=False)
    period_end: Mapped[date] = mapped_column(nullable=False)
    value: Mapped[Decimal] = mapped_column(VALUE, nullable=False)
    numerator: Mapped[Decimal | None] = mapped_column(VALUE)
    denominator: Mapped[Decimal | None] = mapped_column(VALUE)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("observation.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    recorded_by: Mapped[Person] = relationship()


class Intervention(Salted, Model):
    """The dated change that a measure should show: a line with its name on the chart."""

    __tablename__ = "intervention"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), nullable=False, index=True)
    happened_on: Mapped[date] = mapped_column(nullable=False)
    name: Mapped[str] = mapped_column(String(200), nullable=False)


class Recount(Salted, Model):
    """The number of a period counted again by someone from outside the office, and how they did it. Never changed."""

    __tablename__ = "recount"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id"), nullable=False, index=True)
    period_start: Mapped[date] = mapped_column(nullable=False)
    period_end: Mapped[date] = mapped_column(nullable=False)
    value: Mapped[Decimal] = mapped_column(VALUE, nullable=False)
    method: Mapped[str] = mapped_column(Text, nullable=False)
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    recorded_on: Mapped[date] = mapped_column(nullable=False)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    recorded_by: Mapped[Person] = relationship()
