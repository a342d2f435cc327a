"""One seat, and giving a new one."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import queries as accounts
from app.accounts.models import Person, Role
from app.champions import policy, queries
from app.champions.actions import seats
from app.champions.forms import SeatForm
from app.champions.models import Cycle, Seat
from app.champions.routes.blueprint import CYCLE, SEAT, bp
from app.core import clock
from app.notices.actions import notify
from app.offices import finding
from app.pain_points import responsibility
from app.web import access
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"{CYCLE}/seats/new")
@access.roles("program_office")
def new_seat(cycle_id: int) -> str:
    return _page(SeatForm(office=request.args.get("office", "")), _cycle(cycle_id))


@bp.post(f"{CYCLE}/seats")
@access.roles("program_office")
def create_seat(cycle_id: int) -> Page:
    cycle, form = _cycle(cycle_id), SeatForm()
    seat = attempt(form, lambda: _give(cycle, form)) if form.validate_on_submit() else None
    if seat is None:
        return _page(form, cycle), 422
    flash(_("Seat given."))
    return redirect(url_for("champions.show", cycle_id=cycle_id), 303)


@bp.get(SEAT)
@access.signed_in
def show_seat(cycle_id: int, seat_id: int) -> str:
    seat = access.found(queries.get_seat(cycle_id, seat_id))
    return render_template("champions/seat.html", seat=seat, can_run=policy.can_run_seat(access.viewer(), seat))


def tell(seat: Seat, person: Person | None, role: Role, *, kind: str = "seat_given") -> None:
    """A notice to who got or lost a seat, in the running transaction."""
    if person:
        path = url_for("champions.show_seat", cycle_id=seat.cycle_id, seat_id=seat.id)
        notify(person.id, kind, path=path, at=clock.now(), role=role.value, office_id=seat.office_id)


def chosen_deputy(words: str | None) -> Person | None:
    return accounts.pick(words, "deputy") if words else None


def _give(cycle: Cycle, form: SeatForm) -> Seat:
    by, at = access.viewer(), clock.now()
    office = finding.pick(str(form.office.data), "office")
    champion = accounts.pick(str(form.champion.data), "champion")
    seat = seats.give(cycle, office, champion=champion, deputy=chosen_deputy(form.deputy.data), by=by, at=at)
    tell(seat, seat.champion, Role.CHAMPION)
    tell(seat, seat.deputy, Role.DEPUTY)
    responsibility.reassign(at=at)
    return seat


def _cycle(cycle_id: int) -> Cycle:
    cycle = access.found(queries.get_cycle(cycle_id))
    access.require(policy.can_give_seats(access.viewer(), cycle))
    return cycle


def _page(form: SeatForm, cycle: Cycle) -> str:
    return render_template("champions/seat_form.html", form=form, cycle=cycle, offices=finding.suggestions())
