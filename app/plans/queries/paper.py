"""The paper that stands for a plan. Only what everyone signed in may read: accepted and submitted versions."""

from typing import Any

from sqlalchemy import Row, bindparam, case, select

from app.core import reading
from app.core.events import until_something_happens
from app.plans import policy
from app.plans.models import Plan, PlanVersion, VersionState

ON_PAPER = (
    select(PlanVersion.number, PlanVersion.pdf_sha256)
    .join(Plan, Plan.id == PlanVersion.plan_id)
    .where(Plan.number == bindparam("number"), PlanVersion.state.in_(policy.PUBLIC))
    .order_by(case((PlanVersion.state == VersionState.ACCEPTED, 0), else_=1), PlanVersion.number.desc())
    .limit(1)
)


@until_something_happens
def printed(number: int) -> Row[Any] | None:
    """`number` and `pdf_sha256` of the version in force, else of the latest submitted. As plan.on_paper, as a row."""
    return next(iter(reading.rows(ON_PAPER, {"number": number})), None)
