"""Seats: given, on leave, handed over, ended. The roles of champion and deputy come and go with them."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.accounts.actions import grants
from app.accounts.models import Person, Role
from app.champions import policy, queries
from app.champions.actions.checks import check_new, check_people, claim_running
from app.champions.errors import SamePerson
from app.champions.models import Cycle, Seat, SeatState
from app.core import events
from app.core.errors import NotAllowed
from app.extensions import db
from app.offices import days
from app.offices.models import Office


def give(
    cycle: Cycle, office: Office, *, champion: Person, deputy: Person | None, by: Person, at: datetime
) -> Seat:
    """A seat with its roles.

    Raises CycleClosed, OfficeIsClosed, SeatTaken, NoSeatsLeft, DeputyIsChampion, NotForYourself.
    """
    if not policy.can_give_seat_to(by, office):
        raise NotAllowed
    check_new(cycle, office)
    check_people(champion, deputy, by)
    return _store(cycle, office, champion, deputy, by, at)


def take_up(cycle: Cycle, office: Office, *, champion: Person, at: datetime) -> Seat:
    """The seat of someone whom the program office selected and who says yes; the caller has checked that it is so.

    Raises CycleClosed, OfficeIsClosed, SeatTaken, NoSeatsLeft.
    """
    check_new(cycle, office)
    return _store(cycle, office, champion, None, champion, at)


def name_deputy(seat: Seat, seen_lock: int, deputy: Person | None, *, by: Person, at: datetime) -> None:
    """Someone who acts while the champion is away, or nobody. Raises LostUpdate, SeatEnded, DeputyIsChampion."""
    claim_running(seat, seen_lock, by)
    check_people(seat.champion, deputy, by)
    if seat.deputy_id == (deputy.id if deputy else None):
        return
    grants.close_of_seat(seat.id, by=by, at=at, role=Role.DEPUTY)
    seat.deputy_id = deputy.id if deputy else None
    if deputy:
        _grant(seat, deputy, Role.DEPUTY, by, at)
    _record("seat.deputy_named", seat, by, at, deputy_id=seat.deputy_id)


def leave(seat: Seat, *, by: Person, at: datetime) -> None:
    """The deputy acts from now on; without one, the next office upward. Harmless to repeat."""
    claim_running(seat, None, by)
    _set_state(seat, SeatState.ON_LEAVE, "seat.left", by, at)


def come_back(seat: Seat, *, by: Person, at: datetime) -> None:
    """The champion acts again. Harmless to repeat."""
    claim_running(seat, None, by)
    _set_state(seat, SeatState.ACTIVE, "seat.returned", by, at)


def hand_over(
    seat: Seat, seen_lock: int, *, champion: Person, deputy: Person | None, by: Person, at: datetime
) -> Seat:
    """The seat goes to someone else; what the champion before wrote stays theirs. Gives the new seat."""
    claim_running(seat, seen_lock, by)
    if champion.id == seat.champion_id:
        raise SamePerson
    check_people(champion, deputy, by)
    _finish(seat, SeatState.HANDED_OVER, by, at)
    return _store(seat.cycle, seat.office, champion, deputy, by, at)


def end(seat: Seat, *, by: Person, at: datetime) -> None:
    """The seat ends, and its roles with it. Harmless to repeat."""
    if seat.to_on is None:
        claim_running(seat, None, by)
        _finish(seat, SeatState.ENDED, by, at)


def step_aside(person: Person, *, by: Person, at: datetime) -> None:
    """Somebody can no longer sign in: in their seats the deputies act."""
    for seat in queries.seats_of(person):
        if seat.champion_id == person.id:
            _set_state(seat, SeatState.ON_LEAVE, "seat.left", by, at)


def end_outside(person: Person, *, by: Person, at: datetime) -> None:
    """Somebody moved: their seats in offices where they no longer work end; as deputy they only leave the seat."""
    for seat in queries.seats_of(person):
        if person.office is not None and person.office.is_within(seat.office):
            continue
        if seat.champion_id == person.id:
            _finish(seat, SeatState.ENDED, by, at)
        else:
            grants.close_of_seat(seat.id, by=by, at=at, role=Role.DEPUTY)
            seat.deputy_id = None
            _record("seat.deputy_named", seat, by, at, deputy_id=None)


def end_all_of(office: Office, *, by: Person, at: datetime) -> None:
    """The office closes."""
    for seat in queries.current_seats_of(office):
        _finish(seat, SeatState.ENDED, by, at)


def end_all_in(cycle: Cycle, *, by: Person, at: datetime) -> None:
    """The cycle closes."""
    current = select(Seat).where(Seat.cycle_id == cycle.id, Seat.to_on.is_(None)).order_by(Seat.id)
    for seat in db.session.scalars(current).all():
        _finish(seat, SeatState.ENDED, by, at)


def _store(
    cycle: Cycle, office: Office, champion: Person, deputy: Person | None, by: Person, at: datetime
) -> Seat:
    seat = Seat(
        cycle_id=cycle.id, office_id=office.id, champion_id=champion.id, deputy_id=deputy.id if deputy else None,
        from_on=days.today_at(office, at),
    )  # fmt: skip
    db.session.add(seat)
    db.session.flush()
    _grant(seat, champion, Role.CHAMPION, by, at)
    if deputy:
        _grant(seat, deputy, Role.DEPUTY, by, at)
    _record("seat.given", seat, by, at, champion_id=seat.champion_id, deputy_id=seat.deputy_id, cycle_id=cycle.id)
    return seat


def _grant(seat: Seat, person: Person, role: Role, by: Person, at: datetime) -> None:
    grants.write(person, role, seat.office, by=by, at=at, cycle_id=seat.cycle_id, seat_id=seat.id)


def _set_state(seat: Seat, state: SeatState, verb: str, by: Person, at: datetime) -> None:
    if seat.state is not state:
        seat.state = state
        _record(verb, seat, by, at)


def _finish(seat: Seat, state: SeatState, by: Person, at: datetime) -> None:
    grants.close_of_seat(seat.id, by=by, at=at)
    seat.state = state
    seat.to_on = days.today_at(seat.office, at)
    _record(f"seat.{state.value}", seat, by, at)


def _record(verb: str, seat: Seat, by: Person, at: datetime, **codes: Any) -> None:
    db.session.flush()
    events.record(verb, seat, by=by, at=at, office_id=seat.office_id, **codes)
