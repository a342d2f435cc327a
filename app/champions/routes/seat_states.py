"""On leave and back, and the end of a seat. Open reports follow at once."""

from datetime import datetime
from typing import Protocol

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.models import Person, Role
from app.champions import queries
from app.champions.actions import seats
from app.champions.models import Seat
from app.champions.routes.blueprint import SEAT, bp
from app.champions.routes.seats import tell
from app.core import clock
from app.core.database import transaction
from app.pain_points import responsibility
from app.plans.keeping import telling_keepers
from app.web import access


class Step(Protocol):
    def __call__(self, seat: Seat, *, by: Person, at: datetime) -> None: ...


@bp.post(f"{SEAT}/leaves")
@access.roles("program_office")
def create_leave(cycle_id: int, seat_id: int) -> Response:
    return _take(seats.leave, cycle_id, seat_id, _("On leave. The deputy acts from now on."))


@bp.post(f"{SEAT}/returns")
@access.roles("program_office")
def create_return(cycle_id: int, seat_id: int) -> Response:
    return _take(seats.come_back, cycle_id, seat_id, _("The champion acts again."))


@bp.post(f"{SEAT}/endings")
@access.roles("program_office")
def create_ending(cycle_id: int, seat_id: int) -> Response:
    return _take(_end, cycle_id, seat_id, _("The seat has ended."))


def _end(seat: Seat, *, by: Person, at: datetime) -> None:
    if seat.to_on is None:
        tell(seat, seat.champion, Role.CHAMPION, kind="seat_ended")
        tell(seat, seat.deputy, Role.DEPUTY, kind="seat_ended")
    seats.end(seat, by=by, at=at)


def _take(step: Step, cycle_id: int, seat_id: int, words: str) -> Response:
    by, at = access.viewer(), clock.now()
    with transaction(), telling_keepers(at=at):
        step(access.found(queries.get_seat(cycle_id, seat_id)), by=by, at=at)
        responsibility.reassign(at=at)
    flash(words)
    return redirect(url_for("champions.show_seat", cycle_id=cycle_id, seat_id=seat_id), 303)
