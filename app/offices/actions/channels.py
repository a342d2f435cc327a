"""The ways in which customers reach an office. Who owns each is in accounts."""

from datetime import datetime

from sqlalchemy import select

from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim, hold, touch
from app.extensions import db
from app.offices import days, policy
from app.offices.errors import ChannelThere, OfficeClosed
from app.offices.models import Channel, ChannelKind, Office
from app.offices.policy import Member


def add(office: Office, seen_lock: int, *, kind: ChannelKind, name: str, by: Member, at: datetime) -> Channel:
    """A new channel; its name tells it from others of the kind. Raises LostUpdate, ChannelThere."""
    _claim(office, seen_lock, by)
    if office.closed_on:
        raise OfficeClosed
    _require_new(office, kind, name)
    channel = Channel(office_id=office.id, kind=kind, name=name)
    db.session.add(channel)
    _record("channel.added", channel, by, at)
    return channel


def rename(channel: Channel, seen_lock: int, *, name: str, by: Member, at: datetime) -> None:
    """Raises LostUpdate, ChannelThere."""
    _claim(channel.office, seen_lock, by)
    if channel.name == name:
        return
    _require_new(channel.office, channel.kind, name)
    channel.name = name
    _record("channel.renamed", channel, by, at)


def close(channel: Channel, *, by: Member, at: datetime) -> bool:
    """Customers no longer come this way. False where it was closed before."""
    _claim(channel.office, None, by)
    if channel.closed_on:
        return False
    channel.closed_on = days.today_at(channel.office, at)
    _record("channel.closed", channel, by, at)
    return True


def _claim(office: Office, seen_lock: int | None, by: Member) -> None:
    """Channels share the lock of their office."""
    if seen_lock is None:
        hold(office)
    else:
        claim(office, seen_lock)
    if not policy.can_manage(by, office):
        raise NotAllowed
    touch(office)


def _require_new(office: Office, kind: ChannelKind, name: str) -> None:
    same = select(Channel.id).where(Channel.office_id == office.id, Channel.kind == kind, Channel.name == name)
    if db.session.scalar(same) is not None:
        raise ChannelThere


def _record(verb: str, channel: Channel, by: Member, at: datetime) -> None:
    db.session.flush()
    events.record(verb, channel, by=by, at=at, office_id=channel.office_id, kind=channel.kind.value)
