"""The plans that a report covers: those with a version in force on the last day, in the tree of that day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import defer, joinedload, selectinload

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
    """Plans by the name of their office; for a plan's report only that plan. Three queries whatever their number."""
    found = [(plan, version_on(plan, report.period_end)) for plan in _plans(report, offices)]
    in_force = [(plan, version) for plan, version in found if version is not None]
    names = _champions([plan for plan, _ in in_force], report.period_end)
    return [Covered(plan, version, names.get((plan.office_id, plan.cycle_id), "")) for plan, version in in_force]


def version_on(plan: Plan, day: date) -> PlanVersion | None:
    """The newest version that was accepted by the end of a day, in UTC: the hour hardly ever decides."""
    end = datetime.combine(day + timedelta(days=1), time(), UTC)
    accepted = [version for version in plan.versions if version.state is VersionState.ACCEPTED and version.decided_at]
    return next((one for one in reversed(accepted) if one.decided_at and one.decided_at < end), None)


def _plans(report: Report, offices: Collection[int]) -> Sequence[Plan]:
    asked = select(Plan).join(Plan.office).join(Plan.cycle)
    if report.scope is Scope.PLAN:
        asked = asked.where(Plan.id == report.plan_id)
    else:
        asked = asked.where(
            Plan.office_id.in_(offices), Cycle.starts_on <= report.period_end, Cycle.ends_on >= report.period_start
        )
    loaded = asked.options(
        joinedload(Plan.office), joinedload(Plan.cycle),
        selectinload(Plan.versions).options(defer(PlanVersion.frozen), selectinload(PlanVersion.changes)),
    )  # fmt: skip
    return db.session.scalars(loaded.order_by(Office.name, Plan.id)).all()


def _champions(plans: Sequence[Plan], day: date) -> Mapping[tuple[int, int], str]:
    """Who held the seat of an office in a cycle on a day; the earliest seat where none had begun."""
    rows = db.session.execute(
        select(Seat.office_id, Seat.cycle_id, Seat.from_on, Person.name)
        .join(Person, Person.id == Seat.champion_id)
        .where(Seat.cycle_id.in_({plan.cycle_id for plan in plans}), Seat.office_id.in_({p.office_id for p in plans}))
        .order_by(Seat.from_on, Seat.id)
    )
    found: dict[tuple[int, int], str] = {}
    for office_id, cycle_id, from_on, name in rows:
        if from_on <= day or (office_id, cycle_id) not in found:
            found[office_id, cycle_id] = name
    return found
