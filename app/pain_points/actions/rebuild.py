"""Computing anew what is stored with reports: customers and minutes a month, and how many see it too."""

from sqlalchemy import select

from app.extensions import db
from app.pain_points import demand
from app.pain_points.models import PainPoint, Sighting

BATCH = 500


def rebuild() -> int:
    """Go through all reports in the running transaction; how many were different. Bounded memory."""
    changed, last = 0, 0
    while points := _after(last):
        seen: dict[int, list[Sighting]] = {point.id: [] for point in points}
        for sighting in db.session.scalars(select(Sighting).where(Sighting.pain_point_id.in_(seen))):
            seen[sighting.pain_point_id].append(sighting)
        merged: dict[int, list[PainPoint]] = {point.id: [] for point in points}
        for twin in db.session.scalars(select(PainPoint).where(PainPoint.duplicate_of_id.in_(merged))):
            merged[twin.duplicate_of_id or 0].append(twin)
        for point in points:
            before = _stored(point)
            demand.store(point, seen[point.id], merged[point.id])
            changed += _stored(point) != before
        last = points[-1].id
        db.session.flush()
        db.session.expunge_all()
    return changed


def _after(last: int) -> list[PainPoint]:
    asked = select(PainPoint).where(PainPoint.id > last).order_by(PainPoint.id).limit(BATCH)
    return list(db.session.scalars(asked))


def _stored(point: PainPoint) -> tuple[int, int, int]:
    return point.people_per_month, point.minutes_per_month, point.sighting_count
