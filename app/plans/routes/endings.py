"""How a plan rests and ends: paused, resumed, completed, stopped, one short form each; and the page it closes with."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.accounts.models import Person
from app.core import clock
from app.core.errors import NotNow
from app.measures import queries as measures
from app.plans import assembling, closing, labels, policy, queries, shown
from app.plans.actions import endings
from app.plans.models import Plan
from app.plans.queries import turns
from app.plans.routes.blueprint import bp, visible
from app.plans.turn_forms import FORMS, CompletionForm, PauseForm, StopForm
from app.plans.turns import ENDINGS, TurnKind
from app.web import access, errors
from app.web.forms import Form
from app.web.saving import attempt

ADDRESSES = {
    "pauses": TurnKind.PAUSED, "resumptions": TurnKind.RESUMED, "completions": TurnKind.COMPLETED,
    "stops": TurnKind.STOPPED,
}  # fmt: skip
TURN = "/plans/P-<int:number>/<any(pauses, resumptions, completions, stops):turn>"


@bp.get(f"{TURN}/new")
@access.signed_in
def new_turn(number: int, turn: str) -> AnyResponse:
    """The form; 409 where the turn does not follow from how the plan stands."""
    plan, kind = _turnable(number), ADDRESSES[turn]
    if not policy.is_turn_open(kind, plan):
        return errors.page(409)
    return _page(plan, turn, FORMS[kind](formdata=None))


@bp.post(TURN)
@access.signed_in
def create_turn(number: int, turn: str) -> AnyResponse:
    """Take the turn. Who comes too late reads what happened, and keeps what was typed."""
    plan, kind = _turnable(number), ADDRESSES[turn]
    form = FORMS[kind]()
    if not form.validate():
        return _page(plan, turn, form, 422)
    take = _taking(plan, form, access.viewer(), clock.now())
    try:
        if attempt(form, take) is None:
            return _page(plan, turn, form, 422)
    except NotNow as late:
        form.refuse(late)
        return _page(plan, turn, form, 409)
    flash(labels.TURNED[kind])
    return redirect(f"/plans/P-{number}/closing" if kind in ENDINGS else f"/plans/P-{number}", 303)


@bp.get("/plans/P-<int:number>/closing")
@access.signed_in
def show_closing(number: int) -> str:
    """What we changed, what came of it, who can copy it; of a stopped plan why, and what was learned."""
    plan = visible(number)
    turn = access.found(turns.ending(plan))
    version, today = access.found(queries.shown_to(plan, access.viewer())), assembling.today_at(plan)
    team = turns.last_team(plan)
    came = closing.came(measures.for_version(version.id), turn.measured, today)
    return render_template(
        "plans/closing.html", plan=plan, turn=turn, shown=shown.of(version), came=came, labels=labels,
        people=closing.thanked(team), by=closing.ended_by(turn.by, team),
    )  # fmt: skip


def _turnable(number: int) -> Plan:
    plan = visible(number)
    access.require(policy.can_turn(access.viewer(), plan))
    return plan


def _taking(plan: Plan, form: Form, by: Person, at: datetime) -> Callable[[], Any]:
    """The action that a validated form asks for. What the measures show is read before the transaction."""
    who: dict[str, Any] = {"by": by, "at": at}
    if isinstance(form, PauseForm):
        why, until = form.why.data or "", form.until.data
        assert until is not None  # noqa: S101  # validated
        return lambda: endings.pause(plan, why=why, until=until, **who)
    if isinstance(form, CompletionForm):
        lessons, measured = form.lessons, _measured(plan)
        return lambda: endings.complete(plan, lessons, measured=measured, **who)
    if isinstance(form, StopForm):
        why, learned = form.why.data or "", form.learned.data or ""
        return lambda: endings.stop(plan, why=why, learned=learned, **who)
    return lambda: endings.resume(plan, **who)


def _measured(plan: Plan) -> list[dict[str, Any]]:
    version = queries.on_paper(plan)
    return closing.measured(measures.for_version(version.id), assembling.today_at(plan)) if version else []


def _page(plan: Plan, turn: str, form: Form, status: int = 200) -> Response:
    html = render_template(
        "plans/ending.html", plan=plan, turn=turn, form=form, labels=labels, title=_("%(turn)s: %(plan)s",
        turn=labels.TURNS[ADDRESSES[turn]], plan=plan.ref), last=turns.latest(plan),
    )  # fmt: skip
    return make_response(html, status)
