"""Whether a plan has what a request rests on: it is carried out, with a published report, a baseline, and numbers
from after the change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, case, select
from sqlalchemy.orm import undefer

from app.core import frozen
from app.extensions import db
from app.funding.models import FundingRequest, RequestReport
from app.measures import queries as measures
from app.measures.models import Measure
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from app.reports.facts import Facts
from app.reports.models import Report, State

LEAST_GRADE = 2


@dataclass(frozen=True)
class Readiness:
    """What is there; each empty part is something that is missing. `is_active`: accepted and being carried out."""

    is_active: bool
    reports: Sequence[Report]
    measures: Sequence[Measure]
    with_baseline: Sequence[Measure]
    proven: Sequence[Measure]

    @property
    def is_ready(self) -> bool:
        """A plan that runs, a published report, and a measure at evidence grade E2 or above today."""
        return bool(self.is_active and self.reports and self.proven)


def readiness(plan: Plan, today: date) -> Readiness:
    """Two queries for the measures and their numbers, one for the reports. Of a plan that was never accepted the
    newest version counts."""
    version_id = db.session.scalar(_counted(plan.id))
    found = [numbers.measure for numbers in measures.for_version(version_id)] if version_id else []
    return Readiness(
        is_active=plan.state is PlanState.ACTIVE,
        reports=citable(plan),
        measures=found,
        with_baseline=[measure for measure in found if measure.baseline is not None or measure.grade >= 1],
        proven=[measure for measure in found if measure.grade_on(today) >= LEAST_GRADE],
    )


def _counted(plan_id: int) -> Select[int]:
    in_force_first = case((PlanVersion.state == VersionState.ACCEPTED, 0), else_=1)
    return (
        select(PlanVersion.id)
        .where(PlanVersion.plan_id == plan_id)
        .order_by(in_force_first, PlanVersion.number.desc())
        .limit(1)
    )


def citable(plan: Plan) -> Sequence[Report]:
    """The plan's published reports, newest first; superseded ones are not cited any more."""
    return db.session.scalars(
        select(Report).where(Report.plan_id == plan.id, Report.state == State.PUBLISHED).order_by(Report.id.desc())
    ).all()


def cited(request: FundingRequest) -> Sequence[Report]:
    """The reports that a draft rests on, with what each froze. One query."""
    asked = select(Report).join(RequestReport, RequestReport.report_id == Report.id)
    asked = asked.where(RequestReport.request_id == request.id).options(undefer(Report.frozen))
    return db.session.scalars(asked.order_by(Report.id)).all()


def frozen_facts(reports: Iterable[Report]) -> list[Facts]:
    """What published reports froze, in their order; without a query for those of `cited`."""
    return [frozen.from_json(Facts, report.frozen or {}) for report in reports]
