"""Who is told what when a report moves. Ids and codes only: the words are read on the report's page."""

from datetime import datetime

from app.notices.actions import notify
from app.pain_points.models import PainPoint


def tell_responsible(point: PainPoint, kind: str, at: datetime) -> None:
    """Tell who answers. Nobody is told what they did themselves."""
    if point.responsible_id != point.reporter_id:
        _tell(point.responsible_id, point, kind, at)


def tell_reporter(point: PainPoint, kind: str, at: datetime) -> None:
    """Tell the reporter who gave a name; an anonymous one comes back with the four words."""
    if point.reporter_id is not None and point.responsible_id != point.reporter_id:
        _tell(point.reporter_id, point, kind, at)


def _tell(person_id: int, point: PainPoint, kind: str, at: datetime) -> None:
    if point.is_anonymous:
        at = at.replace(hour=0, minute=0, second=0, microsecond=0)  # a notice must not tell the hour either
    notify(person_id, kind, path=f"/pain-points/{point.ref}", at=at, ref=point.ref)
