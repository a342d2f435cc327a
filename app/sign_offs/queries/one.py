"""One sign-off, and whether it still counts."""

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased, joinedload

from app.extensions import db
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion, VersionState
from app.sign_offs import policy
from app.sign_offs.models import SignOff, VersionSignOff

_later = aliased(PlanVersion)


def get(plan: Plan, sign_off_id: int) -> SignOff | None:
    """A sign-off of this plan with its channel, its escalation and the version it was asked of, in one question."""
    related = (SignOff.channel, SignOff.escalation, SignOff.asked_of)
    asked = select(SignOff).where(SignOff.id == sign_off_id, SignOff.plan_id == plan.id)
    return db.session.scalar(asked.options(*(joinedload(one) for one in related)))


def live_versions() -> Select[int]:
    """Ids of versions whose sign-offs can get a word: of a plan that goes on, and not followed by an accepted one."""
    is_followed = exists().where(
        _later.plan_id == PlanVersion.plan_id,
        _later.number > PlanVersion.number,
        _later.state == VersionState.ACCEPTED,
    )
    return (
        select(PlanVersion.id)
        .join(Plan, Plan.id == PlanVersion.plan_id)
        .where(PlanVersion.state.in_(policy.LIVE), Plan.state.in_(plans.REVISABLE), ~is_followed)
    )


def is_live(sign_off: SignOff) -> bool:
    """True where a version that counts it is being consulted on, under review or in force."""
    counted = select(VersionSignOff.sign_off_id).where(
        VersionSignOff.sign_off_id == sign_off.id, VersionSignOff.version_id.in_(live_versions())
    )
    return db.session.scalar(counted.limit(1)) is not None
