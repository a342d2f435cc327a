"""Texts that were taken out of the house while a report was being made: what was read before is not frozen after."""

from sqlalchemy import func, select

from app.core.events import Event
from app.extensions import db

VERBS = (
    "pain_point.redacted", "plan.redacted", "measure.redacted", "report.redacted", "funding_request.redacted",
    "nomination.redacted", "person.forgotten",
)  # fmt: skip


def newest() -> int:
    """The number of the newest event by which a text or a name went; 0 where none did."""
    return db.session.scalar(select(func.max(Event.id)).where(Event.verb.in_(VERBS))) or 0
