"""What came of a milestone: started, done, another day, dropped. One page each, one door for all four."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.milestones import actions, labels, policy, queries
from app.milestones.forms import CompletionForm, DropForm, ReplanningForm, StartForm
from app.milestones.models import Milestone
from app.milestones.routes.blueprint import ONE, bp, writable
from app.offices.days import today_at
from app.web import access, errors
from app.web.forms import Form
from app.web.saving import save

STEP = f"{ONE}/<any(starts, completions, drops, replannings):step>"
FORMS: dict[str, type[Form]] = {
    "starts": StartForm, "completions": CompletionForm, "drops": DropForm, "replannings": ReplanningForm,
}  # fmt: skip
ACTIONS: dict[str, Callable[..., object]] = {
    "starts": actions.start, "completions": actions.complete, "drops": actions.drop, "replannings": actions.replan,
}  # fmt: skip
TODAY = {"starts": "started_on", "completions": "done_on"}
FIELDS = {
    "starts": ("started_on",), "completions": ("done_on", "evidence"), "drops": ("reason",),
    "replannings": ("due_on", "reason"),
}  # fmt: skip


@bp.get(f"{STEP}/new")
@access.signed_in
def new_step(number: int, milestone_id: int, step: str) -> AnyResponse:
    """The step's form; 409 where the step does not follow from how things stand."""
    milestone = writable(number, milestone_id)
    is_promised = milestone.id in queries.promised_ids(milestone.plan_id)
    if not policy.is_step_open(step, milestone, is_promised=is_promised):
        return errors.page(409)
    today = today_at(milestone.plan.office, clock.now())
    usual: dict[str, date] = {TODAY[step]: today} if step in TODAY else {}
    return _page(milestone, step, FORMS[step](formdata=None, data=usual))


@bp.post(STEP)
@access.signed_in
def create_step(number: int, milestone_id: int, step: str) -> AnyResponse:
    """Take the step."""
    milestone, form = writable(number, milestone_id), FORMS[step]()
    if not save(form, lambda: _take(step, milestone, form)):
        return _page(milestone, step, form, status=422)
    flash(_("Noted: %(name)s.", name=milestone.name))
    return redirect(f"/plans/{milestone.plan.ref}/milestones/{milestone.id}", 303)


def _take(step: str, milestone: Milestone, form: Form) -> None:
    given: dict[str, Any] = {name: form[name].data for name in FIELDS[step]}
    ACTIONS[step](milestone, **given, by=access.viewer(), at=clock.now())


def _page(milestone: Milestone, step: str, form: Form, status: int = 200) -> Response:
    html = render_template(
        "milestones/step.html", milestone=milestone, plan=milestone.plan, step=step, form=form, labels=labels
    )
    return make_response(html, status)
