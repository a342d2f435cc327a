"""A plan as full as they get, for the bench: 200 steps in 12 lanes, 5 measures of 120 months, 60 milestones.

`python -m tests.bench.full_plan` fills the plan FULL of a loaded demo, one that is carried out.
"""

import os
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, select

from app import create_app
from app.core import clock
from app.core.database import transaction
from app.extensions import db
from app.maps.models import MOST_LANES, MOST_STEPS, Kind, Rule, SavedMap, SavedStep
from app.measures.models import Cadence, Direction, Measure, Observation, Source, Unit
from app.measures.models import Kind as MeasureKind
from app.milestones.models import Milestone
from app.plans.models import Plan, PlanVersion, VersionMeasure
from config import Settings

FULL = 12
MEASURES, MONTHS, MILESTONES = 5, 120, 60


def main() -> None:
    app = create_app(Settings.from_environ(os.environ))
    with app.app_context(), transaction():
        plan = db.session.scalars(select(Plan).where(Plan.number == FULL)).one()
        version = plan.versions[-1]
        _draw(version)
        known = select(func.count()).select_from(VersionMeasure).where(VersionMeasure.version_id == version.id)
        for number in range(db.session.scalar(known) or 0, MEASURES):
            _measure(version, number)
        _promise(version)


def _draw(version: PlanVersion) -> None:
    saved = SavedMap(
        plan_id=version.plan_id, kind=Kind.OBSERVED, seen_on=version.plan.cycle.starts_on, saved_at=clock.now(),
        saved_by_id=version.author_id,
    )  # fmt: skip
    db.session.add(saved)
    db.session.flush()
    db.session.add_all(
        SavedStep(
            map_id=saved.id, position=place, name=f"Step {place}: the file is read", lane=f"Desk {place % MOST_LANES}",
            work=20, wait=60 * (place % 9), right_of_100=90, rule=list(Rule)[place % 5], rule_name="Circular 14",
        )
        for place in range(1, MOST_STEPS + 1)
    )  # fmt: skip


def _measure(version: PlanVersion, number: int) -> None:
    kind = MeasureKind.OUTCOME if number == 0 else MeasureKind.PROCESS
    measure = Measure(
        number=90_000 + number, office_id=version.plan.office_id, name=f"Days to an answer, desk {number}", kind=kind,
        unit=Unit.DAYS, direction=Direction.DOWN, cadence=Cadence.MONTH, owner_id=version.author_id,
        created_at=clock.now(),
    )  # fmt: skip
    db.session.add(measure)
    db.session.flush()
    source = Source(measure_id=measure.id, name="Register", from_on=_month(0))
    db.session.add(source)
    db.session.flush()
    db.session.add(VersionMeasure(version_id=version.id, measure_id=measure.id, position=10 + number))
    db.session.add_all(
        Observation(
            measure_id=measure.id, source_id=source.id, period_start=_month(month),
            period_end=_month(month + 1) - timedelta(days=1), value=Decimal(60 - month // 4 + month % 7),
            recorded_by_id=version.author_id, recorded_at=clock.now(),
        )
        for month in range(MONTHS)
    )  # fmt: skip


def _promise(version: PlanVersion) -> None:
    start = version.plan.cycle.starts_on
    db.session.add_all(
        Milestone(
            plan_id=version.plan_id, name=f"Desk {number} works the new way", owner="Dana Whitfield",
            first_due_on=start + timedelta(days=6 * number), due_on=start + timedelta(days=6 * number + 5),
        )
        for number in range(MILESTONES)
    )  # fmt: skip


def _month(number: int) -> date:
    """The first day of a month, MONTHS of them up to this one."""
    months = clock.now().year * 12 + clock.now().month - 1 - MONTHS + number
    return date(months // 12, months % 12 + 1, 1)


if __name__ == "__main__":
    main()
