"""Cycles: the list, one cycle with its seats, adding and changing them."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.champions import policy, queries
from app.champions.actions import cycles
from app.champions.actions.cycles import CycleRules
from app.champions.forms import CycleForm
from app.champions.models import Cycle, CycleState, Paper
from app.champions.routes.blueprint import CYCLE, bp
from app.core import clock
from app.core.database import LostUpdate
from app.huddles.policy import can_read as reads_huddles
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]
FIELDS = ("name", "starts_on", "ends_on", "plan_due_on", "page_limit", "paper", "seat_limit", "nominate_until")


@bp.get("/cycles")
@access.signed_in
def index() -> str:
    return render_template(
        "champions/cycles.html", cycles=queries.all_cycles(), seats=queries.seats_by_cycle(),
        can_run=policy.can_run_cycles(access.viewer()),
    )  # fmt: skip


@bp.get("/cycles/new")
@access.roles("program_office")
def new() -> str:
    access.require(policy.can_run_cycles(access.viewer()))
    return _page(CycleForm(page_limit=2, seat_limit=40))


@bp.post("/cycles")
@access.roles("program_office")
def create() -> Page:
    access.require(policy.can_run_cycles(access.viewer()))
    form = CycleForm()
    by, at = access.viewer(), clock.now()
    cycle = attempt(form, lambda: cycles.add(_rules(form), by=by, at=at)) if form.validate_on_submit() else None
    if cycle is None:
        return _page(form), 422
    flash(_("Added. Give seats, then open it."))
    return redirect(url_for("champions.show", cycle_id=cycle.id), 303)


@bp.get(CYCLE)
@access.signed_in
def show(cycle_id: int) -> str:
    cycle, viewer = access.found(queries.get_cycle(cycle_id)), access.viewer()
    return render_template(
        "champions/cycle.html", cycle=cycle, seats=queries.seats_in(cycle),
        given=queries.seats_given(cycle), can_run=policy.can_run_cycles(viewer),
        can_give=policy.can_give_seats(viewer, cycle), reads_huddles=reads_huddles(viewer, cycle.id),
    )  # fmt: skip


@bp.get(f"{CYCLE}/edit")
@access.roles("program_office")
def edit(cycle_id: int) -> str:
    cycle = _running(cycle_id)
    return _page(CycleForm(obj=cycle), cycle)


@bp.post(CYCLE)
@access.roles("program_office")
def update(cycle_id: int) -> Page:
    cycle, form = _running(cycle_id), CycleForm()
    try:
        saved = attempt(form, lambda: _update(cycle, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, cycle)
        return _page(form, cycle, differences(form, {name: getattr(cycle, name) for name in FIELDS})), 409
    if saved is None:
        return _page(form, cycle), 422
    flash(_("Saved."))
    return redirect(url_for("champions.show", cycle_id=cycle.id), 303)


def _update(cycle: Cycle, form: CycleForm) -> Cycle:
    cycles.update(cycle, form.seen_lock, _rules(form), by=access.viewer(), at=clock.now())
    return cycle


def _running(cycle_id: int) -> Cycle:
    cycle = access.found(queries.get_cycle(cycle_id))
    access.require(policy.can_run_cycles(access.viewer()) and cycle.state is not CycleState.CLOSED)
    return cycle


def _rules(form: CycleForm) -> CycleRules:
    given: dict[str, Any] = {name: form[name].data for name in FIELDS}
    return CycleRules(**{**given, "paper": Paper(form.paper.data)})


def _page(form: CycleForm, cycle: Cycle | None = None, lost: object = None) -> str:
    return render_template("champions/cycle_form.html", form=form, cycle=cycle, lost=lost)
