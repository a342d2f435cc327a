"""A colleague says "it happens here too": one sighting per person, which they may change."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed
from app.extensions import db
from app.pain_points import deadlines, demand, duplicates, policy
from app.pain_points.models import Customers, Frequency, PainPoint, Sighting


@dataclass(frozen=True)
class Seen:
    """How often, how many customers, minutes each of them loses (None: not known), and words if any."""

    frequency: Frequency
    customers: Customers
    minutes_lost: int | None
    words: str = ""


def see_too(point: PainPoint, seen: Seen, *, by: Person, at: datetime) -> Sighting:
    """Add or change one's sighting; the sums on the report follow at once. Raises NotAllowed."""
    if not policy.can_see_too(by, point):
        raise NotAllowed
    sighting = _own(point, by) or Sighting(
        pain_point_id=point.id, person_id=by.id, office_id=by.office_id or point.office_id
    )
    sighting.frequency, sighting.customers = seen.frequency, seen.customers
    sighting.minutes_lost, sighting.words = seen.minutes_lost, seen.words
    sighting.seen_on = deadlines.calendar_of(point.office, at).today
    db.session.add(sighting)
    db.session.flush()
    sightings = db.session.scalars(select(Sighting).where(Sighting.pain_point_id == point.id)).all()
    demand.store(point, [*sightings, *duplicates.seen_there(point, sightings)], duplicates.of(point))
    events.record(  # under the report's office: the log, filtered by one's own, would tell who saw it
        "pain_point.sighted", point, by=by, at=at, office_id=point.office_id, frequency=seen.frequency,
        customers=seen.customers, minutes=seen.minutes_lost,
    )  # fmt: skip
    return sighting


def _own(point: PainPoint, by: Person) -> Sighting | None:
    return db.session.scalar(select(Sighting).where(Sighting.pain_point_id == point.id, Sighting.person_id == by.id))
