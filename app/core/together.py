"""Several short lists in one question: a page that shows a little of many things need not ask for each.

Each list goes through JSON inside the database, which costs it more than a plain row: for short lists only.
"""

import json
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Executable, ScalarSelect, Select, Text, cast, func, select
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.core import reading
from app.core.database import is_sqlite
from app.extensions import db

Made = TypeVar("Made")
Values = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Part(Generic[Made]):
    """A list and what is made of its rows, which hold their columns by name as rows of the database do."""

    asked: Select[*tuple[Any, ...]]
    make: Callable[[Sequence[Any]], Made]

    def alone(self, values: Values) -> Made:
        """Asked by itself."""
        return self.make(reading.rows(self.asked, values))


def read(parts: Mapping[str, Part[Any]], values: Values) -> dict[str, Any]:
    """What each part makes of its rows, all asked at once; `values` fill the bind parameters of all of them."""
    row = reading.rows(_question(tuple(parts.items()), is_sqlite(db.session())), values)[0]
    return {name: part.make(_rows(part, getattr(row, name))) for name, part in parts.items()}


@lru_cache(maxsize=64)
def _question(parts: tuple[tuple[str, Part[Any]], ...], is_for_sqlite: bool) -> Executable:
    pack = _packed_by_sqlite if is_for_sqlite else _packed_by_postgresql
    return select(*(pack(part.asked).label(name) for name, part in parts))


def _packed_by_sqlite(asked: Select[*tuple[Any, ...]]) -> ScalarSelect[str]:
    rows = asked.subquery()
    names = [piece for column in rows.columns for piece in (column.key, column)]
    return select(func.json_group_array(func.json_object(*names), type_=Text)).select_from(rows).scalar_subquery()


def _packed_by_postgresql(asked: Select[*tuple[Any, ...]]) -> ScalarSelect[str]:
    rows = asked.subquery("packed")
    packed = func.coalesce(cast(func.json_agg(func.row_to_json(rows.table_valued())), Text), "[]")
    return select(packed).select_from(rows).scalar_subquery()


def _rows(part: Part[Any], packed: str) -> list[Any]:
    columns = part.asked.selected_columns
    kind = _kind(tuple(column.key for column in columns))
    readers = {str(column.key): _reader(column.type) for column in columns}
    found = json.loads(packed, parse_float=Decimal)
    return [kind(**{name: _read(reader, row[name]) for name, reader in readers.items()}) for row in found]


@lru_cache(maxsize=64)
def _kind(names: tuple[str, ...]) -> Any:
    return namedtuple("Line", names)


def _read(reader: Callable[[Any], Any] | None, value: Any) -> Any:
    return value if value is None or reader is None else reader(value)


def _reader(kind: TypeEngine[Any]) -> Callable[[Any], Any] | None:
    """What makes the value of a column from what JSON can say; none where that is the value itself."""
    plain = (kind.impl_instance if isinstance(kind, TypeDecorator) else kind).python_type
    if issubclass(plain, Enum):
        return plain
    return READERS.get(plain)


def _instant(words: str) -> datetime:
    found = datetime.fromisoformat(words)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


READERS: dict[type, Callable[[Any], Any]] = {
    bool: bool, date: date.fromisoformat, datetime: _instant, Decimal: lambda value: Decimal(str(value)), float: float,
}  # fmt: skip
