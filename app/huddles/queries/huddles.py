"""Reading huddles: one, and those of a cycle."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.huddles.models import Huddle, HuddleState

MOST = 60
"""Huddles of one cycle: two years of them."""


def get(number: int) -> Huddle | None:
    """With its cycle and its host, in one query."""
    asked = select(Huddle).where(Huddle.number == number)
    return db.session.scalar(asked.options(joinedload(Huddle.cycle), joinedload(Huddle.host)))


def for_cycle(cycle_id: int) -> Sequence[Huddle]:
    """The latest first, with their hosts."""
    asked = select(Huddle).where(Huddle.cycle_id == cycle_id).options(joinedload(Huddle.host))
    return db.session.scalars(asked.order_by(Huddle.meets_on.desc(), Huddle.id.desc()).limit(MOST)).all()


def is_taken(cycle_id: int, day: date, but: int | None = None) -> bool:
    """Another huddle of the cycle meets on that day."""
    asked = select(Huddle.id).where(Huddle.cycle_id == cycle_id, Huddle.meets_on == day)
    return db.session.scalar(asked.where(Huddle.id != but) if but else asked) is not None


def has_one_ahead(cycle_id: int, but: int) -> bool:
    """Another one is planned already."""
    asked = select(Huddle.id).where(Huddle.cycle_id == cycle_id, Huddle.state == HuddleState.PLANNED, Huddle.id != but)
    return db.session.scalar(asked.limit(1)) is not None


def last_before(huddle: Huddle) -> date | None:
    """The day of the huddle before it that was closed."""
    asked = select(Huddle.meets_on).where(
        Huddle.cycle_id == huddle.cycle_id, Huddle.state == HuddleState.CLOSED, Huddle.meets_on < huddle.meets_on
    )
    return db.session.scalar(asked.order_by(Huddle.meets_on.desc()).limit(1))
