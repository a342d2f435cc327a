"""The program's headline: days saved at no cost, by the rule of app/plans/saving.py, asked once for many plans."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, exists, func, select
from sqlalchemy.orm import aliased

from app.core import reading
from app.measures.models import Kind, Measure, Signal
from app.offices.models import Office
from app.offices.queries import subtree_ids
from app.plans.models import Cost, Plan, PlanChange, PlanVersion, VersionMeasure, VersionState
from app.plans.saving import CARRIED


@dataclass(frozen=True)
class Headline:
    """Days for one customer, summed over plans: shown by a measure, and promised but not shown yet."""

    days: int = 0
    plans: int = 0
    promised_days: int = 0
    promised_plans: int = 0


def at_no_cost(office: Office | None = None) -> Headline:
    """Of the plans below an office, or of all; one query whatever their number."""
    days = cast(PlanVersion.today_days - PlanVersion.after_days, Integer)
    found = _free(office).add_columns(days.label("days"), _is_shown().label("shown")).subquery()
    is_shown, is_promised = found.c.shown.is_(True), found.c.shown.is_(False)
    row = reading.rows(
        select(
            func.coalesce(func.sum(case((is_shown, found.c.days))), 0).label("days"),
            func.count(case((is_shown, 1))).label("plans"),
            func.coalesce(func.sum(case((is_promised, found.c.days))), 0).label("promised_days"),
            func.count(case((is_promised, 1))).label("promised_plans"),
        )
    )[0]
    return Headline(int(row.days), row.plans, int(row.promised_days), row.promised_plans)


def _free(office: Office | None) -> Select[int]:
    """Versions in force of plans that are carried out, shorter than before, in which no change asks for money."""
    newer = aliased(PlanVersion)
    change = exists().where(PlanChange.version_id == PlanVersion.id)
    is_newest = ~exists().where(
        newer.plan_id == PlanVersion.plan_id, newer.state == VersionState.ACCEPTED, newer.number > PlanVersion.number
    )
    asked = (
        select(PlanVersion.id)
        .join(Plan, Plan.id == PlanVersion.plan_id)
        .where(
            PlanVersion.state == VersionState.ACCEPTED, is_newest, Plan.state.in_(CARRIED),
            PlanVersion.after_days < PlanVersion.today_days, change, ~change.where(PlanChange.cost == Cost.NEEDS_MONEY),
        )
    )  # fmt: skip
    if office is None or office.parent_id is None:
        return asked
    return asked.where(Plan.office_id.in_(subtree_ids(office)))


def _is_shown() -> ColumnElement[bool]:
    promised = and_(VersionMeasure.version_id == PlanVersion.id, Measure.id == VersionMeasure.measure_id)
    return exists().where(promised, Measure.kind == Kind.OUTCOME, Measure.signal == Signal.IMPROVING)
