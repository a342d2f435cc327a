"""The public questions and orders to the queue; which engine answers follows the session's database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app.core import clock, database
from app.core.jobs import embedded
from app.core.jobs.model import MAX_TRIES, DeadJob, Engine
from app.core.jobs.registry import HANDLERS
from app.extensions import db

__all__ = ["MAX_TRIES", "DeadJob", "dead", "enqueue", "retry", "withheld"]

WITHHELD = "jobs_withheld"


def enqueue(name: str, payload: dict[str, Any], *, key: str | None = None, at: datetime | None = None) -> None:
    """Ask for a job in the running transaction: it exists only if that commits.

    With a `key`, nothing is added while a job with the same key waits. Runs at once, or not before `at`.
    Raises KeyError for a name without a handler, and outside a transaction.
    """
    session = db.session()
    is_withheld = database.notes(session).get(WITHHELD)
    if name not in HANDLERS:
        raise KeyError(f"no handler is called {name}")
    if is_withheld:
        return
    session.flush()
    engine_of(session).add(session, name, payload, key, at or clock.now())


@contextmanager
def withheld() -> Iterator[None]:
    """Within, nothing is asked for: writing down what happened long ago sends no mail. Inside a transaction."""
    notes = database.notes(db.session())
    notes[WITHHELD] = True
    try:
        yield
    finally:
        notes.pop(WITHHELD, None)


def dead() -> list[DeadJob]:
    """The jobs that were given up, newest first; at most 200."""
    session = db.session()
    return engine_of(session).dead(session)


def retry(job_id: int) -> bool:
    """Let a dead job start again with fresh tries, in the running transaction. False if it is not dead (any more)."""
    session = db.session()
    database.notes(session)  # outside a transaction nothing may be written: KeyError
    return engine_of(session).retry(session, job_id, clock.now())


def engine_of(session: Session) -> Engine:
    if database.is_sqlite(session):
        return embedded
    from app.core.jobs import engine  # loads Procrastinate and psycopg, which SQLite has no need of

    return engine
