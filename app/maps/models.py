"""Process maps of a plan and their steps: how it goes, how it shall go, and how it was seen to go.

The first two belong to the draft and are frozen with the version (plans.sheet.PlanSheet.maps); an observed one carries
its day and may come at any time.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import Lockable, Salted, UtcDateTime, code
from app.extensions import Model

MOST_STEPS = 200
MOST_LANES = 12


class Kind(StrEnum):
    AS_IS = "as_is"
    TO_BE = "to_be"
    OBSERVED = "observed"


class Rule(StrEnum):
    LAW = "law"
    REGULATION = "regulation"
    POLICY = "policy"
    HABIT = "habit"
    SYSTEM = "system"


PROMISED = (Kind.AS_IS, Kind.TO_BE)
"""The kinds that a version freezes; a plan has one of each."""
_PROMISED = text("kind != 'observed'")


class SavedMap(Lockable, Model):
    """A map as it stands. Its steps are saved as a whole, under the map's lock number."""

    __tablename__ = "process_map"
    __table_args__ = (
        UniqueConstraint("plan_id", "kind", "seen_on"),
        CheckConstraint("(kind = 'observed') = (seen_on IS NOT NULL)", name="dated"),
        Index(
            "uq_process_map_promised", "plan_id", "kind", unique=True,
            sqlite_where=_PROMISED, postgresql_where=_PROMISED,
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False)
    kind: Mapped[Kind] = mapped_column(code(Kind), nullable=False)
    seen_on: Mapped[date | None]
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    saved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)

    saved_by: Mapped[Person] = relationship()
    steps: Mapped[list["SavedStep"]] = relationship(order_by="SavedStep.position", viewonly=True)


class SavedStep(Salted, Model):
    """One step of a map. Times in minutes; `rule` is what makes it wait, with its name and who can change it."""

    __tablename__ = "map_step"
    __table_args__ = (
        UniqueConstraint("map_id", "position"),
        CheckConstraint("work >= 0 AND wait >= 0 AND right_of_100 BETWEEN 0 AND 100", name="within"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    map_id: Mapped[int] = mapped_column(ForeignKey("process_map.id"), nullable=False)
    position: Mapped[int] = mapped_column(nullable=False)
    name: Mapped[str] = mapped_column(Text, nullable=False)
    lane: Mapped[str] = mapped_column(Text, nullable=False)
    work: Mapped[int] = mapped_column(nullable=False, default=0)
    wait: Mapped[int] = mapped_column(nullable=False, default=0)
    right_of_100: Mapped[int | None]
    rule: Mapped[Rule | None] = mapped_column(code(Rule))
    rule_name: Mapped[str] = mapped_column(Text, nullable=False, default="")
    rule_owner: Mapped[str] = mapped_column(Text, nullable=False, default="")
