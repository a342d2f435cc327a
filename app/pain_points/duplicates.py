"""Reports that say the same: finding the other one and reading both. Merging and undoing it are in actions/merge."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from app.core import reading
from app.extensions import db
from app.pain_points.models import PainPoint, Sighting
from app.pain_points.queries import StoryRow, replies

SEEN_THERE = (
    select(Sighting.person_id, Sighting.frequency, Sighting.customers, Sighting.minutes_lost)
    .join(PainPoint, PainPoint.id == Sighting.pain_point_id)
    .where(PainPoint.duplicate_of_id == bindparam("point"))
    .order_by(Sighting.id)
)
_NUMBER = re.compile(r"(?:PP-?)?\s*(\d{6,9})", re.IGNORECASE)


def number_in(typed: str) -> int | None:
    """The public number in "PP-123456" or "123456", in any script's digits. None where there is none."""
    found = _NUMBER.fullmatch(typed.strip())
    return int(found[1]) if found else None


def of(point: PainPoint) -> Sequence[PainPoint]:
    """Reports that were merged into this one, oldest first. One query."""
    return db.session.scalars(
        select(PainPoint).where(PainPoint.duplicate_of_id == point.id).order_by(PainPoint.id)
    ).all()  # fmt: skip


def seen_there(point: PainPoint, own: Iterable[Any]) -> list[Any]:
    """The sightings of what was merged into this one, as rows. Who is in `own` said it here and counts once."""
    return once(reading.rows(SEEN_THERE, {"point": point.id}), own)


def once(sightings: Iterable[Any], own: Iterable[Any]) -> list[Any]:
    """One sighting of each colleague, the first; none of those who are in `own`."""
    people = {sighting.person_id for sighting in own}
    first: dict[int, Any] = {}
    for one in sightings:
        first.setdefault(one.person_id, one)
    return [one for person_id, one in first.items() if person_id not in people]


def original(point: PainPoint) -> PainPoint | None:
    """The report that this one was merged into."""
    return db.session.get(PainPoint, point.duplicate_of_id) if point.duplicate_of_id else None


def original_number(number: int) -> int | None:
    """The public number of the report that this one was merged into, without loading either."""
    other = aliased(PainPoint)
    asked = select(other.number).join(PainPoint, PainPoint.duplicate_of_id == other.id)
    return db.session.scalar(asked.where(PainPoint.number == number))


def replies_of_original(point: PainPoint) -> Sequence[StoryRow]:
    """What was said to the report that this one was merged into."""
    found = original(point)
    return replies(found) if found else ()


def pair_for_change(number: int, other: int | None) -> tuple[PainPoint | None, PainPoint | None]:
    """Both reports inside a transaction; locked in one order, so that no two pairs wait for each other."""
    found = db.session.scalars(
        select(PainPoint)
        .where(PainPoint.number.in_((number, other or 0)))
        .order_by(PainPoint.id)
        .with_for_update()
    ).all()  # fmt: skip
    by_number = {point.number: point for point in found}
    return by_number.get(number), by_number.get(other or 0)
