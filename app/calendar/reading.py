"""How sources read: rows of columns, so many at most."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select

from app.extensions import db

MOST = 400
"""Rows of one source. A screen holds fewer; who sees more narrows it."""


def rows(asked: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
    """The first rows of a statement."""
    return db.session.execute(asked.limit(MOST)).all()


def is_within(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last
