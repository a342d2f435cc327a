"""The list of reports: filters, two orders, keyset pages, capped counts. Flat at any size.

Newest first walks the primary key down and drops what does not fit, since reports that fit are dense among the newest;
so conditions that would lure the database into sorting thousands of rows are written so that no index serves them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, exists, func, literal, select, tuple_

from app.extensions import db
from app.offices.models import ChannelKind, Office
from app.pain_points import policy
from app.pain_points.models import PainPoint, PlanLink, Stage, State
from app.search import index

PAGE = 25
BATCH = 500
CAP = 10_000
NARROW = 100  # a subtree with less than one office in a hundred is looked up by its own index
VIEWS = ("open", "to_answer", "late", "closed", "all")
ListRow = Row[Any]


@dataclass(frozen=True)
class Filters:
    """What the page's form asks for. `state` is one of VIEWS or a state's code; `sort` is newest or clock."""

    words: str = ""
    office: Office | None = None
    state: str = "open"
    channel: ChannelKind | None = None
    stage: Stage | None = None
    sort: str = "newest"


@dataclass(frozen=True)
class Cursor:
    """Where a page begins: the public number of the row beside it, and on which side."""

    number: int
    is_before: bool = False


@dataclass(frozen=True)
class Page:
    rows: Sequence[ListRow]
    has_more: bool
    has_earlier: bool


def page(filters: Filters, today: date, cursor: Cursor | None = None) -> Page:
    """One page of 25. A cursor that leads nowhere gives the first page."""
    anchor = _anchor(cursor) if cursor else None
    backwards = bool(cursor and anchor and cursor.is_before)
    asked = _ordered(_rows().where(*_conditions(filters, today)), filters, backwards=backwards)
    if anchor:
        asked = asked.where(_beyond(anchor, filters, backwards=backwards))
    found = list(db.session.execute(asked.limit(PAGE + 1)))
    more, rows = len(found) > PAGE, found[:PAGE]
    if backwards:
        return Page(rows[::-1], has_more=True, has_earlier=more)
    return Page(rows, has_more=more, has_earlier=anchor is not None)


def everything(filters: Filters, today: date) -> Iterator[ListRow]:
    """All rows of a selection, newest first, some hundred at a time, with the reporter's words."""
    last = None
    while True:
        asked = _rows().add_columns(PainPoint.happening, PainPoint.suggestion).where(*_conditions(filters, today))
        if last is not None:
            asked = asked.where(PainPoint.id < last)
        rows = db.session.execute(asked.order_by(PainPoint.id.desc()).limit(BATCH)).all()
        yield from rows
        if len(rows) < BATCH:
            return
        last = rows[-1].id


def counts(office: Office | None, today: date) -> dict[str, int]:
    """How many are in each saved filter, of an office's subtree or of all; above CAP it stops counting (CAP + 1)."""
    within = [] if _is_all(office) else [PainPoint.office_id.in_(_subtree(office))]
    unanswered = and_(PainPoint.answered_on.is_(None), PainPoint.paused_on.is_(None))
    wanted: dict[str, ColumnElement[bool]] = {
        "open": PainPoint.state.in_(policy.OPEN),
        "to_answer": unanswered,
        "late": and_(unanswered, PainPoint.answer_due_on < today),
        State.NEEDS_FACTS: PainPoint.state == State.NEEDS_FACTS,
        State.FIXED: PainPoint.state == State.FIXED,
    }
    capped = [_capped(fits, *within) for fits in wanted.values()]
    return dict(zip(wanted, db.session.execute(select(*capped)).one(), strict=True))


def _capped(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    found = select(literal(1)).select_from(PainPoint).where(*conditions).limit(CAP + 1).subquery()
    return select(func.count()).select_from(found).scalar_subquery()


def _rows() -> Any:
    """Only what a row shows; people's long texts stay where they are."""
    in_plan = exists().where(PlanLink.pain_point_id == PainPoint.id, PlanLink.to_on.is_(None))
    asked = select(
        PainPoint.id, PainPoint.number, PainPoint.title, PainPoint.state, PainPoint.channel, PainPoint.stage,
        PainPoint.frequency, PainPoint.customers, PainPoint.received_on, PainPoint.ack_due_on,
        PainPoint.answer_due_on, PainPoint.acknowledged_on, PainPoint.answered_on, PainPoint.paused_on,
        PainPoint.fixed_on, PainPoint.sighting_count, PainPoint.smallest_group, PainPoint.people_per_month,
        PainPoint.minutes_per_month, PainPoint.language, Office.name.label("office_name"),
        Office.slug.label("office_slug"), Office.path.label("office_path"), in_plan.label("is_in_plan"),
    )  # fmt: skip
    return asked.join(Office, Office.id == PainPoint.office_id)


def _conditions(filters: Filters, today: date) -> list[ColumnElement[bool]]:
    found = _state(filters.state, today)
    if filters.sort == "clock":
        found.append(PainPoint.answered_on.is_(None))
    if not _is_all(filters.office):
        found.append(_within(filters.office))
    if filters.channel:
        found.append(PainPoint.channel == filters.channel)
    if filters.stage:
        found.append(PainPoint.stage == filters.stage)
    if filters.words:
        found.append(index.holds(PainPoint.id, filters.words))
    return found


def _state(state: str, today: date) -> list[ColumnElement[bool]]:
    if state == "open":
        return [PainPoint.state.not_in(policy.CLOSED)]
    if state == "closed":
        return [PainPoint.state.not_in(policy.OPEN)]
    if state in ("to_answer", "late"):
        late = [PainPoint.answer_due_on < today] if state == "late" else []
        return [PainPoint.answered_on.is_(None), PainPoint.paused_on.is_(None), *late]
    return [] if state == "all" else [PainPoint.state == State(state)]


def _is_all(office: Office | None) -> bool:
    return office is None or office.parent_id is None


def _subtree(office: Office | None) -> Select[int]:
    return select(Office.id).where(Office.path.like(f"{office.path}%" if office else "%"))


def _within(office: Office | None) -> ColumnElement[bool]:
    """One office by its index, a small subtree too; a wide one by looking at each row on the way down."""
    below = db.session.scalar(select(func.count()).where(Office.path.like(f"{office.path}%"))) if office else 0
    total = db.session.scalar(select(func.count(Office.id))) or 1
    if office and below == 1:
        return PainPoint.office_id == office.id
    if (below or 0) * NARROW <= total:
        return PainPoint.office_id.in_(_subtree(office))
    return Office.path.like(f"{office.path}%" if office else "%")


def _ordered(asked: Any, filters: Filters, *, backwards: bool) -> Any:
    if filters.sort == "clock":
        keys = (PainPoint.answer_due_on, PainPoint.id)
        return asked.order_by(*(key.desc() if backwards else key.asc() for key in keys))
    return asked.order_by(PainPoint.id.asc() if backwards else PainPoint.id.desc())


def _anchor(cursor: Cursor) -> Row[int, date] | None:
    return db.session.execute(
        select(PainPoint.id, PainPoint.answer_due_on).where(PainPoint.number == cursor.number)
    ).first()


def _beyond(anchor: Row[int, date], filters: Filters, *, backwards: bool) -> ColumnElement[bool]:
    if filters.sort == "clock":
        here = tuple_(PainPoint.answer_due_on, PainPoint.id)
        there = tuple_(anchor.answer_due_on, anchor.id)
        return here < there if backwards else here > there
    number: int = anchor.id
    return PainPoint.id > number if backwards else PainPoint.id < number
