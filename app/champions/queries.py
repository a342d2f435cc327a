"""Reading cycles and seats. Nothing here writes."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState, Seat
from app.extensions import db
from app.offices.models import Office


def get_cycle(cycle_id: int) -> Cycle | None:
    return db.session.get(Cycle, cycle_id)


def get_seat(cycle_id: int, seat_id: int) -> Seat | None:
    return db.session.scalar(_seats().where(Seat.id == seat_id, Seat.cycle_id == cycle_id))


def all_cycles() -> Sequence[Cycle]:
    """The newest first; one or two are added a year."""
    return db.session.scalars(select(Cycle).order_by(Cycle.starts_on.desc(), Cycle.id.desc())).all()


def open_cycles(on: date | None = None) -> Sequence[Cycle]:
    """Open ones, the newest first; with a day, only those that run on it."""
    query = select(Cycle).where(Cycle.state == CycleState.OPEN)
    if on:
        query = query.where(Cycle.starts_on <= on, Cycle.ends_on >= on)
    return db.session.scalars(query.order_by(Cycle.starts_on.desc(), Cycle.id.desc())).all()


def seats_given(cycle: Cycle) -> int:
    """How many seats of the cycle run now."""
    count = select(func.count()).select_from(Seat).where(Seat.cycle_id == cycle.id, Seat.to_on.is_(None))
    return db.session.scalar(count) or 0


def seats_by_cycle() -> dict[int, int]:
    """Seats that run now, by cycle id."""
    rows = db.session.execute(
        select(Seat.cycle_id, func.count()).where(Seat.to_on.is_(None)).group_by(Seat.cycle_id)
    ).all()
    return {cycle_id: count for cycle_id, count in rows}  # noqa: C416  # a Row is no pair for dict()


def seats_in(cycle: Cycle) -> Sequence[Seat]:
    """Running seats in the order of the tree, then those that ended, the latest first."""
    return db.session.scalars(
        _seats()
        .join(Seat.office)
        .where(Seat.cycle_id == cycle.id)
        .order_by(Seat.to_on.is_not(None), Seat.to_on.desc(), Office.name, Seat.id)
    ).all()


def current_seats_of(office: Office) -> Sequence[Seat]:
    """Running seats of exactly this office, one per cycle."""
    return db.session.scalars(
        _seats().where(Seat.office_id == office.id, Seat.to_on.is_(None)).order_by(Seat.id.desc())
    ).all()


def seats_of(person: Person) -> Sequence[Seat]:
    """Running seats in which the person is champion or deputy."""
    return db.session.scalars(
        _seats()
        .where(or_(Seat.champion_id == person.id, Seat.deputy_id == person.id), Seat.to_on.is_(None))
        .order_by(Seat.id.desc())
    ).all()


def _seats() -> Select[Seat]:
    return select(Seat).options(
        joinedload(Seat.cycle), joinedload(Seat.office), joinedload(Seat.champion), joinedload(Seat.deputy)
    )
