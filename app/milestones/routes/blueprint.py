"""The blueprint, and what every view of one milestone begins with."""

from flask import Blueprint

from app.milestones import policy, queries
from app.milestones.models import Milestone
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.models import Plan, PlanVersion
from app.web import access

bp = Blueprint("milestones", __name__)

PLAN = "/plans/P-<int(max=2000000000):number>/milestones"
ONE = f"{PLAN}/<int(max=2000000000):milestone_id>"


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    return access.found(plan_queries.get_visible(number, access.viewer()))


def writable_plan(number: int) -> Plan:
    """The plan, or 404; 403 for those who do not write in it."""
    plan = visible_plan(number)
    access.require(policy.can_write(access.viewer(), plan))
    return plan


def visible(number: int, milestone_id: int) -> Milestone:
    """A milestone of a plan, or 404; what only the draft holds is for those who read drafts."""
    plan = visible_plan(number)
    found = access.found(queries.get(plan, milestone_id))
    if not plans.can_read_drafts(access.viewer(), plan) and found.id not in queries.promised_ids(plan.id):
        return access.found(None)
    return found


def writable(number: int, milestone_id: int) -> Milestone:
    """A milestone, or 404; 403 for those who do not write in its plan."""
    found = visible(number, milestone_id)
    access.require(policy.can_write(access.viewer(), found.plan))
    return found


def draft_of(plan: Plan) -> PlanVersion | None:
    """The draft in which milestones are promised and edited; None while there is none."""
    found = plan_queries.open_version(plan)
    return found if found is not None and found.state in plans.EDITABLE else None
