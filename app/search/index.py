"""The word index: FTS5 on SQLite, tsvector on PostgreSQL; one table for each kind, its rows numbered like the things.

Tokens come from core/folding on both, so both find the same. What words a thing has is said by sources.py.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    TextClause,
    and_,
    any_,
    bindparam,
    cast,
    column,
    literal_column,
    or_,
    select,
    text,
)  # fmt: skip
from sqlalchemy import table as lightweight_table
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY
from sqlalchemy.orm import Session

from app.core import database
from app.core.folding import asked, tokens
from app.extensions import db


class Kind(StrEnum):
    PAIN_POINT = "pain_point"
    PLAN = "plan"
    REPORT = "report"
    MILESTONE = "milestone"
    FUNDING_REQUEST = "funding_request"


TABLES = tuple(f"{kind}_words" for kind in Kind)
# FTS5 keeps deleted words until its segments are merged.
FORGET_DELETED = tuple(f"INSERT INTO {table} ({table}) VALUES ('optimize')" for table in TABLES)  # noqa: S608  # our names

MOST_ASKED = 24  # tokens of one question; the rest of a very long one is not looked at
LONGEST_QUESTION = 500  # characters
FEW = 2_000  # hits up to this number are listed; more are looked up row by row on the way down


def store(thing_id: int, texts: Iterable[str], kind: Kind = Kind.PAIN_POINT) -> None:
    """Index a thing's words in the running transaction; what was stored of it before is replaced."""
    session = db.session()
    found = tokens("\n".join(texts))
    remove(thing_id, kind)
    if found:
        value: Any = " ".join(found) if database.is_sqlite(session) else found
        session.execute(_insert(session, kind), {"id": thing_id, "tokens": value})


def store_many(things: Iterable[tuple[int, Iterable[str]]], kind: Kind = Kind.PAIN_POINT) -> None:
    """The same for many things that are not indexed yet, in one statement."""
    session = db.session()
    is_sqlite = database.is_sqlite(session)
    rows = [(number, tokens("\n".join(texts))) for number, texts in things]
    values = [{"id": number, "tokens": " ".join(found) if is_sqlite else found} for number, found in rows if found]
    if values:
        session.execute(_insert(session, kind), values)


def remove(thing_id: int, kind: Kind = Kind.PAIN_POINT) -> None:
    db.session.execute(text(f"DELETE FROM {kind}_words WHERE rowid = :id"), {"id": thing_id})  # noqa: S608  # our names


def empty(kind: Kind) -> None:
    db.session.execute(text(f"DELETE FROM {kind}_words"))  # noqa: S608  # our names


def matching(words: str, kind: Kind = Kind.PAIN_POINT) -> Select[int]:
    """The ids of the things that hold every word asked for; none where nothing can be asked (only signs, or empty)."""
    rows = _table(kind)
    return select(rows.c.rowid).where(_hits(rows, words))


def holds(
    thing_id: Any, words: str, kind: Kind = Kind.PAIN_POINT, *, below: int | None = None
) -> ColumnElement[bool]:
    """The condition "this thing holds every word" for a list that is walked newest first; flat at any size.

    Up to FEW hits are listed at once. Where there are more, every few rows one fits, so each row on the way down is
    looked up by itself (on SQLite only those older than the newest FEW, since a look-up there costs more).
    `below`: the list shows things with smaller ids only. Asks the index once, for FEW + 1 ids at most.
    """
    rows = _table(kind)
    hits: Select[int] = select(rows.c.rowid).where(_hits(rows, words))
    is_sqlite = database.is_sqlite(db.session())
    some = _some(hits, rows, below, newest_first=is_sqlite)
    if len(some) <= FEW:
        return _is_one_of(thing_id, some)
    each = hits.where(rows.c.rowid == thing_id).correlate_except(rows).exists()
    if not is_sqlite:
        return each
    plain_id = thing_id + 0  # keeps SQLite from answering the two halves apart, which would end in sorting all
    return or_(_is_one_of(plain_id, some), and_(plain_id < some[-1], each))


def _some(hits: Select[int], rows: Any, below: int | None, *, newest_first: bool) -> list[int]:
    """FEW + 1 hits at most: the newest on SQLite, which streams them; any on PostgreSQL, which would have to sort."""
    wanted = hits if below is None else hits.where(rows.c.rowid < below)
    wanted = wanted.order_by(rows.c.rowid.desc()) if newest_first else wanted
    return list(db.session.scalars(wanted.limit(FEW + 1)).all())


def _is_one_of(thing_id: Any, ids: list[int]) -> ColumnElement[bool]:
    """One parameter however many ids there are."""
    if database.is_sqlite(db.session()):
        listed = text("SELECT value FROM json_each(:ids)").bindparams(bindparam("ids", json.dumps(ids), unique=True))
        found: ColumnElement[bool] = thing_id.in_(listed.columns(column("value", Integer)))
        return found
    is_one: ColumnElement[bool] = thing_id == any_(cast(ids, ARRAY(Integer)))
    return is_one


def _table(kind: Kind) -> Any:
    return lightweight_table(f"{kind}_words", column("rowid", Integer), column("tokens"))


def _hits(rows: Any, words: str) -> ColumnElement[bool] | TextClause:
    """Every token, each quoted. They are letters, digits and marks only: no question can be read as an operator."""
    wanted = asked(words[:LONGEST_QUESTION])[:MOST_ASKED]
    if not wanted:
        return text("1 = 0")
    if database.is_sqlite(db.session()):
        every = " ".join(f'"{token}"' for token in wanted)
        whole_table: ColumnElement[str] = literal_column(rows.name, String)
        return whole_table.op("MATCH", is_comparison=True)(bindparam(None, every, String))
    query = " & ".join(f"'{token}'" for token in wanted)
    as_query = cast(bindparam(None, query, String), TSQUERY)
    fits: ColumnElement[bool] = rows.c.tokens.op("@@", is_comparison=True)(as_query)
    return fits


def _insert(session: Session, kind: Kind) -> TextClause:
    value = ":tokens" if database.is_sqlite(session) else "array_to_tsvector(CAST(:tokens AS text[]))"
    return text(f"INSERT INTO {kind}_words (rowid, tokens) VALUES (:id, {value})")  # noqa: S608  # our names
