"""Naming the deputy of a seat."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.models import Role
from app.champions.actions import seats
from app.champions.forms import DeputyForm
from app.champions.models import Seat
from app.champions.routes.blueprint import SEAT, bp
from app.champions.routes.handovers import running_seat
from app.champions.routes.seats import chosen_deputy, tell
from app.core import clock
from app.core.database import LostUpdate
from app.pain_points import responsibility
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"{SEAT}/deputies/new")
@access.roles("program_office")
def new_deputy(cycle_id: int, seat_id: int) -> str:
    seat = running_seat(cycle_id, seat_id)
    return _page(DeputyForm(lock=seat.lock, deputy=_email(seat)), seat)


@bp.post(f"{SEAT}/deputies")
@access.roles("program_office")
def create_deputy(cycle_id: int, seat_id: int) -> Page:
    seat, form = running_seat(cycle_id, seat_id), DeputyForm()
    try:
        saved = attempt(form, lambda: _name(seat, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, seat)
        return _page(form, seat, differences(form, {"deputy": _email(seat)})), 409
    if saved is None:
        return _page(form, seat), 422
    flash(_("Saved."))
    return redirect(url_for("champions.show_seat", cycle_id=cycle_id, seat_id=seat_id), 303)


def _name(seat: Seat, form: DeputyForm) -> Seat:
    at, before = clock.now(), seat.deputy
    seats.name_deputy(seat, form.seen_lock, chosen_deputy(form.deputy.data), by=access.viewer(), at=at)
    if seat.deputy_id != (before.id if before else None):
        tell(seat, before, Role.DEPUTY, kind="seat_ended")
        tell(seat, seat.deputy, Role.DEPUTY)
    responsibility.reassign(at=at)
    return seat


def _email(seat: Seat) -> str:
    return seat.deputy.email if seat.deputy else ""


def _page(form: DeputyForm, seat: Seat, lost: object = None) -> str:
    return render_template("champions/deputy.html", form=form, seat=seat, lost=lost)
