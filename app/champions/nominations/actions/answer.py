"""The person who was selected says yes, and has the seat; or no, and the office is free again."""

from datetime import datetime

from app.accounts.models import Person
from app.champions.actions import seats
from app.champions.models import Seat
from app.champions.nominations import policy
from app.champions.nominations.actions.record import record
from app.champions.nominations.models import Nomination, NominationState
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.locks import hold
from app.extensions import db


def accept(nomination: Nomination, words: str, *, by: Person, at: datetime) -> Seat:
    """The seat begins, with its rights. Harmless to repeat.

    Raises NotAllowed, NotNow, and what giving a seat raises: the office may have got one, or closed, in the meantime.
    """
    _claim(nomination, NominationState.ACCEPTED, by)
    if nomination.seat_id is not None:
        return db.session.get_one(Seat, nomination.seat_id)
    seat = seats.take_up(nomination.cycle, nomination.office, champion=by, at=at)
    nomination.seat_id = seat.id
    _answer(nomination, NominationState.ACCEPTED, words, by, at)
    return seat


def decline(nomination: Nomination, words: str, *, by: Person, at: datetime) -> None:
    """Nobody has to say why. Harmless to repeat. Raises NotAllowed, NotNow."""
    _claim(nomination, NominationState.DECLINED, by)
    if nomination.state is NominationState.SELECTED:
        _answer(nomination, NominationState.DECLINED, words, by, at)


def _claim(nomination: Nomination, wanted: NominationState, by: Person) -> None:
    hold(nomination)
    if not policy.is_nominee(by, nomination):
        raise NotAllowed
    if nomination.state not in (NominationState.SELECTED, wanted):
        raise NotNow


def _answer(nomination: Nomination, state: NominationState, words: str, by: Person, at: datetime) -> None:
    nomination.state, nomination.answer, nomination.answered_at = state, words, at
    digest = events.text_digest(words, nomination.salt) if words else None
    record(state.value, nomination, by, at, digest=digest)
