"""Actions: agreed in a huddle, changed, ended."""

from datetime import timedelta
from typing import Any

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import LostUpdate
from app.extensions import db
from app.huddles import actions, labels, policy, queries
from app.huddles.forms import ActionForm, NewActionForm, OutcomeForm
from app.huddles.models import ActionState, Huddle, HuddleAction
from app.huddles.routes.blueprint import NUMBER, ONE, bp, choices, own, path_of
from app.offices.days import agency_today
from app.web import access, errors
from app.web.lost_updates import Difference, beside, take_over
from app.web.saving import attempt, save

ACTION = f"{ONE}/actions/<{NUMBER}:action_id>"
FORTNIGHT = timedelta(days=14)


@bp.get(f"{ONE}/actions/new")
@access.signed_in
def new_action(number: int) -> AnyResponse:
    """The form, for the point in the address; 409 once the huddle is closed."""
    huddle = own(number)
    if not policy.is_open(huddle):
        return errors.page(409)
    due = max(huddle.meets_on, agency_today(clock.now())) + FORTNIGHT
    return _new_page(huddle, NewActionForm(formdata=None, data={"due_on": due, "point": request.args.get("point", "")}))


@bp.post(f"{ONE}/actions")
@access.signed_in
def create_action(number: int) -> AnyResponse:
    """Agree on one; whoever owns it is told."""
    huddle, form = own(number), NewActionForm()
    by, at = access.viewer(), clock.now()
    point = (form.point.data or "")[:40]
    made = (
        attempt(form, lambda: actions.agree(huddle, form.agreed, point=point, by=by, at=at))
        if form.validate() else None
    )  # fmt: skip
    if made is None:
        return _new_page(huddle, form, 422)
    flash(_("Noted. Whoever does it is told."))
    return redirect(f"{path_of(huddle)}#actions", 303)


@bp.get(ACTION)
@access.signed_in
def show_action(number: int, action_id: int) -> Response:
    return _page(_visible(number, action_id))


@bp.get(f"{ACTION}/edit")
@access.signed_in
def edit_action(number: int, action_id: int) -> AnyResponse:
    """The form with what is saved; 409 once it has ended."""
    action = _changeable(number, action_id)
    if not policy.is_under_way(action):
        return errors.page(409)
    return _edit_page(action, ActionForm(formdata=None, data=_saved(action) | {"lock": str(action.lock)}))


@bp.post(f"{ACTION}/edit")
@access.signed_in
def update_action(number: int, action_id: int) -> AnyResponse:
    """Save; where someone else saved in between, both stand beside each other."""
    action, form = _changeable(number, action_id), ActionForm()
    by, at = access.viewer(), clock.now()
    if not form.validate():
        return _edit_page(action, form, status=422)
    try:
        saved = attempt(
            form, lambda: actions.change_action(action, form.agreed, seen_lock=form.seen_lock, by=by, at=at)
        )
    except LostUpdate:
        form.person.choices = choices(queries.team_of(action.huddle.cycle_id))
        return _edit_page(action, form, found=beside(form, action, _saved), status=409)
    if saved is None:
        return _edit_page(action, form, status=422)
    flash(_("Saved."))
    return redirect(action.path, 303)


@bp.post(f"{ACTION}/outcomes")
@access.signed_in
def create_outcome(number: int, action_id: int) -> AnyResponse:
    """Done, dropped, or open again. Who is too late sees how it stands now, and keeps what was typed."""
    action, form = _visible(number, action_id), OutcomeForm()
    access.require(policy.can_end(access.viewer(), action))
    try:
        is_done = save(form, lambda: _end(action, form))
    except LostUpdate:
        db.session.refresh(action)
        take_over(form, action)
        form.form_errors = [*form.form_errors, _("Someone saved this while you were writing.")]
        return _page(action, form, 409)
    if not is_done:
        return _page(action, form, 422)
    flash(_("Noted."))
    return redirect(action.path, 303)


def _end(action: HuddleAction, form: OutcomeForm) -> None:
    actions.end_action(
        action, ActionState(form.state.data), form.words.data or "", seen_lock=form.seen_lock, by=access.viewer(),
        at=clock.now(),
    )  # fmt: skip


def _visible(number: int, action_id: int) -> HuddleAction:
    """404 for those who read neither the huddle nor own the action."""
    action = access.found(queries.get_action(access.found(queries.get(number)), action_id))
    return access.found(action if policy.can_read_action(access.viewer(), action) else None)


def _changeable(number: int, action_id: int) -> HuddleAction:
    action = _visible(number, action_id)
    access.require(policy.can_run(access.viewer(), action.huddle))
    return action


def _saved(action: HuddleAction) -> dict[str, Any]:
    return {"words": action.words, "person": action.owner_id, "due_on": action.due_on}


def _new_page(huddle: Huddle, form: NewActionForm, status: int = 200) -> Response:
    form.person.choices = choices(queries.team_of(huddle.cycle_id))
    points = {point.key: labels.title(point) for point in queries.agenda(huddle, agency_today(clock.now()))}
    about = points.get(form.point.data or "", "")
    html = render_template("huddles/action_form.html", huddle=huddle, action=None, form=form, about=about, found=None)
    return make_response(html, status)


def _edit_page(
    action: HuddleAction, form: ActionForm, *, found: list[Difference] | None = None, status: int = 200
) -> Response:
    form.person.choices = choices(queries.team_of(action.huddle.cycle_id))
    html = render_template(
        "huddles/action_form.html", huddle=action.huddle, action=action, form=form, about="", found=found
    )
    return make_response(html, status)


def _page(action: HuddleAction, form: OutcomeForm | None = None, status: int = 200) -> Response:
    viewer = access.viewer()
    form = form or OutcomeForm(formdata=None, data={"lock": str(action.lock)})
    form.state.choices = [
        (str(state), labels.outcome_label(state)) for state in ActionState if state is not action.state
    ]
    can_run = policy.can_run(viewer, action.huddle)
    html = render_template(
        "huddles/action.html", action=action, huddle=action.huddle, form=form, labels=labels,
        today=agency_today(clock.now()), can_end=policy.can_end(viewer, action),
        can_change=can_run and policy.is_under_way(action),
        reads_huddle=policy.can_read(viewer, action.huddle.cycle_id),
    )  # fmt: skip
    return make_response(html, status)
