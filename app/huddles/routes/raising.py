"""What a team is stuck on rises to its sponsor from the huddle."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.huddles import actions, policy, queries
from app.huddles.forms import RaiseForm
from app.huddles.models import Huddle
from app.huddles.routes.blueprint import ONE, bp, path_of, visible
from app.plans.labels import titled
from app.web import access, errors
from app.web.saving import attempt


@bp.get(f"{ONE}/blockers/new")
@access.signed_in
def new_blocker(number: int) -> AnyResponse:
    """The form; 409 once the huddle is closed."""
    huddle = _raisable(number)
    return _page(huddle, RaiseForm(formdata=None)) if policy.is_open(huddle) else errors.page(409)


@bp.post(f"{ONE}/blockers")
@access.signed_in
def create_blocker(number: int) -> AnyResponse:
    """Raise it; it stands on the agenda at once, and its answer will."""
    huddle, form = _raisable(number), RaiseForm()
    by, at = access.viewer(), clock.now()
    made = (
        attempt(form, lambda: actions.raise_blocker(huddle, form.plan_id.data, form.words.data or "", by=by, at=at))
        if form.validate() else None
    )  # fmt: skip
    if made is None:
        return _page(huddle, form, 422)
    flash(_("Whoever can move it is asked. The answer comes back to the next huddle."))
    return redirect(path_of(huddle), 303)


def _raisable(number: int) -> Huddle:
    huddle = visible(number)
    access.require(policy.may_raise(access.viewer(), huddle))
    return huddle


def _page(huddle: Huddle, form: RaiseForm, status: int = 200) -> Response:
    """Whoever runs it chooses among all plans, a team has its own."""
    viewer = access.viewer()
    plans = queries.running_plans(huddle.cycle_id)
    if not policy.can_run(viewer, huddle):
        own = {(right.office_id, right.cycle_id) for right in viewer.rights.held}
        plans = [plan for plan in plans if (plan.office_id, huddle.cycle_id) in own]
    form.plan_id.choices = [(plan.id, f"{plan.office} · {titled(plan.title, plan.office)}") for plan in plans]
    return make_response(render_template("huddles/raise.html", huddle=huddle, form=form, has_plans=bool(plans)), status)
