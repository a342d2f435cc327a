"""Offering a proven change to an office like the one that made it, or taking it up for one's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.adoptions import policy, queries
from app.adoptions.actions.news import note, tell
from app.adoptions.errors import NotProven, OfferedAlready, OwnOffice, UnknownChange
from app.adoptions.like import Like
from app.adoptions.models import Adoption
from app.adoptions.proof import Proof
from app.core import locks
from app.core.errors import NotAllowed
from app.core.numbering import next_number
from app.extensions import db
from app.offices.days import today_at
from app.plans import queries as plans
from app.plans.models import Plan, PlanChange


@dataclass(frozen=True)
class Offer:
    """Which change, what it took, what to watch."""

    change_id: int
    took: str = ""
    watch: str = ""


def offer(of: Plan, given: Offer, to: Like, found: Proof | None, *, by: Person, at: datetime) -> Adoption:
    """Offer a change to an office, or take it up for one's own. `found` is what proves it today, kept with the offer.
    What was withdrawn before stays as it is, with its reason.

    Raises NotAllowed, NotProven, UnknownChange, OwnOffice, OfferedAlready.
    """
    if not (policy.can_offer(by, of) or policy.is_seat_of(by, to.office_id)):
        raise NotAllowed
    locks.hold(of)
    if found is None:
        raise NotProven
    change = _change(of, given.change_id)
    if to.office_id == of.office_id:
        raise OwnOffice
    if to.office_id in queries.taken(of.id, change.what):
        raise OfferedAlready(office=to.office)
    today = today_at(of.office, at)
    made = Adoption(
        number=next_number(Adoption.number), plan_id=of.id, change_id=change.id, office_id=to.office_id,
        offered_by_id=by.id, offered_on=today, due_on=today + policy.TIME_TO_SAY, **_given(given, to, found),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    note("adoption.offered", made, by=by, at=at, grade=found.grade)
    tell(set(queries.seat_holders(to.office_id)), "adoption_offered", made, by=by, at=at)
    return made


def _given(given: Offer, to: Like, found: Proof) -> dict[str, Any]:
    """What is offered, why to this office, and what proves it today."""
    return {
        "took": given.took, "watch": given.watch, "channels": [str(kind) for kind in to.channels],
        "reports": to.reports, "alike": to.alike, "shown_by_id": found.measure_id, "grade": found.grade,
        "before": found.before, "after": found.after,
    }  # fmt: skip


def _change(of: Plan, change_id: int) -> PlanChange:
    version = plans.in_force(of)
    found = next((one for one in version.changes if one.id == change_id), None) if version else None
    if found is None:
        raise UnknownChange
    return found
