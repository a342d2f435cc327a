"""Starting and ending sign-in sessions, and remembering failures."""

from datetime import datetime, timedelta

from sqlalchemy import update

from app.accounts import tokens
from app.accounts.failures import account_hash
from app.accounts.models import Person, SignInFailure, SignInSession
from app.core import events
from app.extensions import db

SEEN_EVERY = timedelta(hours=1)


def start(person: Person, *, device: str, at: datetime) -> str:
    """A new session; gives the token for the cookie, of which only the hash is stored."""
    token = tokens.new()
    begun = SignInSession(
        person_id=person.id, token_hash=tokens.hash_of(token), device=device, started_at=at, seen_at=at
    )
    db.session.add(begun)
    db.session.flush()
    events.record("sign_in_session.started", begun, by=person, at=at)
    return token


def fail(email: str, *, at: datetime) -> None:
    """Count one failure of an account, whether it exists or not."""
    db.session.add(SignInFailure(account_hash=account_hash(email), at=at))


def end(session: SignInSession, *, by: Person, at: datetime) -> None:
    """Sign one browser out. Harmless to repeat."""
    if session.ended_at is None:
        session.ended_at = at
        events.record("sign_in_session.ended", session, by=by, at=at)


def end_all(person: Person, *, by: Person, at: datetime, but: SignInSession | None = None) -> int:
    """Sign the person out everywhere, except in the session `but`. Gives how many sessions ended."""
    ended = db.session.execute(
        update(SignInSession)
        .where(
            SignInSession.person_id == person.id,
            SignInSession.ended_at.is_(None),
            SignInSession.id != (but.id if but else 0),
        )
        .values(ended_at=at)
        .returning(SignInSession.id)
    ).all()
    if ended:
        events.record("person.signed_out", person, by=by, at=at, sessions=len(ended))
    return len(ended)


def note_seen(session_id: int, *, at: datetime) -> None:
    """Remember that the session is in use, at most hourly: a read does not become a write each time."""
    db.session.execute(
        update(SignInSession)
        .where(SignInSession.id == session_id, SignInSession.seen_at < at - SEEN_EVERY)
        .values(seen_at=at)
    )
