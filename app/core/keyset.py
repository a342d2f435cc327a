"""Lists page by page: flat at any size, because no row before the page is ever counted or skipped.

Links to the pages are in web/pages. The list of pain points has its own way, tuned for its size (pain_points/lists).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, tuple_

from app.extensions import db

T = TypeVar("T")

PAGE_SIZE = 25


@dataclass(frozen=True)
class Slice(Generic[T]):
    """One page of a list, as a query gives it. `after`/`before` say where its last and first row stand."""

    rows: Sequence[T]
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True)
class Order(Generic[T]):
    """What a list is ordered by, newest first or rising, and how a row says where it stands.

    `key` names one row: a unique column, or several together. `place` gives the text that an address holds.
    """

    key: tuple[Any, ...]
    place: Callable[[T], object]
    is_rising: bool = False

    def beyond(self, edge: Any, *, backwards: bool) -> ColumnElement[bool]:
        """Behind the edge in the order of the list, or before it."""
        key: Any = self.key[0] if len(self.key) == 1 else tuple_(*self.key)
        found: ColumnElement[bool] = key > edge if self.is_rising != backwards else key < edge
        return found

    def columns(self, *, backwards: bool) -> tuple[Any, ...]:
        return self.key if self.is_rising != backwards else tuple(column.desc() for column in self.key)


def page(
    asked: Select[*tuple[Any, ...]],
    order: Order[T],
    after: Any = None,
    before: Any = None,
    *,
    size: int = PAGE_SIZE,
    read: Callable[[Select[*tuple[Any, ...]]], Iterable[T]] | None = None,
) -> Slice[T]:
    """One page in one query: that behind `after`, or that before `before`, else the first.

    Both are values of the key. `read` fetches the rows; without it they are the first thing that is selected.
    """
    is_back = before is not None
    edge = before if is_back else after
    wanted = asked if edge is None else asked.where(order.beyond(edge, backwards=is_back))
    wanted = wanted.order_by(*order.columns(backwards=is_back)).limit(size + 1)
    found: list[T] = list((read or db.session.scalars)(wanted))
    has_more, rows = len(found) > size, found[:size]
    if is_back:
        rows.reverse()
    has_after, has_before = (True, has_more) if is_back else (has_more, after is not None)
    return Slice(
        rows,
        after=str(order.place(rows[-1])) if rows and has_after else None,
        before=str(order.place(rows[0])) if rows and has_before else None,
    )


def page_of(
    rows: Sequence[T], place: Callable[[T], str], after: str | None = None, before: str | None = None,
    *, size: int = PAGE_SIZE,
) -> Slice[T]:  # fmt: skip
    """One page of rows that are at hand in their order, without a query: that behind the place `after`, or that before
    the place `before`. A place where no row stands leads to the first page."""
    stands = {place(row): number for number, row in enumerate(rows)}
    start = stands[after] + 1 if after in stands else 0
    stop = start + size
    if before in stands:
        start, stop = max(0, stands[before] - size), stands[before]
    found = rows[start:stop]
    return Slice(
        found,
        after=place(found[-1]) if found and stop < len(rows) else None,
        before=place(found[0]) if found and start > 0 else None,
    )
