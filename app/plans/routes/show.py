"""The page of a plan: how it stands in one sentence, what comes next, then the whole of it."""

from flask import render_template

from app.measures import queries as measures
from app.milestones.models import State
from app.plans import content, labels, policy, queries, standing
from app.plans.routes import assembling
from app.plans.routes.blueprint import bp, visible
from app.web import access


@bp.get("/plans/P-<int:number>")
@access.signed_in
def show(number: int) -> str:
    plan, viewer = visible(number), access.viewer()
    version = access.found(queries.shown_to(plan, viewer))
    today = assembling.today_at(plan)
    milestones = assembling.milestones_of(plan)
    numbers = measures.for_version(version.id)
    return render_template(
        "plans/show.html",
        plan=plan,
        version=version,
        content=content.of(version),
        seat=queries.seat_of(plan),
        channels=queries.owned_channels([channel.id for channel in version.channels]),
        linked=queries.linked_pain_points(plan),
        numbers=numbers,
        milestones=milestones,
        standing=standing.of(
            [
                standing.Promise(m.name, m.owner, m.due_on, m.is_open, m.days_late(today))
                for m in milestones
                if m.state is not State.DROPPED
            ],
            [standing.Number(n.measure.signal.value, n.measure.stale_after) for n in numbers],
            today,
        ),
        today=today,
        versions=[one for one in reversed(plan.versions) if policy.can_read_version(viewer, one)],
        in_force=queries.in_force(plan),
        paper=queries.on_paper(plan),
        draft=queries.open_version(plan),
        can_edit=policy.can_edit(viewer, plan),
        can_revise=policy.can_revise(viewer, plan),
        can_submit=any(policy.can_submit(viewer, one) for one in plan.versions),
        labels=labels,
    )
