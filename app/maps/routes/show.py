"""The page of a plan's maps: one drawing on one scale, figures side by side, every step in a table."""

from flask import render_template

from app.maps import labels, policy
from app.maps.card import card_of, table
from app.maps.models import PROMISED, Kind
from app.maps.routes.blueprint import ADDRESSES, PLAN, bp, maps_of, shown_version, visible_plan
from app.plans import labels as plan_labels
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.models import Plan
from app.web import access


@bp.get(f"{PLAN}/map")
@access.signed_in
def show(number: int) -> str:
    """The maps of the version that the plan's page shows, with all that was observed since."""
    plan, viewer = visible_plan(number), access.viewer()
    version = shown_version(plan)
    found = maps_of(version)
    draft = plan_queries.open_version(plan)
    return render_template(
        "maps/show.html",
        plan=plan,
        version=version,
        draft=draft if draft is not None and draft is not version and plans.can_read_version(viewer, draft) else None,
        card=card_of(found.shown),
        tables=[(one, labels.long_kind(Kind(one.kind), one.seen_on), table(one)) for one in found.all],
        ids=found.ids,
        can_write=_can_write(plan) if policy.can_write(viewer, plan) else {},
        labels=labels,
        title=plan_labels.title_of(plan),
    )


def _can_write(plan: Plan) -> dict[str, tuple[str, bool]]:
    """By kind: the address of its form, and whether it is open now."""
    draft = plan_queries.open_version(plan)
    found = {kind.value: (address, policy.is_open(kind, plan, draft)) for address, kind in ADDRESSES.items()}
    return {kind: pair for kind, pair in found.items() if pair[1] or kind in PROMISED}
