"""Who is told of a step, what the log keeps of it, who may take it, and while what."""

from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.adoptions import policy, queries
from app.adoptions.errors import AnsweredAlready, OfferWithdrawn
from app.adoptions.models import Adoption, State
from app.core import events
from app.core.errors import NotAllowed
from app.notices.actions import notify


def require(by: Person, adoption: Adoption) -> None:
    """The seat of the office that copies. Raises NotAllowed."""
    if not policy.can_answer(by, adoption):
        raise NotAllowed


def require_open(adoption: Adoption) -> None:
    """Raises OfferWithdrawn, AnsweredAlready."""
    if adoption.state is State.WITHDRAWN:
        raise OfferWithdrawn
    if not policy.is_open(adoption):
        raise AnsweredAlready


def origin_of(adoption: Adoption) -> set[int]:
    """Who wants to know what became of it: who offered it, and the seat that made the change."""
    return {adoption.offered_by_id, *queries.seat_holders(adoption.plan.office_id)}


def tell(people: set[int], kind: str, adoption: Adoption, *, by: Person, at: datetime) -> None:
    for person_id in sorted(people - {by.id}):
        notify(person_id, kind, path=f"/adoptions/{adoption.ref}", at=at, adoption=adoption.ref)


def note(verb: str, adoption: Adoption, *, by: Person, at: datetime, **codes: Any) -> None:
    given = {name: value for name, value in codes.items() if value is not None}
    events.record(verb, adoption, by=by, at=at, office_id=adoption.office_id, plan_id=adoption.plan_id, **given)
