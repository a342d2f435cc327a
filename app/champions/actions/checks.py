"""What must hold before a seat is given or changed."""

from sqlalchemy import select

from app.accounts.models import Person
from app.champions import policy, queries
from app.champions.errors import (
    CycleClosed,
    DeputyIsChampion,
    NoSeatsLeft,
    NotForYourself,
    OfficeIsClosed,
    SeatEnded,
    SeatTaken,
)  # fmt: skip
from app.champions.models import Cycle, CycleState, Seat
from app.core.errors import NotAllowed
from app.core.locks import claim, hold
from app.extensions import db
from app.offices.models import Office


def check_new(cycle: Cycle, office: Office) -> None:
    """Under the lock of the cycle, so that two at once cannot take the last seat."""
    hold(cycle)
    if cycle.state is CycleState.CLOSED:
        raise CycleClosed
    if office.closed_on:
        raise OfficeIsClosed
    running = select(Seat.id).where(Seat.cycle_id == cycle.id, Seat.office_id == office.id, Seat.to_on.is_(None))
    if db.session.scalar(running) is not None:
        raise SeatTaken
    if queries.seats_given(cycle) >= cycle.seat_limit:
        raise NoSeatsLeft(count=cycle.seat_limit)


def check_people(champion: Person, deputy: Person | None, by: Person) -> None:
    if deputy and deputy.id == champion.id:
        raise DeputyIsChampion
    if champion.id == by.id:
        raise NotForYourself("champion")
    if deputy and deputy.id == by.id:
        raise NotForYourself("deputy")


def claim_running(seat: Seat, seen_lock: int | None, by: Person) -> None:
    """Lock the seat; without `seen_lock` from whatever state it is in. Raises LostUpdate, SeatEnded, NotAllowed."""
    hold(seat)
    if seat.to_on is not None:
        raise SeatEnded
    if seen_lock is not None:
        claim(seat, seen_lock)
    if not policy.can_run_seat(by, seat):
        raise NotAllowed
