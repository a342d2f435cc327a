"""The blueprint, and what every view of a plan's check-ins begins with."""

from flask import Blueprint

from app.check_ins import policy
from app.plans import queries as plans
from app.plans.models import Plan
from app.web import access

bp = Blueprint("check_ins", __name__)

NUMBER = "int(max=2000000000)"
PLAN = f"/plans/P-<{NUMBER}:number>"


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    return access.found(plans.get_visible(number, access.viewer()))


def readable_plan(number: int) -> Plan:
    """The plan, or 404; 403 for those who may not read how its team says it goes."""
    plan = visible_plan(number)
    access.require(policy.can_read(access.viewer(), plan))
    return plan


def own_plan(number: int) -> Plan:
    """The plan, or 404; 403 for all but its champion and deputy."""
    plan = visible_plan(number)
    access.require(policy.can_tell(access.viewer(), plan))
    return plan
