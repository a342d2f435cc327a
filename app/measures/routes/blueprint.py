"""The blueprint, and what every view of one measure begins with."""

from flask import Blueprint

from app.measures import policy, queries
from app.measures.models import Measure
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.models import Plan, PlanVersion
from app.web import access

bp = Blueprint("measures", __name__)

NUMBER = "<int(max=2000000000):number>"


def visible(number: int) -> Measure:
    """The measure, or 404."""
    return access.found(queries.get(number))


def editable(number: int) -> Measure:
    """The measure, or 404; 403 for those who may only read it."""
    measure = visible(number)
    access.require(policy.can_edit(access.viewer(), measure))
    return measure


def recordable(number: int) -> Measure:
    """The measure, or 404; 403 for those who may not enter numbers."""
    measure = visible(number)
    access.require(policy.can_record(access.viewer(), measure))
    return measure


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    return access.found(plan_queries.get_visible(number, access.viewer()))


def editable_plan(number: int) -> Plan:
    """The plan, or 404; 403 for those who do not write in it."""
    plan = visible_plan(number)
    access.require(plans.can_edit(access.viewer(), plan))
    return plan


def draft_of(plan: Plan) -> PlanVersion | None:
    """The version in which measures can be chosen; None while there is none."""
    found = plan_queries.open_version(plan)
    return found if found is not None and found.state in plans.EDITABLE else None
