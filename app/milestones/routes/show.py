"""One milestone: what was promised, what came, and the steps that follow."""

from flask import Response, make_response, render_template

from app.core import clock
from app.milestones import labels, policy, queries
from app.milestones.routes.blueprint import ONE, bp, draft_of, visible
from app.offices.days import today_at
from app.plans.labels import title_of
from app.web import access


@bp.get(ONE)
@access.signed_in
def show(number: int, milestone_id: int) -> Response:
    """The page; buttons only for those who may use them now."""
    milestone, viewer = visible(number, milestone_id), access.viewer()
    held_in = queries.held_in(milestone)
    is_promised = not held_in.isdisjoint(queries.PROMISED)
    is_writer = policy.can_write(viewer, milestone.plan)
    is_step_open = {step: policy.is_step_open(step, milestone, is_promised=is_promised) for step in policy.STEPS}
    can_edit = policy.can_edit(viewer, milestone, draft_of(milestone.plan), is_promised=is_promised)
    html = render_template(
        "milestones/show.html",
        milestone=milestone,
        plan=milestone.plan,
        title=title_of(milestone.plan),
        clock=labels.clock_of(milestone, today_at(milestone.plan.office, clock.now())),
        steps=[step for step, is_open in is_step_open.items() if is_open and is_writer],
        can_edit=can_edit,
        can_remove=can_edit and not held_in,
        is_promised=is_promised,
        labels=labels,
    )
    return make_response(html)
