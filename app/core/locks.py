"""Claiming a row that somebody wants to change: from the state that they saw, or not at all."""

from typing import TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import flag_modified

from app.core.columns import Lockable
from app.core.database import LostUpdate
from app.extensions import db

Row = TypeVar("Row", bound=Lockable)
Held = TypeVar("Held")


def claim(row: Row, seen_lock: int) -> Row:
    """Lock the row until the transaction ends and read it anew. Raises LostUpdate if it changed since `seen_lock`."""
    hold(row)
    if row.lock != seen_lock:
        raise LostUpdate(row)
    return row


def hold(row: Held) -> Held:
    """Lock the row until the transaction ends and read it anew.

    Only the row itself: a refresh repeats the joins that it was loaded with, and PostgreSQL refuses to lock the outer
    side of a join.
    """
    db.session.refresh(row, with_for_update={"of": type(row)})
    return row


def touch(row: Lockable) -> None:
    """Count as a change of the row what is stored beside it (its rules, its channels). The row must be loaded."""
    mapper = inspect(type(row))
    of_its_own = (attr.key for attr in mapper.column_attrs if attr.columns[0] not in mapper.primary_key)
    flag_modified(row, next(key for key in of_its_own if key != "lock"))
