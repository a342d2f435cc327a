"""Rounds, run by the program office."""

from typing import Any

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Redirect

from app.accounts.models import Role
from app.core import clock
from app.core.database import LostUpdate, transaction
from app.core.errors import BrokenRule
from app.funding import actions, amounts, labels, policy
from app.funding.forms import RoundForm
from app.funding.models import FundingRound
from app.funding.routes.blueprint import bp, known_round
from app.offices import queries as offices
from app.web import access, figures
from app.web.lost_updates import differences, take_over

PROGRAM = Role.PROGRAM_OFFICE


@bp.get("/funding/rounds/new")
@access.roles(PROGRAM)
def new_round() -> Response:
    access.require(policy.can_run_rounds(access.viewer()))
    return _page(RoundForm(formdata=None))


@bp.post("/funding/rounds")
@access.roles(PROGRAM)
def create_round() -> Response | Redirect:
    access.require(policy.can_run_rounds(access.viewer()))
    form = RoundForm()
    if not form.validate():
        return _page(form, status=422)
    try:
        with transaction():
            agency = access.found(offices.root())
            made = actions.make_round(agency, _terms(form), by=access.viewer(), at=clock.now())
            number = made.number
    except BrokenRule as broken:
        form.refuse(broken)
        return _page(form, status=422)
    flash(_("The round is planned. Open it when requests may come in."))
    return redirect(f"/funding/rounds/{number}/edit", 303)


@bp.get("/funding/rounds/<int:number>/edit")
@access.roles(PROGRAM)
def edit_round(number: int) -> Response:
    found = known_round(number)
    return _page(RoundForm(formdata=None, data=_shown(found)), found)


@bp.post("/funding/rounds/<int:number>/edit")
@access.roles(PROGRAM)
def update_round(number: int) -> Response | Redirect:
    found, form = known_round(number), RoundForm()
    if not form.validate():
        return _page(form, found, status=422)
    try:
        with transaction():
            actions.change_round(found, _terms(form), form.seen_lock, by=access.viewer(), at=clock.now())
    except LostUpdate:
        differing = differences(form, {name: value for name, value in _shown(found).items() if name != "lock"})
        take_over(form, found)
        return _page(form, found, differing=differing, status=409)
    except BrokenRule as broken:
        form.refuse(labels.worded(broken, form.currency_code))
        return _page(form, found, status=422)
    flash(_("Saved."))
    return redirect("/funding", 303)


@bp.post("/funding/rounds/<int:number>/openings")
@access.roles(PROGRAM)
def create_opening(number: int) -> Redirect:
    with transaction():
        actions.open_round(known_round(number), by=access.viewer(), at=clock.now())
    flash(_("The round is open. Champions with evidence can ask."))
    return redirect("/funding", 303)


@bp.post("/funding/rounds/<int:number>/closings")
@access.roles(PROGRAM)
def create_closing(number: int) -> Redirect:
    with transaction():
        actions.close_round(known_round(number), by=access.viewer(), at=clock.now())
    flash(_("The round takes no more requests. Those submitted are still decided."))
    return redirect("/funding", 303)


def _page(form: RoundForm, found: FundingRound | None = None, *, differing: Any = (), status: int = 200) -> Response:
    html = render_template("funding/round.html", form=form, round=found, differing=differing)
    return make_response(html, status)


def _terms(form: RoundForm) -> actions.RoundTerms:
    """What a form that has passed validation says."""
    opens_on, closes_on, decide_by_on = form.opens_on.data, form.closes_on.data, form.decide_by_on.data
    if opens_on is None or closes_on is None or decide_by_on is None:
        raise ValueError("the form requires the days")
    return actions.RoundTerms(
        name=form.name.data or "",
        positions=form.hundredths,
        money=form.minor_units,
        currency=form.currency_code,
        opens_on=opens_on,
        closes_on=closes_on,
        decide_by_on=decide_by_on,
    )


def _shown(found: FundingRound) -> dict[str, object]:
    """The round as the form shows it."""
    return {
        "name": found.name,
        "positions": amounts.typed_positions(found.positions, figures.writing()),
        "money": amounts.typed_money(found.money, found.currency, figures.writing()),
        "currency": found.currency,
        "opens_on": found.opens_on,
        "closes_on": found.closes_on,
        "decide_by_on": found.decide_by_on,
        "lock": found.lock,
    }
