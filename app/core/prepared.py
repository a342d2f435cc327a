"""A statement that every request asks: put together once for each database, and handed to the driver as it is.

The library's way from a statement to rows takes a quarter of a millisecond, as long as PostgreSQL takes to answer. What
it does is done here in fewer steps, with its own converters. Whoever counts statements (before_cursor_execute) hears of
these too. For one statement in the house, who asks (accounts/who); decision 14 says why.
"""

from collections import namedtuple
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.sql.compiler import SQLCompiler

from app.extensions import db

Row = Any
"""A tuple with the names of the statement's columns."""


class Prepared:
    """A SELECT whose bind parameters take one value each; a LIMIT in it is `reading.written`."""

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement
        self._ready: dict[str, _InWords] = {}

    def rows(self, values: Mapping[str, Any]) -> Sequence[Row]:
        """All rows, read in the session's transaction. Raises KeyError where a value is missing."""
        connection = db.session.connection()
        dialect = connection.dialect
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = _InWords(self.statement, dialect)
        try:
            return ready.rows(connection, values)
        except dialect.loaded_dbapi.Error:
            # Asked again in the library's way, which lets go of a broken connection and says what is wrong (inside
            # a writing transaction on PostgreSQL: that it is aborted).
            return connection.execute(self.statement, values).all()


class _InWords:
    """A statement in the words of one database, and how its values are made from ours and ours from its."""

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        words: SQLCompiler = statement.compile(dialect=dialect)
        self._words, self._order, self._constants = words.string, words.positiontup, words.params
        self._asked = [
            (name, bind.type.dialect_impl(dialect).bind_processor(dialect))
            for name, bind in words.binds.items()
            if bind.required
        ]
        columns = statement.selected_columns
        row: Any = namedtuple("Row", columns.keys())  # type: ignore[misc]  # the names are the statement's
        self._row = row._make
        self._convert = [
            (place, convert)
            for place, column in enumerate(columns)
            if (convert := column.type.dialect_impl(dialect).result_processor(dialect, None))
        ]

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> Sequence[Row]:
        cursor = connection.connection.cursor()
        try:
            given = self._in_its_words(values)
            for hears in connection.dispatch.before_cursor_execute:
                hears(connection, cursor, self._words, given, None, False)
            cursor.execute(self._words, given)
            return [self._row(self._in_ours(row)) for row in cursor.fetchall()]
        finally:
            cursor.close()

    def _in_its_words(self, values: Mapping[str, Any]) -> Any:
        given = dict(self._constants)
        for name, convert in self._asked:
            given[name] = convert(values[name]) if convert else values[name]
        return given if self._order is None else tuple(given[name] for name in self._order)

    def _in_ours(self, row: Iterable[Any]) -> list[Any]:
        ours = list(row)
        for place, convert in self._convert:
            ours[place] = convert(ours[place])
        return ours
