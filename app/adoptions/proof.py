"""How far a plan's change is proven: computed from the measures of its version in force, never chosen.

Proven: a measure that is no balancing one shows an improvement with grade E3 or more today. Promising: E2 or more, no
signal of getting worse, and a signal of improvement or a newest number better than the baseline. Measures belong to
the plan, so its changes are proven together; the offer says which one is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from app.adoptions.policy import PROVEN_IN
from app.core import reading
from app.measures.models import Direction, Kind, Measure, Signal, Unit
from app.plans.models import Plan, PlanVersion, VersionMeasure, VersionState

PROMISING_GRADE, PROVEN_GRADE = 2, 3


class Level(IntEnum):
    NONE = 0
    PROMISING = 1
    PROVEN = 2


@dataclass(frozen=True)
class Proof:
    """The measure that shows it best. `grade` is today's."""

    level: Level
    plan_id: int
    measure_id: int
    number: int
    name: str
    unit: Unit
    before: Decimal | None
    after: Decimal | None
    grade: int

    @property
    def href(self) -> str:
        return f"/measures/M-{self.number}"


def is_in_force() -> ColumnElement[bool]:
    """The version is the newest accepted one of its plan. Needs PlanVersion and Plan joined."""
    newest = (
        select(func.max(PlanVersion.number))
        .where(PlanVersion.plan_id == Plan.id, PlanVersion.state == VersionState.ACCEPTED)
        .correlate(Plan)
        .scalar_subquery()
    )
    return PlanVersion.number == newest


def level_on(today: date) -> ColumnElement[int]:
    """What a measure shows on a day, as a Level."""
    grade, signal = grade_on(today), Measure.signal
    is_better = or_(
        and_(Measure.direction == Direction.DOWN, Measure.latest < Measure.baseline),
        and_(Measure.direction == Direction.UP, Measure.latest > Measure.baseline),
        signal == Signal.IMPROVING,
    )
    return case(
        (or_(Measure.kind == Kind.BALANCING, Measure.direction == Direction.KEEP, signal == Signal.WORSE), 0),
        (and_(grade >= PROVEN_GRADE, signal == Signal.IMPROVING), int(Level.PROVEN)),
        (and_(grade >= PROMISING_GRADE, is_better), int(Level.PROMISING)),
        else_=0,
    )


def grade_on(today: date) -> ColumnElement[int]:
    """Measure.grade_on as a statement."""
    raised = case((Measure.checked_until >= today, 1), else_=0)
    lowered = case((Measure.stale_after < today, 1), else_=0)
    grade: ColumnElement[int] = Measure.grade + raised - lowered
    return grade


def of_plans(plan_ids: Sequence[int], today: date) -> dict[int, Proof]:
    """The best proof of each plan that has one; one query, none without plans."""
    if not plan_ids:
        return {}
    level = level_on(today)
    asked = (
        select(
            level.label("level"), Plan.id.label("plan_id"), Measure.id.label("measure_id"), Measure.number,
            Measure.name, Measure.unit, Measure.baseline.label("before"), Measure.latest.label("after"),
            grade_on(today).label("grade"),
        )
        .select_from(Plan)
        .join(PlanVersion, PlanVersion.plan_id == Plan.id)
        .join(VersionMeasure, VersionMeasure.version_id == PlanVersion.id)
        .join(Measure, Measure.id == VersionMeasure.measure_id)
        .where(Plan.id.in_(plan_ids), Plan.state.in_(PROVEN_IN), is_in_force(), level > 0)
        .order_by(level, Measure.kind == Kind.OUTCOME, grade_on(today), VersionMeasure.position.desc())
    )  # fmt: skip
    return {row.plan_id: _proof(row) for row in reading.rows(asked)}  # the last one of a plan is the best


def of_plan(plan: Plan, today: date) -> Proof | None:
    return of_plans([plan.id], today).get(plan.id)


def _proof(row: Any) -> Proof:
    return Proof(
        Level(row.level), row.plan_id, row.measure_id, row.number, row.name, row.unit, row.before, row.after, row.grade
    )
