"""Handing a seat over to someone else."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import queries as accounts
from app.accounts.models import Role
from app.champions import policy, queries
from app.champions.actions import seats
from app.champions.forms import HandOverForm
from app.champions.models import Seat
from app.champions.routes.blueprint import SEAT, bp
from app.champions.routes.seats import chosen_deputy, tell
from app.core import clock
from app.core.database import LostUpdate
from app.pain_points import responsibility
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"{SEAT}/handovers/new")
@access.roles("program_office")
def new_handover(cycle_id: int, seat_id: int) -> str:
    seat = running_seat(cycle_id, seat_id)
    return _page(HandOverForm(lock=seat.lock, deputy=seat.deputy.email if seat.deputy else ""), seat)


@bp.post(f"{SEAT}/handovers")
@access.roles("program_office")
def create_handover(cycle_id: int, seat_id: int) -> Page:
    seat, form = running_seat(cycle_id, seat_id), HandOverForm()
    try:
        given = attempt(form, lambda: _hand_over(seat, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, seat)
        saved = {"champion": seat.champion.email, "deputy": seat.deputy.email if seat.deputy else ""}
        return _page(form, seat, differences(form, saved)), 409
    if given is None:
        return _page(form, seat), 422
    flash(_("Handed over to %(name)s.", name=given.champion.name))
    return redirect(url_for("champions.show_seat", cycle_id=cycle_id, seat_id=given.id), 303)


def running_seat(cycle_id: int, seat_id: int) -> Seat:
    seat = access.found(queries.get_seat(cycle_id, seat_id))
    access.require(policy.can_run_seat(access.viewer(), seat))
    return seat


def _hand_over(seat: Seat, form: HandOverForm) -> Seat:
    by, at = access.viewer(), clock.now()
    champion = accounts.pick(str(form.champion.data), "champion")
    deputy = chosen_deputy(form.deputy.data)
    given = seats.hand_over(seat, form.seen_lock, champion=champion, deputy=deputy, by=by, at=at)
    tell(seat, seat.champion, Role.CHAMPION, kind="seat_ended")
    tell(given, given.champion, Role.CHAMPION)
    if deputy and deputy.id != seat.deputy_id:
        tell(given, deputy, Role.DEPUTY)
    responsibility.reassign(at=at)
    return given


def _page(form: HandOverForm, seat: Seat, lost: object = None) -> str:
    return render_template("champions/handover.html", form=form, seat=seat, lost=lost)
