"""The database's habits: how connections are set up, and the one way to write.

A request or job that writes does so inside one `transaction()`; nothing else commits.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Dialect, event
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry, Pool

from app.extensions import db

WRITES = "groundwork_writes"
READS_ALONE = "groundwork_reads_alone"
RESTS_SINCE = "groundwork_rests_since"
WRITING: dict[str, dict[str, Any]] = {
    "sqlite": {WRITES: True},
    "postgresql": {WRITES: True, "isolation_level": "READ COMMITTED"},
}
POOL = {"pool_size": 8, "pool_use_lifo": True}
"""A connection for each thread of a process; the one that was used last comes first, with what it has prepared."""
ENGINES: dict[str, dict[str, Any]] = {
    "sqlite": {**POOL, "execution_options": {READS_ALONE: True}},
    "postgresql": {**POOL, "isolation_level": "AUTOCOMMIT"},
}
"""Pages read without a transaction: on PostgreSQL under READ COMMITTED each statement sees for itself anyhow, nothing
is held while a paper renders, and psycopg, which forgets its prepared statements at every ROLLBACK, keeps them. On
SQLite the same, so that both behave alike. Migrations have an engine of their own, with transactions."""
BUSY_TIMEOUT_MS = 15_000
QUIET_SECONDS = 2.0
"""A connection that rested longer is asked whether it still stands: a server that was restarted meanwhile closed it.
Asking each time would cost every page a round trip."""


class NestedTransaction(RuntimeError):
    """A transaction was opened inside another: an action must never open its own."""


class LostUpdate(Exception):
    """Somebody saved the same thing in between. Carries what they saved, so that both texts can be shown."""

    def __init__(self, subject: object = None) -> None:
        super().__init__("the thing was changed by someone else in between")
        self.subject = subject


@contextmanager
def transaction() -> Iterator[Session]:
    """Open the request's one writing transaction; commit at the end, roll back on any error.

    On SQLite it begins with BEGIN IMMEDIATE, before the first read: a transaction that reads first and writes
    later fails at once under load. What was loaded before is expired and read again inside.
    Raises NestedTransaction inside another one.
    """
    session = db.session()
    if is_writing(session):
        raise NestedTransaction("one transaction per request: the caller has opened it already")
    session.rollback()
    session.connection(execution_options=WRITING[session.get_bind().dialect.name])
    session.info[WRITES] = {}
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop(WRITES, None)


def is_writing(session: Session) -> bool:
    """True inside `transaction()`."""
    return WRITES in session.info


def notes(session: Session) -> dict[str, Any]:
    """What the running transaction keeps for itself (the tip of the event chain). Raises KeyError outside one."""
    found: dict[str, Any] = session.info[WRITES]
    return found


def is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


class LimitsWritten(PGCompiler_psycopg):
    """LIMIT 25 instead of LIMIT $1: of a limit that it does not know PostgreSQL expects a tenth of all rows, finds the
    plan that it could keep too dear, and plans the statement anew at every asking."""

    def limit_clause(self, select: Any, **how: Any) -> str:
        words: str = super().limit_clause(select, **{**how, "literal_execute": True})  # type: ignore[no-untyped-call]
        return words


@event.listens_for(Engine, "do_connect")
def _write_limits(dialect: Dialect, *_: Any) -> None:
    if dialect.name == "postgresql":
        dialect.statement_compiler = LimitsWritten


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.isolation_level = None  # SQLAlchemy's "begin" event decides, not the driver
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_TIMEOUT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Pool, "checkin")
def _note_rest(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[RESTS_SINCE] = monotonic()


@event.listens_for(Pool, "checkout")
def _ask_after_a_rest(connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    """Raises DisconnectionError, at which the pool makes another connection."""
    if isinstance(connection, sqlite3.Connection) or monotonic() - record.info.get(RESTS_SINCE, inf) < QUIET_SECONDS:
        return
    try:
        connection.execute("SELECT 1")
    except Exception as lost:
        raise DisconnectionError from lost


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    options = connection.get_execution_options()
    if options.get(WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif not options.get(READS_ALONE):
        connection.exec_driver_sql("BEGIN")
