"""The event log: what happened, by whom, to what. Append-only and hash-chained; never people's texts.

Data holds ids, field names, codes, numbers and salted digests. The database itself refuses to change or delete
a row (core/triggers.py).
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import JSON, ForeignKey, Index, String, insert, select, text
from sqlalchemy import event as hooks
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core import database
from app.core.columns import UtcDateTime
from app.core.kept import Stamp
from app.core.reading import written
from app.extensions import Model, db

GENESIS = "0" * 64
CHAIN_LOCK = 7_305_001  # PostgreSQL's advisory lock: one writer at the chain's end at a time


class Subject(Protocol):
    """A thing that events can be about."""

    __tablename__: str

    @property
    def id(self) -> Mapped[int] | int: ...


class Actor(Protocol):
    @property
    def id(self) -> Mapped[int] | int: ...


class Event(Model):
    """One thing that happened. `at` is an instant, or the bare day (midnight) where the hour would tell who it was."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_subject", "subject_type", "subject_id", "id"),
        Index("ix_event_actor", "actor_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    verb: Mapped[str] = mapped_column(String(60), nullable=False, index=True)
    subject_type: Mapped[str] = mapped_column(String(40), nullable=False)
    subject_id: Mapped[int] = mapped_column(nullable=False)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    data: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False)
    previous: Mapped[str] = mapped_column(String(64), nullable=False)
    hash: Mapped[str] = mapped_column(String(64), nullable=False)


HEAD = select(Event.hash).order_by(Event.id.desc()).limit(written(1))
LOG = Stamp("log", HEAD, longest=60)
until_something_happens = LOG.keep
"""Keeps what is worked out from things whose every change is in the log: its newest hash is their stamp. For a minute
at most, since a rebuilding computes anew without a word in the log."""


def record(
    verb: str,
    subject: Subject,
    *,
    by: Actor | None,
    at: datetime,
    office_id: int | None = None,
    day_only: bool = False,
    **data: Any,
) -> Event:
    """Append one event in the running transaction; `subject` must have its id (flush first).

    `verb` is "<table>.<past participle>" (plan.submitted). `day_only` drops hour and actor: for anonymous reports.
    Raises KeyError outside a transaction.
    """
    session = db.session()
    number, previous = _tip(session)
    if day_only:
        at, by = at.replace(hour=0, minute=0, second=0, microsecond=0), None
    found = Event(
        id=number + 1,
        at=at,
        verb=verb,
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        office_id=office_id,
        actor_id=by.id if by else None,
        data=data,
        previous=previous,
    )
    found.hash = digest_of(found)
    session.add(found)
    database.notes(session)["tip"] = (found.id, found.hash)
    return found


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that is not in the log yet, by the id of its subject."""

    at: datetime
    verb: str
    subject_type: str
    subject_id: int
    office_id: int | None
    actor_id: int | None
    data: dict[str, Any]


def record_all(happenings: Sequence[Happening]) -> None:
    """Append many events in their order, in one statement. Raises KeyError outside a transaction."""
    session = db.session()
    number, previous = _tip(session)
    rows: list[dict[str, Any]] = []
    for one in happenings:
        values = {name: getattr(one, name) for name in Happening.__slots__} | {"at": one.at.astimezone(UTC)}
        number += 1
        digest = digest_of(Event(id=number, previous=previous, **values))
        rows.append({**values, "id": number, "previous": previous, "hash": digest})
        previous = digest
    if rows:
        session.execute(insert(db.metadata.tables[Event.__tablename__]), rows)
        database.notes(session)["tip"] = (number, previous)


def text_digest(words: str, salt: bytes) -> str:
    """What an event may say of a person's text: HMAC-SHA-256 with the salt that lies beside the text."""
    return hmac.new(salt, words.encode(), hashlib.sha256).hexdigest()


def digest_of(found: Event) -> str:
    """SHA-256 over the canonical JSON of the event and its predecessor's hash."""
    parts = [
        found.previous, found.id, found.at.isoformat(), found.verb, found.subject_type, found.subject_id,
        found.office_id, found.actor_id, found.data,
    ]  # fmt: skip
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def broken_links() -> Iterator[int]:
    """Walk the whole chain; yield the id of every event that does not follow from the one before."""
    previous = GENESIS
    for found in _whole_chain():
        if found.previous != previous or found.hash != digest_of(found):
            yield found.id
        previous = found.hash


def _whole_chain() -> Iterator[Event]:
    """A thousand at a time; what has been looked at is let go."""
    last = 0
    while found := db.session.scalars(select(Event).where(Event.id > last).order_by(Event.id).limit(1000)).all():
        yield from found
        last = found[-1].id
        db.session.expunge_all()


def _tip(session: Session) -> tuple[int, str]:
    """Number and hash of the newest event, read once per transaction, under a lock on PostgreSQL."""
    known: tuple[int, str] | None = database.notes(session).get("tip")
    if known:
        return known
    if not database.is_sqlite(session):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CHAIN_LOCK})
    newest = session.execute(select(Event.id, Event.hash).order_by(Event.id.desc()).limit(1)).first()
    return (newest.id, newest.hash) if newest else (0, GENESIS)


@hooks.listens_for(Session, "after_commit")
def _forget_kept(_session: Session) -> None:
    LOG.forget()
