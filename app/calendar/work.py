"""What a team does on the way: numbers that are due, small tests that begin and end."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from app.accounts.models import Role
from app.calendar.entries import Entry, Kind, Scope
from app.calendar.models import Shows
from app.calendar.reading import is_within, rows
from app.measures.models import Measure
from app.offices.models import Office
from app.plans import policy
from app.plans.models import Plan, PlanVersion, VersionMeasure
from app.plans.queries.readable import has_drafts_for, is_readable_by
from app.trials.models import Trial


def numbers(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """The last day on which a measure's next number is in time; everyone reads measures."""
    asked = (
        select(Measure.id, Measure.number, Measure.name, Measure.stale_after, Office.name.label("office"))
        .join(Office, Office.id == Measure.office_id)
        .where(_measures_of(scope), Measure.stale_after.between(first, last))
        .order_by(Measure.stale_after, Measure.id)
    )
    for row in rows(asked, scope.most):
        ref = f"M-{row.number}"
        key = f"measure-{row.id}-{row.stale_after.isoformat()}"
        yield Entry(row.stale_after, Kind.NUMBER_DUE, row.name, f"/measures/{ref}", key, row.office, ref)


def trials(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """Small tests of plans that the viewer may read."""
    asked = (
        select(
            Trial.id, Trial.question, Trial.starts_on, Trial.ends_on, Trial.ended_on, Trial.lock, Plan.number,
            Office.name.label("office"),
        )
        .join(Plan, Plan.id == Trial.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(scope.of_plans, is_readable_by(scope.viewer), _touches(first, last))
        .order_by(Trial.starts_on, Trial.id)
    )  # fmt: skip
    for row in rows(asked, scope.most):
        path, ref = f"/plans/P-{row.number}/trials/{row.id}", f"P-{row.number}"
        for kind, day in ((Kind.TRIAL_BEGINS, row.starts_on), (Kind.TRIAL_ENDS, row.ended_on or row.ends_on)):
            if is_within(day, first, last):
                key = f"trial-{row.id}-{kind.value.partition('_')[2]}"
                yield Entry(day, kind, row.question, path, key, row.office, ref, row.lock)


def _touches(first: date, last: date) -> ColumnElement[bool]:
    return or_(*(day.between(first, last) for day in (Trial.starts_on, Trial.ends_on, Trial.ended_on)))


def _measures_of(scope: Scope) -> ColumnElement[bool]:
    """Of a plan: those that a version of it holds which the viewer may read. Mine: those I own, and those of the
    offices of my seats."""
    if scope.plan is not None:
        held = (
            select(VersionMeasure.measure_id)
            .join(PlanVersion, PlanVersion.id == VersionMeasure.version_id)
            .join(Plan, Plan.id == PlanVersion.plan_id)
            .join(Office, Office.id == Plan.office_id)
            .where(
                Plan.number == scope.plan,
                or_(PlanVersion.state.in_(policy.PUBLIC), has_drafts_for(scope.viewer)),
            )
        )
        return Measure.id.in_(held)
    if scope.shows is Shows.MINE:
        team = (Role.CHAMPION, Role.DEPUTY)
        own = sorted({right.office_id for right in scope.viewer.rights.held if right.role in team})
        return or_(Measure.owner_id == scope.viewer.id, Measure.office_id.in_(own))
    return scope.of_offices
