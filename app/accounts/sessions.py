"""Binding a browser to a person: the cookie holds a token, the database its hash; ending the row signs out."""

from datetime import datetime, timedelta

from flask import Flask, Request, Response, g, session

from app.accounts import who
from app.accounts.actions import sign_in
from app.accounts.models import Person, SignInSession
from app.accounts.tokens import hash_of
from app.core import clock
from app.core.database import transaction
from app.extensions import db, login_manager
from app.web import whose

LONGEST = timedelta(days=14)
IDLE = timedelta(hours=12)
__all__ = ["bind", "current", "hash_of", "init_app", "release"]


def init_app(app: Flask) -> None:
    app.config["PERMANENT_SESSION_LIFETIME"] = LONGEST
    login_manager.session_protection = None  # our own tokens end on the server
    app.after_request(_note_seen)


def bind(token: str, person_id: int) -> None:
    """Make this browser the one of the session: everything it held before is gone, so that no cookie can be planted.
    Its forms carry the person's mark."""
    session.clear()
    g.pop("csrf_token", None)  # what this request still shows needs a token of the new session
    session["token"], session["csrf_token"] = token, whose.mark(person_id)
    session.permanent = True


def release() -> None:
    """Forget the session in this browser."""
    session.clear()


@login_manager.request_loader
def load(_request: Request) -> Person | None:
    """The person of the session whose token the cookie holds; None where it has ended or was idle too long."""
    asked = _asked()
    found = who.running(asked) if asked else None
    if found is None:
        return None
    g.sign_in_session = (found.session_id, found.seen_at)
    g.unread_notices = found.unread
    found.person.keep_rights(found.rights)
    return found.person


def current_id() -> int | None:
    """The id of the running session, as this request came with it."""
    seen: tuple[int, datetime] | None = g.get("sign_in_session")
    return seen[0] if seen else None


def current() -> SignInSession | None:
    """The running session itself, to end it or to show it."""
    asked = _asked()
    found = who.running(asked) if asked else None
    return db.session.get(SignInSession, found.session_id) if found else None


def _asked() -> dict[str, object] | None:
    """What queries.running asks for, from the cookie."""
    token = session.get("token")
    if not isinstance(token, str):
        return None
    now = clock.now()
    return {"token_hash": hash_of(token), "oldest": now - LONGEST, "idle_since": now - IDLE}


def _note_seen(response: Response) -> Response:
    seen: tuple[int, datetime] | None = g.get("sign_in_session")
    now = clock.now()
    if seen and seen[1] < now - sign_in.SEEN_EVERY:
        with transaction():
            sign_in.note_seen(seen[0], at=now)
    return response
