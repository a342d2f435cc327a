"""The blueprint, and what every view begins with."""

from flask import Blueprint

from app.adoptions import policy, queries
from app.adoptions.models import Adoption
from app.plans import queries as plan_queries
from app.plans.models import Plan
from app.web import access

bp = Blueprint("adoptions", __name__)

PLAN = "/plans/P-<int(max=2000000000):number>/spread"
ONE = "/adoptions/A-<int(max=2000000000):number>"


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    return access.found(plan_queries.get_visible(number, access.viewer()))


def visible(number: int) -> Adoption:
    """One copy, or 404. What can be copied is in force, so that everyone reads it."""
    return access.found(queries.get(number))


def answerable(number: int) -> Adoption:
    """One copy, or 404; 403 for those who do not answer for the office that copies."""
    found = visible(number)
    access.require(policy.can_answer(access.viewer(), found))
    return found


def withdrawable(number: int) -> Adoption:
    """One copy, or 404; 403 for those who neither offered it nor could."""
    found = visible(number)
    access.require(policy.can_withdraw(access.viewer(), found))
    return found


def path_of(adoption: Adoption) -> str:
    """The address of its page."""
    return f"/adoptions/{adoption.ref}"
