"""The huddles of a cycle."""

from flask import render_template

from app.huddles import labels, policy, queries
from app.huddles.routes.blueprint import OF_CYCLE, bp, visible_cycle
from app.web import access


@bp.get(OF_CYCLE)
@access.signed_in
def index(cycle_id: int) -> str:
    """The latest first."""
    cycle = visible_cycle(cycle_id)
    return render_template(
        "huddles/index.html", cycle=cycle, huddles=queries.for_cycle(cycle.id), labels=labels,
        can_plan=policy.can_plan(access.viewer()) and cycle.state.value != "closed",
    )  # fmt: skip
