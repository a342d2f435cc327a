"""The blueprint, and what every view of one huddle begins with."""

from collections.abc import Sequence

from flask import Blueprint
from flask_babel import gettext as _

from app.champions.models import Cycle
from app.champions.queries import get_cycle
from app.huddles import policy, queries
from app.huddles.models import Huddle
from app.huddles.queries.people import Member
from app.web import access

NUMBER = "int(max=2147483647)"
OF_CYCLE = f"/cycles/<{NUMBER}:cycle_id>/huddles"
ONE = f"/huddles/H-<{NUMBER}:number>"

bp = Blueprint("huddles", __name__)


def visible_cycle(cycle_id: int) -> Cycle:
    """The cycle, or 404 for those who do not read its huddles."""
    cycle = access.found(get_cycle(cycle_id))
    return access.found(cycle if policy.can_read(access.viewer(), cycle.id) else None)


def visible(number: int) -> Huddle:
    """The huddle, or 404 for those who do not read it."""
    found = access.found(queries.get(number))
    return access.found(found if policy.can_read(access.viewer(), found.cycle_id) else None)


def own(number: int) -> Huddle:
    """A huddle that the viewer runs; 403 for its other readers."""
    found = visible(number)
    access.require(policy.can_run(access.viewer(), found))
    return found


def path_of(huddle: Huddle) -> str:
    return f"/huddles/{huddle.ref}"


def choices(team: Sequence[Member]) -> list[tuple[int, str]]:
    """The people of a cycle as a list offers them: name and office."""
    return [(0, _("Choose")), *((one.id, f"{one.name} · {one.office}") for one in team)]
