"""The shape that all sources of an agenda share, so that one question asks them all."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    Text,
    and_,
    cast,
    exists,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from app.champions.models import Seat
from app.huddles.models import Huddle, HuddlePoint, HuddleState, PointKind

MOST = 30
"""Points of one kind: more than that nobody can talk about in an hour."""
Value = SQLColumnExpression[Any]
_before = aliased(Huddle)


@dataclass(frozen=True, slots=True)
class Span:
    """Which huddle of which cycle, since when things are new, until when they are due."""

    huddle_id: int
    cycle_id: int
    since: date
    until: date
    today: date


def point(
    kind: PointKind | Value, thing: Value, *, number: Value, heading: Value, office: Value | None = None,
    day: Value | None = None, who: Value | None = None, said: Value | None = None, count: Value | None = None,
) -> Select[*tuple[Any, ...]]:  # fmt: skip
    """One select with the columns of points.Point."""
    return select(
        cast(literal(kind.value) if isinstance(kind, PointKind) else kind, String(20)).label("kind"),
        cast(thing, Integer).label("thing_id"),
        cast(number, Integer).label("number"),
        cast(heading, Text).label("heading"),
        cast(null() if office is None else office, Text).label("office"),
        (cast(null(), Date) if day is None else day).label("day"),
        cast(null() if who is None else who, Integer).label("who_id"),
        cast(null() if said is None else said, Text).label("said"),
        cast(literal(0) if count is None else count, Integer).label("count"),
    )


def is_news(span: Span, kind: PointKind, thing: Value, on: Value) -> ColumnElement[bool]:
    """It came between the last huddle and today, and no closed huddle of the cycle has told it."""
    return and_(on.between(span.since, span.today), is_untold(span, kind, thing))


def is_untold(span: Span, kind: PointKind, thing: Value) -> ColumnElement[bool]:
    """No closed huddle of the cycle has told it."""
    return ~exists().where(
        HuddlePoint.kind == kind, HuddlePoint.thing_id == thing, HuddlePoint.huddle_id == _before.id,
        _before.cycle_id == span.cycle_id, _before.state == HuddleState.CLOSED,
    )  # fmt: skip


def is_of_cycle(span: Span, person: Value) -> ColumnElement[bool]:
    """The person holds a seat of the cycle."""
    running = (Seat.cycle_id == span.cycle_id, Seat.to_on.is_(None))
    return or_(
        person.in_(select(Seat.champion_id).where(*running)),
        person.in_(select(Seat.deputy_id).where(*running, Seat.deputy_id.is_not(None))),
    )
