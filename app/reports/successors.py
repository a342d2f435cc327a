"""Which hash took the place of which when something was redacted and printed again, as the log says it.

An old paper can so be told from a forged one.
"""

from collections.abc import Iterator

from sqlalchemy import select

from app.core.events import Event
from app.extensions import db

VERBS = ("plan.reissued", "report.reissued", "funding_request.reissued", "decision.reissued")
OLD = "old_"


def of(digits: str) -> str:
    """The newest hash of what a hash, or its first digits, named; the digits where nothing took its place."""
    for old, new in _pairs():
        if digits and old.startswith(digits):
            digits = new
    return digits


def _pairs() -> Iterator[tuple[str, str]]:
    """(old hash, new hash) of everything that was printed again: contents and files."""
    for data in db.session.scalars(select(Event.data).where(Event.verb.in_(VERBS)).order_by(Event.id)):
        for name, old in data.items():
            if name.startswith(OLD) and old:
                yield old, data[name.removeprefix(OLD)]
