"""One-use links: made for an invitation or a new password, spent by choosing a password."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from app.accounts import tokens
from app.accounts.actions import sign_in
from app.accounts.errors import LinkSpent
from app.accounts.models import LinkKind, OneUseLink, Person
from app.core import events
from app.core.locks import hold
from app.extensions import db

LASTS = {LinkKind.INVITATION: timedelta(days=7), LinkKind.PASSWORD_RESET: timedelta(hours=1)}
PAUSE = timedelta(minutes=5)


def issue(person: Person, kind: LinkKind, *, by: Person | None, at: datetime) -> str:
    """A fresh link; those sent before stop working. Gives the token, of which only the hash is stored."""
    _end_open(person, at)
    token = tokens.new()
    link = OneUseLink(person_id=person.id, kind=kind, token_hash=tokens.hash_of(token), expires_at=at + LASTS[kind])
    db.session.add(link)
    db.session.flush()
    events.record("one_use_link.issued", link, by=by, at=at, kind=kind.value, person_id=person.id)
    return token


def was_just_sent(person: Person, at: datetime) -> bool:
    """True where a new-password link is minutes old: no flood of mails on somebody's behalf."""
    fresh = at + LASTS[LinkKind.PASSWORD_RESET] - PAUSE
    found = db.session.scalar(
        select(OneUseLink.id)
        .where(
            OneUseLink.person_id == person.id,
            OneUseLink.kind == LinkKind.PASSWORD_RESET,
            OneUseLink.used_at.is_(None),
            OneUseLink.expires_at > fresh,
        )
        .limit(1)
    )
    return found is not None


def is_open(link: OneUseLink, at: datetime) -> bool:
    return link.used_at is None and link.expires_at > at and link.person.is_active


def spend(link: OneUseLink, *, password_hash: str, at: datetime) -> Person:
    """Set the password and end all sessions. Raises LinkSpent where somebody was quicker or time ran out."""
    hold(link)
    if not is_open(link, at):
        raise LinkSpent
    link.used_at = at
    person = link.person
    person.password_hash = password_hash
    _end_open(person, at)
    sign_in.end_all(person, by=person, at=at)
    events.record("person.password_set", person, by=person, at=at, kind=link.kind.value)
    return person


def _end_open(person: Person, at: datetime) -> None:
    db.session.execute(
        update(OneUseLink)
        .where(OneUseLink.person_id == person.id, OneUseLink.used_at.is_(None), OneUseLink.expires_at > at)
        .values(expires_at=at)
    )
