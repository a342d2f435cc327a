"""The agenda of a huddle: made live from its cycle's plans until it is closed, read as it was frozen from then on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, select, union_all

from app.accounts.models import Person
from app.core import reading
from app.huddles.models import Huddle, HuddlePoint, HuddleState, PointKind
from app.huddles.points import OTHER, Point, in_order
from app.huddles.queries import good_news, waiting
from app.huddles.queries.huddles import last_before
from app.huddles.queries.shape import Span

EVERY = timedelta(days=14)
SOURCES: tuple[Callable[[Span], Select[Any]], ...] = (
    waiting.actions, waiting.milestones, waiting.blockers, good_news.plans, good_news.linked, good_news.seen,
    good_news.milestones, good_news.fixed, good_news.improving, good_news.settled, good_news.actions,
)  # fmt: skip


def agenda(huddle: Huddle, today: date) -> list[Point]:
    """Its points in their order, with the notes. What was noted stays, also when it is no longer due or blocked."""
    kept = stored(huddle)
    if huddle.state is HuddleState.CLOSED:
        return in_order(kept)
    notes = {point.key: point for point in kept}
    now = [replace(point, words=notes.pop(point.key).words) if point.key in notes else point
           for point in in_order([*_live(huddle, today), OTHER])]  # fmt: skip
    return in_order([*now, *(point for point in notes.values() if point.words)])


def since(huddle: Huddle) -> date:
    """From which day on things are new: the huddle before it, else two weeks."""
    return last_before(huddle) or huddle.meets_on - EVERY


def stored(huddle: Huddle) -> list[Point]:
    """The points that are kept, with the names of who is asked today; one query."""
    columns = (
        HuddlePoint.kind, HuddlePoint.thing_id, HuddlePoint.number, HuddlePoint.heading, HuddlePoint.office,
        HuddlePoint.day, HuddlePoint.who_id, Person.name.label("who"), HuddlePoint.said, HuddlePoint.count,
        HuddlePoint.words,
    )  # fmt: skip
    asked = select(*columns).outerjoin(Person, Person.id == HuddlePoint.who_id)
    return [_point(row) for row in reading.rows(asked.where(HuddlePoint.huddle_id == huddle.id))]


def _live(huddle: Huddle, today: date) -> list[Point]:
    """Everything from the cycle's plans, in one question."""
    span = Span(huddle.id, huddle.cycle_id, since(huddle), max(huddle.meets_on, today) + EVERY, today)
    parts = union_all(*(select(source(span).subquery()) for source in SOURCES)).subquery()
    rows: Sequence[Row[Any]] = reading.rows(
        select(parts, Person.name.label("who")).outerjoin(Person, Person.id == parts.c.who_id)
    )
    return [_point(row) for row in rows]


def _point(row: Any) -> Point:
    values = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public way to a row's names
    filled = {name: values[name] or "" for name in ("heading", "office", "who", "said")}
    return Point(**values | filled | {"kind": PointKind(row.kind)})
