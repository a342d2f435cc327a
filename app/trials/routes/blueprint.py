"""The blueprint, and what every view of one small test begins with."""

from flask import Blueprint

from app.plans import queries as plan_queries
from app.plans.models import Plan
from app.trials import policy, queries
from app.trials.models import Trial
from app.web import access

bp = Blueprint("trials", __name__)

PLAN = "/plans/P-<int(max=2000000000):number>/trials"
ONE = f"{PLAN}/<int(max=2000000000):trial_id>"


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    return access.found(plan_queries.get_visible(number, access.viewer()))


def writable_plan(number: int) -> Plan:
    """The plan, or 404; 403 for those who do not write in it."""
    plan = visible_plan(number)
    access.require(policy.can_write(access.viewer(), plan))
    return plan


def visible(number: int, trial_id: int) -> Trial:
    """A small test of a plan that the viewer may read, or 404."""
    return access.found(queries.get(visible_plan(number), trial_id))


def writable(number: int, trial_id: int) -> Trial:
    """A small test, or 404; 403 for those who do not write in its plan."""
    found = visible(number, trial_id)
    access.require(policy.can_write(access.viewer(), found.plan))
    return found


def path_of(trial: Trial) -> str:
    """The address of its page."""
    return f"/plans/{trial.plan.ref}/trials/{trial.id}"
