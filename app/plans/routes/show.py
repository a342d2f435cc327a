"""The page of a plan: where it stands and what is asked, then the whole of it."""

from typing import Any

from flask import render_template

from app.accounts import policy as accounts
from app.accounts.models import Person
from app.adoptions import labels as adoption_labels
from app.check_ins import policy as check_ins
from app.maps import labels as map_labels
from app.maps import policy as maps
from app.maps.models import Kind as MapKind
from app.milestones import labels as milestone_labels
from app.plans import assembling, labels, page, policy, queries, standing
from app.plans.models import Plan
from app.plans.queries import keeper
from app.plans.routes.blueprint import bp, visible
from app.plans.routes.endings import ADDRESSES
from app.reviews import policy as reviews
from app.sign_offs import labels as sign_off_labels
from app.trials import labels as trial_labels
from app.web import access


@bp.get("/plans/P-<int:number>")
@access.signed_in
def show(number: int) -> str:
    """The version in force, else the newest that the viewer may read."""
    plan, viewer = visible(number), access.viewer()
    version = access.found(queries.shown_to(plan, viewer))
    today = assembling.today_at(plan)
    told = page.of(version, today)
    asks = page.asks_of(viewer, plan, told)
    promised = told.promised if policy.can_read_drafts(viewer, plan) else told.open_promised
    counted = standing.of(promised.promises, promised.dropped, told.measured.numbers, today)
    return render_template(
        "plans/show.html",
        plan=plan,
        version=version,
        today=today,
        page=told,
        promised=promised,
        stands=page.stands_of(counted, told.agreement.sentence),
        coming=counted.next,
        asks=asks,
        is_asked_to_revise=any(ask.is_step for ask in asks),
        keeper=None if keeper.is_with_champion(plan) else keeper.for_plan(plan.id),
        labels=labels,
        map_labels=map_labels,
        sign_off_labels=sign_off_labels,
        trial_labels=trial_labels,
        adoption_labels=adoption_labels,
        milestone_labels=milestone_labels,
        **_may(plan, viewer),
    )


def _may(plan: Plan, viewer: Person) -> dict[str, Any]:
    """The versions that the viewer reads, which of them counts for what, and what the viewer may do."""
    draft = queries.open_version(plan)
    return {
        "versions": [one for one in reversed(plan.versions) if policy.can_read_version(viewer, one)],
        "in_force": queries.in_force(plan),
        "paper": queries.on_paper(plan),
        "draft": draft,
        "can_edit": policy.can_edit(viewer, plan),
        "can_revise": policy.can_revise(viewer, plan),
        "can_submit": draft is not None and policy.can_submit(viewer, draft),
        "can_map": maps.can_write(viewer, plan) and maps.is_open(MapKind.AS_IS, plan, draft),
        "can_name_owner": accounts.can_name_owner(viewer, plan.office),
        "can_coach": reviews.can_name_coach(viewer, plan),
        "sees_remarks": reviews.can_read(viewer, plan),
        "sees_told": check_ins.can_read(viewer, plan),
        "can_write": draft is not None and draft.state in policy.EDITABLE and policy.can_write(viewer, plan),
        "turns": _turns(plan, viewer),
        "is_over": plan.state in policy.OVER,
    }


def _turns(plan: Plan, viewer: Person) -> list[tuple[str, str]]:
    """The turns that the plan may take now, with their words, for who may take them."""
    if not policy.can_turn(viewer, plan):
        return []
    return [(turn, str(labels.TURNS[kind])) for turn, kind in ADDRESSES.items() if policy.is_turn_open(kind, plan)]
