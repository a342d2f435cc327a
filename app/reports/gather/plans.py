"""The plans that a report covers: those with a version in force on the last day, in the tree of that day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import contains_eager, defer, joinedload

from app.accounts.models import Person
from app.champions.models import Cycle, Seat
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan, PlanVersion, VersionState
from app.reports.models import Report, Scope
from app.reports.tree import offices_on


@dataclass(frozen=True)
class Covered:
    """A plan with its version in force on the last day, and who spoke for it then."""

    plan: Plan
    version: PlanVersion
    champion: str


def offices_of(report: Report) -> frozenset[int]:
    """The offices of the report: its own and all that hung below on the last day."""
    return offices_on(report.office, report.period_end)


def covered(report: Report, offices: Collection[int]) -> list[Covered]:
    """Plans by the name of their office; for a plan's report only that plan. One query whatever their number."""
    plans, names = _plans(report, offices)
    found = [(plan, version_on(plan, report.period_end)) for plan in plans]
    return [Covered(plan, version, names.get(plan.id, "")) for plan, version in found if version is not None]


def version_on(plan: Plan, day: date) -> PlanVersion | None:
    """The newest version that was accepted by the end of a day, in UTC: the hour hardly ever decides."""
    end = datetime.combine(day + timedelta(days=1), time(), UTC)
    accepted = [version for version in plan.versions if version.state is VersionState.ACCEPTED and version.decided_at]
    return next((one for one in reversed(accepted) if one.decided_at and one.decided_at < end), None)


def _plans(report: Report, offices: Collection[int]) -> tuple[Sequence[Plan], Mapping[int, str]]:
    """The plans, and by plan who held the seat on the last day; the earliest seat where none had begun."""
    held = and_(Seat.office_id == Plan.office_id, Seat.cycle_id == Plan.cycle_id)
    asked = select(Plan, Seat.from_on, Person.name).join(Plan.office).join(Plan.cycle)
    asked = asked.outerjoin(Seat, held).outerjoin(Person, Person.id == Seat.champion_id)
    if report.scope is Scope.PLAN:
        asked = asked.where(Plan.id == report.plan_id)
    else:
        asked = asked.where(
            Plan.office_id.in_(offices), Cycle.starts_on <= report.period_end, Cycle.ends_on >= report.period_start
        )
    versions = joinedload(Plan.versions).options(defer(PlanVersion.frozen), joinedload(PlanVersion.changes))
    loaded = asked.options(contains_eager(Plan.office), contains_eager(Plan.cycle), versions)
    plans: dict[int, Plan] = {}
    names: dict[int, str] = {}
    rows = db.session.execute(loaded.order_by(Office.name, Plan.id, Seat.from_on, Seat.id)).unique()
    for plan, from_on, name in rows:
        plans[plan.id] = plan
        if name and (from_on <= report.period_end or plan.id not in names):
            names[plan.id] = name
    return list(plans.values()), names
