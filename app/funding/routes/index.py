"""All rounds with what is left in them, and the requests that the viewer may read."""

from flask import render_template

from app.accounts.models import Role
from app.funding import labels, policy, queries
from app.funding.routes.blueprint import bp
from app.funding.running import totals
from app.plans.labels import title_of
from app.web import access


@bp.get("/funding")
@access.signed_in
def index() -> str:
    """Open rounds first; in each the requests that wait first."""
    viewer, rounds = access.viewer(), queries.all_rounds()
    requests = queries.visible_in_rounds(rounds, viewer)
    own = {found.id: [request for request in requests if request.round_id == found.id] for found in rounds}
    envelopes, sees_all = queries.envelopes(rounds), any(map(viewer.has_role_everywhere, policy.WATCHERS))
    return render_template(
        "funding/index.html",
        rounds=[(found, own[found.id]) for found in rounds],
        envelopes=envelopes,
        running={found.id: totals(own[found.id], envelopes[found.id]) if sees_all else {} for found in rounds},
        asking=queries.plans_to_ask_for(viewer),
        title_of=title_of,
        can_run=viewer.has_role(Role.PROGRAM_OFFICE),
        current=queries.current_decision,
        labels=labels,
    )
