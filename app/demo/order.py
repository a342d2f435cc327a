"""Public numbers in the order of the stories, so that the README can name them on whatever day the demo is loaded.

A story's day gives way to weekends and holidays; which of two things is written first is another on another day.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.extensions import db
from app.plans.models import Plan
from app.reports.models import Report


def numbers_of(days: Mapping[str, int]) -> dict[str, int]:
    """The number of each story, given its day: 1 is the oldest; those of the same day count as they stand."""
    return {key: number for number, key in enumerate(sorted(days, key=days.__getitem__), 1)}


@contextmanager
def numbered(kind: type[Plan | Report], number: int) -> Iterator[None]:
    """Within, a new row of this kind gets this number and not the next free one."""
    session = db.session()

    def give(session: Session, _context: Any, _instances: Any) -> None:
        for made in session.new:
            if isinstance(made, kind):
                made.number = number

    event.listen(session, "before_flush", give)
    try:
        yield
    finally:
        event.remove(session, "before_flush", give)
