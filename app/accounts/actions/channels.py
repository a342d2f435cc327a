"""Who owns which channel, from when to when."""

from datetime import datetime

from sqlalchemy import select

from app.accounts import policy
from app.accounts.models import ChannelOwnership, Person
from app.core import events, jobs
from app.core.errors import NotAllowed
from app.core.locks import claim, touch
from app.extensions import db
from app.offices import days
from app.offices.models import Channel, Office


def name_owner(channel: Channel, seen_lock: int, *, owner: Person | None, by: Person, at: datetime) -> None:
    """Give the channel an owner, or none; who owned it before no longer does. Harmless to repeat. Raises LostUpdate."""
    office = claim(channel.office, seen_lock)
    if not policy.can_name_owner(by, office):
        raise NotAllowed
    running = _running(channel)
    if running and owner and running.person_id == owner.id:
        return
    if running:
        _end(running, by, at)
    if owner:
        _begin(channel, owner, by, at)
    touch(office)


def end_outside(person: Person, office: Office | None, *, by: Person, at: datetime) -> None:
    """After a move: channels of offices in which the person no longer works."""
    owned = select(ChannelOwnership).where(ChannelOwnership.person_id == person.id, ChannelOwnership.to_on.is_(None))
    for ownership in db.session.scalars(owned).all():
        if office is None or not office.is_within(ownership.channel.office):
            _end(ownership, by, at)


def end_of(channel: Channel, *, by: Person, at: datetime) -> None:
    """The channel closes, so nobody owns it any more."""
    running = _running(channel)
    if running:
        _end(running, by, at)


def _running(channel: Channel) -> ChannelOwnership | None:
    return db.session.scalar(
        select(ChannelOwnership).where(ChannelOwnership.channel_id == channel.id, ChannelOwnership.to_on.is_(None))
    )


def _let_questions_follow() -> None:
    """Whoever answers for the channel now is asked what its owner was asked."""
    jobs.enqueue("sign_offs.follow", {}, key="sign_offs follow")


def _begin(channel: Channel, owner: Person, by: Person, at: datetime) -> None:
    begun = ChannelOwnership(channel_id=channel.id, person_id=owner.id, from_on=days.today_at(channel.office, at))
    db.session.add(begun)
    db.session.flush()
    db.session.expire(owner, ["ownerships"])
    events.record(
        "channel_ownership.given", begun, by=by, at=at, office_id=channel.office_id, person_id=owner.id,
        channel_id=channel.id,
    )  # fmt: skip
    _let_questions_follow()


def _end(ownership: ChannelOwnership, by: Person, at: datetime) -> None:
    ownership.to_on = days.today_at(ownership.channel.office, at)
    db.session.flush()
    db.session.expire(ownership.person, ["ownerships"])
    events.record(
        "channel_ownership.ended", ownership, by=by, at=at, office_id=ownership.channel.office_id,
        person_id=ownership.person_id, channel_id=ownership.channel_id,
    )  # fmt: skip
    _let_questions_follow()
