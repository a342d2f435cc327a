"""Computing anew what is stored with reports: customers and minutes a month, and how many see it too."""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.pain_points import demand, duplicates
from app.pain_points.models import PainPoint, Sighting

BATCH = 500


def rebuild() -> int:
    """Go through all reports in the running transaction; how many were different. Bounded memory."""
    changed, last = 0, 0
    while points := _after(last):
        merged: dict[int, list[PainPoint]] = {point.id: [] for point in points}
        for twin in db.session.scalars(select(PainPoint).where(PainPoint.duplicate_of_id.in_(merged))):
            merged[twin.duplicate_of_id or 0].append(twin)
        seen = _seen([*points, *(twin for twins in merged.values() for twin in twins)])
        for point in points:
            before, own = _stored(point), seen[point.id]
            there = sorted((one for twin in merged[point.id] for one in seen[twin.id]), key=lambda one: one.id)
            demand.store(point, [*own, *duplicates.once(there, own)], merged[point.id])
            changed += _stored(point) != before
        last = points[-1].id
        db.session.flush()
        db.session.expunge_all()
    return changed


def _after(last: int) -> list[PainPoint]:
    asked = select(PainPoint).where(PainPoint.id > last).order_by(PainPoint.id).limit(BATCH)
    return list(db.session.scalars(asked))


def _seen(points: Sequence[PainPoint]) -> dict[int, list[Sighting]]:
    """The sightings of these reports by report, in the order in which they came."""
    found: dict[int, list[Sighting]] = {point.id: [] for point in points}
    for sighting in db.session.scalars(
        select(Sighting).where(Sighting.pain_point_id.in_(found)).order_by(Sighting.id)
    ):
        found[sighting.pain_point_id].append(sighting)
    return found


def _stored(point: PainPoint) -> tuple[int, int, int]:
    return point.people_per_month, point.minutes_per_month, point.sighting_count
