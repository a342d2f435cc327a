"""The list of reports: filters, two orders, keyset pages, capped counts. Flat at any size.

Newest first walks the primary key down and drops what does not fit, since reports that fit are dense among the newest;
so conditions that would lure the database into sorting thousands of rows are written so that no index serves them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, case, exists, func, select, tuple_

from app.core import reading
from app.offices.kept import until_the_tree_changes
from app.offices.models import ChannelKind, Office
from app.offices.places import Place
from app.offices.queries import subtree_ids
from app.pain_points import policy
from app.pain_points.models import PainPoint, PlanLink, Stage, State
from app.search import index

PAGE = 25
BATCH = 500
NARROW = 100  # a subtree with less than one office in a hundred is looked up by its own index
VIEWS = ("open", "to_answer", "late", "closed", "all")
ListRow = Row[Any]


@dataclass(frozen=True)
class Filters:
    """What the page's form asks for. `state` is one of VIEWS or a state's code; `sort` is newest or clock."""

    words: str = ""
    office: Place | None = None
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
    backwards = bool(cursor and cursor.is_before)
    looks_first = filters.words or filters.office  # which reports hold the words, which offices lie below: as it is now
    found = reading.rows((_asked if looks_first else _known)(filters, today, cursor))
    if cursor and not found:
        return page(filters, today)
    more, rows = len(found) > PAGE, found[:PAGE]
    if backwards:
        return Page(rows[::-1], has_more=True, has_earlier=more)
    return Page(rows, has_more=more, has_earlier=cursor is not None)


@lru_cache(maxsize=128)
def _known(filters: Filters, today: date, cursor: Cursor | None) -> Select[*tuple[Any, ...]]:
    """The statement of a page, kept: most people look at the same few lists all day."""
    return _asked(filters, today, cursor)


def _asked(filters: Filters, today: date, cursor: Cursor | None) -> Select[*tuple[Any, ...]]:
    asked = _rows().where(*_conditions(filters, today))
    if cursor:
        asked = asked.where(_beyond(cursor, filters))
    return _ordered(asked, filters, backwards=bool(cursor and cursor.is_before)).limit(PAGE + 1)


def everything(filters: Filters, today: date) -> Iterator[ListRow]:
    """All rows of a selection, newest first, some hundred at a time, with the reporter's words."""
    last = None
    while True:
        asked = _whole_rows().where(*_conditions(filters, today))
        if last is not None:
            asked = asked.where(PainPoint.id < last)
        rows = reading.rows(asked.order_by(PainPoint.id.desc()).limit(BATCH))
        yield from rows
        if len(rows) < BATCH:
            return
        last = rows[-1].id


@cache
def _rows() -> Select[*tuple[Any, ...]]:
    """Only what a row shows; people's long texts stay where they are."""
    in_plan = exists().where(PlanLink.pain_point_id == PainPoint.id, PlanLink.to_on.is_(None))
    asked = select(
        PainPoint.id, PainPoint.number, PainPoint.title, PainPoint.state, PainPoint.channel, PainPoint.stage,
        PainPoint.received_on, PainPoint.ack_due_on, PainPoint.answer_due_on, PainPoint.acknowledged_on,
        PainPoint.answered_on, PainPoint.paused_on, PainPoint.sighting_count, PainPoint.people_per_month,
        Office.name.label("office_name"), Office.path.label("office_path"), in_plan.label("is_in_plan"),
    )  # fmt: skip
    return asked.join(Office, Office.id == PainPoint.office_id)


def _whole_rows() -> Select[*tuple[Any, ...]]:
    """What the CSV tells beyond the page."""
    return _rows().add_columns(
        PainPoint.frequency, PainPoint.customers, PainPoint.fixed_on, PainPoint.smallest_group,
        PainPoint.minutes_per_month, PainPoint.language, PainPoint.happening, PainPoint.suggestion,
        Office.slug.label("office_slug"),
    )  # fmt: skip


def _conditions(filters: Filters, today: date) -> list[ColumnElement[bool]]:
    found = on_state(filters.state, today)
    if filters.sort == "clock":
        found.append(PainPoint.answered_on.is_(None))
    if filters.office and filters.office.parent_id:
        found.append(_within(filters.office))
    if filters.channel:
        found.append(PainPoint.channel == filters.channel)
    if filters.stage:
        found.append(PainPoint.stage == filters.stage)
    if filters.words:
        found.append(index.holds(PainPoint.id, filters.words))
    return found


def on_state(state: str, today: date | BindParameter[date]) -> list[ColumnElement[bool]]:
    if state == "open":
        return [PainPoint.state.not_in(policy.CLOSED)]
    if state == "closed":
        return [PainPoint.state.not_in(policy.OPEN)]
    if state in ("to_answer", "late"):
        late = [PainPoint.answer_due_on < today] if state == "late" else []
        return [PainPoint.answered_on.is_(None), PainPoint.paused_on.is_(None), *late]
    return [] if state == "all" else [PainPoint.state == State(state)]


def _within(office: Place) -> ColumnElement[bool]:
    """One office by its index, a small subtree too; a wide one by looking at each row on the way down."""
    subtree, everywhere = _sizes(office.path)
    if subtree == 1:
        return PainPoint.office_id == office.id
    is_narrow = subtree * NARROW <= everywhere
    return PainPoint.office_id.in_(subtree_ids(office)) if is_narrow else Office.path.like(f"{office.path}%")


@until_the_tree_changes
def _sizes(path: str) -> tuple[int, int]:
    """How many offices hang at this place and below, and how many there are."""
    below = Office.path.like(f"{path}%")
    row = reading.rows(select(func.count(case((below, 1))).label("subtree"), func.count(Office.id).label("all")))[0]
    return row.subtree, row.all


def _ordered(asked: Select[*tuple[Any, ...]], filters: Filters, *, backwards: bool) -> Select[*tuple[Any, ...]]:
    if filters.sort == "clock":
        keys = (PainPoint.answer_due_on, PainPoint.id)
        return asked.order_by(*(key.desc() if backwards else key.asc() for key in keys))
    return asked.order_by(PainPoint.id.asc() if backwards else PainPoint.id.desc())


def _beyond(cursor: Cursor, filters: Filters) -> ColumnElement[bool]:
    """Behind (or before) the row with the cursor's number, in the order of the list."""
    if filters.sort == "clock":
        row = select(PainPoint.answer_due_on, PainPoint.id).where(PainPoint.number == cursor.number).scalar_subquery()
        here = tuple_(PainPoint.answer_due_on, PainPoint.id)
        return here < row if cursor.is_before else here > row
    number = select(PainPoint.id).where(PainPoint.number == cursor.number).scalar_subquery()
    return PainPoint.id > number if cursor.is_before else PainPoint.id < number
