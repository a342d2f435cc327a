"""The blueprint, and what every view of a review begins with."""

from flask import Blueprint, g

from app.plans import policy as plan_policy
from app.plans import queries as plans
from app.plans.models import Plan, PlanVersion
from app.reviews import policy, queries
from app.reviews.models import Remark
from app.web import access

bp = Blueprint("reviews", __name__)

PLAN = "/plans/P-<int(max=2000000000):number>"
VERSION = f"{PLAN}/versions/<int(max=2000000000):version>"
REMARK = f"{PLAN}/remarks/<int(max=2000000000):remark_id>"


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    viewer = access.viewer()
    plan = access.found(plans.get_visible(number, viewer))
    g.is_own_plan = plan_policy.is_on_team(viewer, plan)  # the menu marks My plan
    return plan


def reviewed(number: int, version: int) -> PlanVersion:
    """A version, or 404 where the viewer may not read it; 403 where its remarks are not theirs to read."""
    found = access.found(plans.get_version(visible_plan(number), version, access.viewer()))
    access.require(policy.can_read(access.viewer(), found.plan))
    return found


def remark(number: int, remark_id: int) -> Remark:
    """A remark on a plan, or 404; 403 for those who do not read remarks."""
    plan = visible_plan(number)
    access.require(policy.can_read(access.viewer(), plan))
    return access.found(queries.get(plan, remark_id))


def page_of(found: Remark) -> str:
    """Where the remark is read: beside the newest version that the viewer may read."""
    plan = found.plan
    readable = [one for one in plan.versions if plan_policy.can_read_version(access.viewer(), one)]
    number = max((one.number for one in readable), default=found.version.number)
    return f"/plans/{plan.ref}/versions/{number}/remarks#remark-{found.id}"
