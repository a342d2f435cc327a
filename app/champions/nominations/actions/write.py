"""Nominating: a draft with its grounds, sent when it is ready; and the colleagues who put their word to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from app.accounts.models import Person
from app.champions.errors import CycleClosed, OfficeIsClosed, SeatTaken
from app.champions.models import Cycle, CycleState, Seat
from app.champions.nominations import policy
from app.champions.nominations.actions.record import record
from app.champions.nominations.errors import HasSeat, NominatedAlready, NominatesSelf, NominationsEnded
from app.champions.nominations.models import Endorsement, Nomination, NominationState
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.locks import claim, hold
from app.core.numbering import next_number
from app.extensions import db
from app.offices import days
from app.offices.models import Office


@dataclass(frozen=True)
class Grounds:
    """Who is proposed for which office, and why: how they think ahead, how colleagues respect them."""

    nominee: Person
    office: Office
    thinks_ahead: str
    respected: str


def draft(cycle: Cycle, grounds: Grounds, *, by: Person, at: datetime) -> Nomination:
    """A draft that only its writer sees.

    Raises NotAllowed, CycleClosed, NominatesSelf, OfficeIsClosed, HasSeat, SeatTaken.
    """
    if not policy.can_nominate(by, cycle):
        raise NotAllowed
    _require_free(cycle, grounds.nominee, grounds.office, by)
    nomination = Nomination(
        number=next_number(Nomination.number), cycle_id=cycle.id, office_id=grounds.office.id,
        nominee_id=grounds.nominee.id, nominator_id=by.id, thinks_ahead=grounds.thinks_ahead,
        respected=grounds.respected, created_at=at,
    )  # fmt: skip
    db.session.add(nomination)
    record("drafted", nomination, by, at, cycle_id=cycle.id)  # not for whom: the log is read by people who may be it
    return nomination


def update(nomination: Nomination, seen_lock: int, grounds: Grounds, *, by: Person, at: datetime) -> None:
    """Change a draft. Raises LostUpdate, NotNow, and what `draft` raises."""
    claim(nomination, seen_lock)
    _require_draft(nomination, by)
    _require_free(nomination.cycle, grounds.nominee, grounds.office, by)
    wanted = {
        "nominee_id": grounds.nominee.id, "office_id": grounds.office.id,
        "thinks_ahead": grounds.thinks_ahead, "respected": grounds.respected,
    }  # fmt: skip
    changed = [name for name, value in wanted.items() if getattr(nomination, name) != value]
    for name in changed:
        setattr(nomination, name, wanted[name])
    if changed:
        record("saved", nomination, by, at, fields=changed)


def submit(nomination: Nomination, *, by: Person, at: datetime) -> None:
    """Hand it to the program office; colleagues can endorse it from now on. Harmless to repeat.

    Raises NotNow, NominationsEnded, NominatedAlready (another one of the same person was quicker), what `draft` raises.
    """
    hold(nomination)
    if nomination.state is NominationState.SUBMITTED and policy.is_writer(by, nomination):
        return
    _require_draft(nomination, by)
    cycle = hold(nomination.cycle)  # so that the same person is not nominated twice at once
    _require_free(cycle, nomination.nominee, nomination.office, by)
    if cycle.nominate_until and days.today_at(nomination.office, at) > cycle.nominate_until:
        raise NominationsEnded
    other = db.session.scalar(
        select(Nomination.number).where(
            Nomination.cycle_id == cycle.id, Nomination.nominee_id == nomination.nominee_id,
            Nomination.state.in_((*policy.DECIDABLE, NominationState.ACCEPTED)),
        )
    )  # fmt: skip
    if other is not None:
        raise NominatedAlready(ref=f"N-{other}")
    nomination.state, nomination.submitted_at = NominationState.SUBMITTED, at
    record(
        "submitted", nomination, by, at,
        digest=events.text_digest(f"{nomination.thinks_ahead}\n{nomination.respected}", nomination.salt),
    )  # fmt: skip


def endorse(nomination: Nomination, words: str, *, by: Person, at: datetime) -> Endorsement:
    """Stand behind it with a sentence; a second time replaces one's own first. Raises NotAllowed, NotNow."""
    hold(nomination)
    if not policy.may_endorse(by, nomination):
        raise NotAllowed
    if nomination.state not in policy.OPEN:
        raise NotNow
    found = db.session.scalar(
        select(Endorsement).where(Endorsement.nomination_id == nomination.id, Endorsement.person_id == by.id)
    )
    if found is not None and found.words == words:
        return found
    if found is None:
        found = Endorsement(nomination_id=nomination.id, person_id=by.id, words=words, given_at=at)
        db.session.add(found)
    found.words, found.given_at = words, at
    db.session.flush()
    db.session.expire(nomination, ["endorsements"])
    record("endorsed", nomination, by, at, digest=events.text_digest(words, found.salt))
    return found


def _require_draft(nomination: Nomination, by: Person) -> None:
    if not policy.is_writer(by, nomination):
        raise NotAllowed
    if nomination.state is not NominationState.DRAFT:
        raise NotNow


def _require_free(cycle: Cycle, nominee: Person, office: Office, by: Person) -> None:
    """Nobody proposes themselves; neither the person nor the office has a seat in the cycle yet."""
    if cycle.state is CycleState.CLOSED:
        raise CycleClosed
    if nominee.id == by.id:
        raise NominatesSelf
    if office.closed_on:
        raise OfficeIsClosed
    is_theirs = or_(Seat.champion_id == nominee.id, Seat.office_id == office.id)
    running = db.session.scalars(
        select(Seat).where(Seat.cycle_id == cycle.id, Seat.to_on.is_(None), is_theirs)
    ).all()
    if any(seat.champion_id == nominee.id for seat in running):
        raise HasSeat
    if running:
        raise SeatTaken
