"""Calling a huddle and moving it."""

from datetime import time, timedelta
from typing import Any

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.champions.models import Cycle, CycleState
from app.core import clock
from app.core.database import LostUpdate
from app.huddles import actions, policy, queries
from app.huddles.forms import HuddleForm
from app.huddles.models import Huddle
from app.huddles.routes.blueprint import OF_CYCLE, ONE, bp, choices, own, path_of, visible_cycle
from app.offices.days import agency_today
from app.web import access, errors
from app.web.lost_updates import Difference, beside
from app.web.saving import attempt

FIELDS = ("meets_on", "begins", "place", "link")


@bp.get(f"{OF_CYCLE}/new")
@access.signed_in
def new(cycle_id: int) -> AnyResponse:
    """The form, with a day next week."""
    cycle = _plannable(cycle_id)
    if cycle.state is CycleState.CLOSED:
        return errors.page(409)
    day = max(agency_today(clock.now()) + timedelta(days=7), cycle.starts_on)
    return _page(cycle, None, HuddleForm(formdata=None, data={"meets_on": day, "begins": time(10)}))


@bp.post(OF_CYCLE)
@access.signed_in
def create(cycle_id: int) -> AnyResponse:
    cycle, form = _plannable(cycle_id), HuddleForm()
    by, at = access.viewer(), clock.now()
    made = attempt(form, lambda: actions.plan(cycle, form.meeting, by=by, at=at)) if form.validate() else None
    if made is None:
        return _page(cycle, None, form, status=422)
    flash(_("The huddle is planned. It stands in the calendars of the cycle."))
    return redirect(path_of(made), 303)


@bp.get(f"{ONE}/edit")
@access.signed_in
def edit(number: int) -> AnyResponse:
    """The form with what is saved; 409 once it is closed."""
    huddle = own(number)
    if not policy.is_open(huddle):
        return errors.page(409)
    return _page(huddle.cycle, huddle, HuddleForm(formdata=None, data=_saved(huddle) | {"lock": str(huddle.lock)}))


@bp.post(f"{ONE}/edit")
@access.signed_in
def update(number: int) -> AnyResponse:
    """Save; where someone else saved in between, both stand beside each other."""
    huddle, form = own(number), HuddleForm()
    by, at = access.viewer(), clock.now()
    if not form.validate():
        return _page(huddle.cycle, huddle, form, status=422)
    try:
        saved = attempt(form, lambda: actions.change(huddle, form.meeting, seen_lock=form.seen_lock, by=by, at=at))
    except LostUpdate:
        return _both(huddle, form)
    if saved is None:
        return _page(huddle.cycle, huddle, form, status=422)
    flash(_("Saved."))
    return redirect(path_of(huddle), 303)


def _plannable(cycle_id: int) -> Cycle:
    cycle = visible_cycle(cycle_id)
    access.require(policy.can_plan(access.viewer()))
    return cycle


def _saved(huddle: Huddle) -> dict[str, Any]:
    return {name: getattr(huddle, name) for name in FIELDS} | {"person": huddle.host_id}


def _both(huddle: Huddle, form: HuddleForm) -> Response:
    form.person.choices = choices(queries.team_of(huddle.cycle_id))
    return _page(huddle.cycle, huddle, form, found=beside(form, huddle, _saved), status=409)


def _page(
    cycle: Cycle, huddle: Huddle | None, form: HuddleForm, *, found: list[Difference] | None = None, status: int = 200
) -> Response:
    form.person.choices = choices(queries.team_of(cycle.id))
    html = render_template("huddles/edit.html", cycle=cycle, huddle=huddle, form=form, found=found)
    return make_response(html, status)
