"""The blueprint, and what every view of a plan's maps begins with."""

from dataclasses import dataclass

from flask import Blueprint, g, request

from app.core.row_numbers import row_number
from app.maps import policy, queries
from app.maps.models import Kind
from app.maps.queries import Maps
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.models import Plan, PlanVersion
from app.web import access

bp = Blueprint("maps", __name__)

PLAN = "/plans/P-<int(max=2000000000):number>"
ADDRESSES = {"as-is": Kind.AS_IS, "to-be": Kind.TO_BE, "observed": Kind.OBSERVED}


@dataclass(frozen=True)
class Which:
    """The map that an address names: a kind, and of an observed one that is there its id."""

    kind: Kind
    map_id: int | None = None


def visible_plan(number: int) -> Plan:
    """The plan, or 404 where the viewer may not read it."""
    plan = access.found(plan_queries.get_visible(number, access.viewer()))
    g.is_own_plan = plans.is_on_team(access.viewer(), plan)  # the menu marks My plan
    return plan


def writable_plan(number: int) -> Plan:
    """The plan, or 404; 403 for those who do not write in it."""
    plan = visible_plan(number)
    access.require(policy.can_write(access.viewer(), plan))
    return plan


def which_of(address: str) -> Which:
    """as-is, to-be, observed (a new one), or the number of an observed one; else 404."""
    if address in ADDRESSES:
        return Which(ADDRESSES[address])
    return Which(Kind.OBSERVED, access.found(row_number(address)))


def address_of(which: Which) -> str:
    """The other way round."""
    if which.map_id is not None:
        return str(which.map_id)
    return next(address for address, kind in ADDRESSES.items() if kind is which.kind)


def shown_version(plan: Plan) -> PlanVersion:
    """The version whose maps are shown: as on the plan's page, or with `?draft=1` the draft for who reads drafts."""
    viewer = access.viewer()
    draft = plan_queries.open_version(plan)
    if request.args.get("draft") == "1" and draft is not None and plans.can_read_version(viewer, draft):
        return draft
    return access.found(plan_queries.shown_to(plan, viewer))


def maps_of(version: PlanVersion) -> Maps:
    return queries.for_version(version)
