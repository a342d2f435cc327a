"""Offering a proven change to an office like the one that made it, or taking it up for one's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.adoptions import policy, queries
from app.adoptions.actions.news import note, tell
from app.adoptions.errors import NotProven, OfferedAlready, OwnOffice, UnknownChange
from app.adoptions.like import Like
from app.adoptions.models import Adoption, State
from app.adoptions.proof import Proof
from app.core import locks
from app.core.errors import NotAllowed
from app.core.numbering import next_number
from app.extensions import db
from app.offices.days import today_at
from app.plans import queries as plans
from app.plans.models import Plan, PlanChange

AFRESH: dict[str, Any] = {
    "state": State.OFFERED, "refusal": None, "reason": "", "answered_by_id": None, "answered_on": None,
    "outcome": "", "ended_on": None, "ended_by_id": None,
}  # fmt: skip
"""An offer that was withdrawn and is made again begins anew, under its number: one office, one change, one copy."""


@dataclass(frozen=True)
class Offer:
    """Which change, what it took, what to watch."""

    change_id: int
    took: str = ""
    watch: str = ""


def offer(of: Plan, given: Offer, to: Like, found: Proof | None, *, by: Person, at: datetime) -> Adoption:
    """Offer a change to an office, or take it up for one's own. `found` is what proves it today, kept with the offer.

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
    made = queries.withdrawn(change.id, to.office_id) or _new(change, of.id, to.office_id)
    for name, value in {**AFRESH, **_given(given, to, found)}.items():
        setattr(made, name, value)
    made.offered_by_id, made.offered_on, made.due_on = by.id, today, today + policy.TIME_TO_SAY
    db.session.add(made)
    db.session.flush()
    note("adoption.offered", made, by=by, at=at, grade=found.grade)
    tell(set(queries.seat_holders(to.office_id)), "adoption_offered", made, by=by, at=at)
    return made


def _new(change: PlanChange, plan_id: int, office_id: int) -> Adoption:
    return Adoption(number=next_number(Adoption.number), plan_id=plan_id, change_id=change.id, office_id=office_id)


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
