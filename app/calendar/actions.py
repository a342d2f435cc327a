"""Making and ending the secret link of a person's calendar. Inside the caller's transaction."""

from datetime import datetime

from app.accounts import tokens
from app.accounts.models import Person
from app.calendar.models import CalendarFeed, Shows
from app.calendar.queries import running_feed
from app.core import events, locks
from app.extensions import db


def make_feed(person: Person, shows: Shows, *, at: datetime) -> str:
    """A new link; the one before stops working. Gives the token, of which only the hash is stored."""
    locks.hold(person)
    _end_running(person, at)
    token = tokens.new()
    made = CalendarFeed(person_id=person.id, token_hash=tokens.hash_of(token), shows=shows, made_at=at)
    db.session.add(made)
    db.session.flush()
    events.record("calendar_feed.made", made, by=person, at=at, person_id=person.id, shows=shows.value)
    return token


def end_feed(person: Person, *, at: datetime) -> bool:
    """No link works any more; False where there was none."""
    locks.hold(person)
    return _end_running(person, at)


def _end_running(person: Person, at: datetime) -> bool:
    found = running_feed(person)
    if found is None:
        return False
    found.ended_at = at
    db.session.flush()  # before a new one comes: one runs per person
    events.record("calendar_feed.ended", found, by=person, at=at, person_id=person.id)
    return True
