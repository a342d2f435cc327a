"""Binding a browser to a person: the cookie holds a token, the database its hash; ending the row signs out."""

import hashlib
from datetime import timedelta

from flask import Flask, session
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import ChannelOwnership, Person, SignInSession
from app.core import clock
from app.extensions import db, login_manager

LONGEST = timedelta(days=14)
IDLE = timedelta(hours=12)


def init_app(app: Flask) -> None:
    app.config["PERMANENT_SESSION_LIFETIME"] = LONGEST
    login_manager.session_protection = None  # our own tokens end on the server


def hash_of(token: str) -> str:
    """Tokens are long and random, so a plain SHA-256 keeps them."""
    return hashlib.sha256(token.encode()).hexdigest()


@login_manager.user_loader
def load(_person_id: str) -> Person | None:
    """The person of the session whose token the cookie holds; None where it has ended or was idle too long."""
    found = current()
    return found.person if found else None


def current() -> SignInSession | None:
    """The running session row, with the person, roles and channels, in three queries."""
    token = session.get("token")
    if not isinstance(token, str):
        return None
    now = clock.now()
    return db.session.scalar(
        select(SignInSession)
        .join(SignInSession.person)
        .where(
            SignInSession.token_hash == hash_of(token),
            SignInSession.ended_at.is_(None),
            SignInSession.started_at > now - LONGEST,
            SignInSession.seen_at > now - IDLE,
            Person.is_active,
        )
        .options(
            joinedload(SignInSession.person).selectinload(Person.grants),
            joinedload(SignInSession.person).selectinload(Person.ownerships).joinedload(ChannelOwnership.channel),
        )
    )
