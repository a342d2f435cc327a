"""The door of the plans, and what every view of one plan begins with."""

from flask import Blueprint, g

from app.plans import policy, queries
from app.plans.models import Plan, PlanVersion
from app.web import access

bp = Blueprint("plans", __name__)
LARGEST = 2**31 - 1  # what the database holds as a number


def visible(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    viewer = access.viewer()
    plan = access.found(queries.get_visible(number, viewer) if number <= LARGEST else None)
    g.is_own_plan = policy.is_on_team(viewer, plan)  # the menu marks My plan
    return plan


def visible_version(number: int, version: int) -> PlanVersion:
    """A version of a plan, or 404 where the viewer may not read it."""
    return access.found(queries.get_version(visible(number), version, access.viewer()))
