"""Who asks, and with which rights: every page of a signed-in person begins with it, so it is one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, inspect, select
from sqlalchemy.orm import make_transient_to_detached

from app.accounts.models import ChannelOwnership, Person, RoleGrant, SignInSession
from app.accounts.rights import Right, Rights
from app.core.events import HEAD, LOG
from app.core.prepared import Prepared
from app.core.reading import written
from app.extensions import db
from app.notices.models import Notice
from app.offices import kept
from app.offices.models import Office
from app.offices.places import Place

MOST_UNREAD = 100
UNREAD = select(Notice.id).where(Notice.person_id == Person.id, Notice.read_at.is_(None)).correlate(Person)

SELDOM = ("password_hash", "is_demo", "created_at")
"""What hardly a page asks of the person: read when it is."""

COLUMNS = tuple(column for column in Person.__table__.columns if column.key not in SELDOM)
KEYS = tuple(column.key for column in COLUMNS)
RUNNING = Prepared(
    select(
        *(column.label(f"person_{column.key}") for column in COLUMNS), SignInSession.id.label("session_id"),
        SignInSession.seen_at, RoleGrant.id.label("grant_id"), RoleGrant.role, RoleGrant.cycle_id,
        Office.id.label("office_id"), Office.slug, Office.name.label("office_name"),
        Office.path, Office.parent_id, ChannelOwnership.channel_id, kept.STAMP.scalar_subquery().label("tree_stamp"),
        HEAD.scalar_subquery().label("log_head"),
        select(func.count()).select_from(UNREAD.limit(written(MOST_UNREAD)).subquery()).scalar_subquery().label("unread"),
    )
    .join(Person, Person.id == SignInSession.person_id)
    .outerjoin(RoleGrant, and_(RoleGrant.person_id == Person.id, RoleGrant.to_on.is_(None)))
    .outerjoin(Office, Office.id == RoleGrant.office_id)
    .outerjoin(ChannelOwnership, and_(ChannelOwnership.person_id == Person.id, ChannelOwnership.to_on.is_(None)))
    .where(
        SignInSession.token_hash == bindparam("token_hash"),
        SignInSession.ended_at.is_(None),
        SignInSession.started_at > bindparam("oldest"),
        SignInSession.seen_at > bindparam("idle_since"),
        Person.is_active,
    )
    .order_by(RoleGrant.id)
)  # fmt: skip


@dataclass(frozen=True)
class Running:
    """A session that runs: whose it is, when it was seen last, what the person may do, and how many notices are unread
    (at most MOST_UNREAD)."""

    session_id: int
    seen_at: datetime
    person: Person
    rights: Rights
    unread: int


def running(asked: Mapping[str, object]) -> Running | None:
    """The session with this `token_hash`, if it began after `oldest` and was seen after `idle_since`."""
    rows = RUNNING.rows(asked)
    if not rows:
        return None
    kept.note(rows[0].tree_stamp)
    LOG.note(rows[0].log_head)
    held = {row.grant_id: _right(row) for row in rows if row.grant_id is not None}
    channels = frozenset(row.channel_id for row in rows if row.channel_id is not None)
    first, rights = rows[0], Rights(tuple(held.values()), channels)
    return Running(first.session_id, first.seen_at, _person(first), rights, first.unread)


def _person(row: Any) -> Person:
    """The person as an object of the session, made from what was read: asking by way of objects takes twice as long on
    every page."""
    session = db.session()
    known: Person | None = session.identity_map.get(session.identity_key(Person, row.person_id))
    if known is not None:
        return known
    person: Person = inspect(Person).class_manager.new_instance()
    person.__dict__.update(zip(KEYS, row[: len(KEYS)], strict=True))
    make_transient_to_detached(person)
    session.add(person)
    return person


def _right(row: Any) -> Right:
    return Right(row.role, Place(row.office_id, row.slug, row.office_name, row.path, row.parent_id), row.cycle_id)
