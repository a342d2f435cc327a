"""The blueprint, and what every view of a plan's sign-offs begins with."""

from flask import Blueprint, g

from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.models import Plan, PlanVersion
from app.sign_offs import queries
from app.sign_offs.models import SignOff
from app.web import access

bp = Blueprint("sign_offs", __name__)

PLAN = "/plans/P-<int(max=2000000000):number>"
ALL = f"{PLAN}/sign-offs"
ONE = f"{ALL}/<int(max=2000000000):sign_off_id>"


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    plan = access.found(plan_queries.get_visible(number, access.viewer()))
    g.is_own_plan = plans.is_on_team(access.viewer(), plan)  # the menu marks My plan
    return plan


def open_version(number: int) -> PlanVersion:
    """The version that is worked on, for its team; 404 without one, 403 for who only reads."""
    plan = visible_plan(number)
    access.require(plans.is_on_team(access.viewer(), plan))
    return access.found(plan_queries.open_version(plan))


def shown_version(plan: Plan) -> PlanVersion:
    """The newest version that the viewer may read: what is asked about counts more than what is in force."""
    viewer = access.viewer()
    readable = [version for version in plan.versions if plans.can_read_version(viewer, version)]
    return access.found(readable[-1] if readable else None)


def visible(number: int, sign_off_id: int) -> SignOff:
    """A sign-off of a plan, or 404: for who may read the version it was asked of, or is asked."""
    plan, viewer = visible_plan(number), access.viewer()
    found = access.found(queries.get(plan, sign_off_id))
    is_readable = plans.can_read_version(viewer, found.asked_of) or viewer.id == found.asked_id
    return access.found(found if is_readable else None)
