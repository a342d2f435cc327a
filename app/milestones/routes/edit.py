"""Promising in a draft: a new milestone, changing one, taking one out."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import LostUpdate, transaction
from app.milestones import actions, policy, queries
from app.milestones.forms import MilestoneForm
from app.milestones.models import Milestone
from app.milestones.routes.blueprint import ONE, PLAN, bp, draft_of, writable, writable_plan
from app.plans.models import Plan
from app.web import access, errors
from app.web.lost_updates import Difference, beside
from app.web.saving import attempt

FIELDS = ("name", "due_on", "owner", "shown_by", "is_decision_point")


@bp.get(f"{PLAN}/new")
@access.signed_in
def new(number: int) -> AnyResponse:
    """The empty form. Without a draft it leads to the plan, where a new version is started."""
    plan = writable_plan(number)
    if draft_of(plan) is None:
        flash(_("The plan has no draft. Start a new version first, then promise more in it."), "late")
        return redirect(f"/plans/{plan.ref}", 303)
    return _page(plan, None, MilestoneForm(formdata=None, owner=access.viewer().display_name))


@bp.post(PLAN)
@access.signed_in
def create(number: int) -> AnyResponse:
    """Promise one more."""
    plan, form = writable_plan(number), MilestoneForm()
    by, at = access.viewer(), clock.now()
    made = attempt(form, lambda: actions.create(plan, form.promise, by=by, at=at)) if form.validate() else None
    if made is None:
        return _page(plan, None, form, status=422)
    flash(_("The milestone is in the draft."))
    return redirect(f"/plans/{plan.ref}/milestones", 303)


@bp.get(f"{ONE}/edit")
@access.signed_in
def edit(number: int, milestone_id: int) -> AnyResponse:
    """The form with what is saved; a promise that was submitted is not edited any more."""
    milestone = writable(number, milestone_id)
    is_promised = milestone.id in queries.promised_ids(milestone.plan_id)
    if not policy.can_edit(access.viewer(), milestone, draft_of(milestone.plan), is_promised=is_promised):
        return errors.page(409)
    form = MilestoneForm(formdata=None, data=_saved(milestone) | {"lock": str(milestone.lock)})
    return _page(milestone.plan, milestone, form)


@bp.post(f"{ONE}/edit")
@access.signed_in
def update(number: int, milestone_id: int) -> AnyResponse:
    """Save; where someone else saved in between, both stand beside each other."""
    milestone, form = writable(number, milestone_id), MilestoneForm()
    if not form.validate():
        return _page(milestone.plan, milestone, form, status=422)
    by, at = access.viewer(), clock.now()
    try:
        saved = attempt(form, lambda: actions.update(milestone, form.promise, seen_lock=form.seen_lock, by=by, at=at))
    except LostUpdate:
        return _page(milestone.plan, milestone, form, found=beside(form, milestone, _saved), status=409)
    if saved is None:
        return _page(milestone.plan, milestone, form, status=422)
    flash(_("Saved."))
    return redirect(f"/plans/{milestone.plan.ref}/milestones", 303)


@bp.post(f"{ONE}/removals")
@access.signed_in
def remove(number: int, milestone_id: int) -> AnyResponse:
    """Take out what was never submitted."""
    milestone = writable(number, milestone_id)
    ref = milestone.plan.ref
    with transaction():
        actions.remove(milestone, by=access.viewer(), at=clock.now())
    flash(_("The milestone is out of the draft."))
    return redirect(f"/plans/{ref}/milestones", 303)


def _saved(milestone: Milestone) -> dict[str, object]:
    return {name: getattr(milestone, name) for name in FIELDS}


def _page(
    plan: Plan,
    milestone: Milestone | None,
    form: MilestoneForm,
    *,
    found: list[Difference] | None = None,
    status: int = 200,
) -> Response:
    html = render_template("milestones/edit.html", plan=plan, milestone=milestone, form=form, found=found)
    return make_response(html, status)
