"""How sources read: rows of columns, so many at most."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select

from app.extensions import db


def rows(asked: Select[*tuple[Any, ...]], most: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """The first rows of a statement."""
    return db.session.execute(asked.limit(most)).all()


def is_within(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last
