"""Taking an offer back before anybody has taken it up; copies that are under way or ended stay."""

from datetime import datetime

from app.accounts.models import Person
from app.adoptions import policy, queries
from app.adoptions.actions.news import note, require_open, tell
from app.adoptions.models import Adoption, State
from app.core import events, locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.offices.days import today_at


def withdraw(adoption: Adoption, reason: str, *, by: Person, at: datetime) -> None:
    """Nobody is asked about it any more. The reason may be empty. Raises NotAllowed, OfferWithdrawn,
    AnsweredAlready."""
    if not policy.can_withdraw(by, adoption):
        raise NotAllowed
    locks.hold(adoption)
    require_open(adoption)
    adoption.state, adoption.outcome, adoption.due_on = State.WITHDRAWN, reason, None
    adoption.ended_on, adoption.ended_by_id = today_at(adoption.plan.office, at), by.id
    db.session.flush()
    digest = events.text_digest(reason, adoption.salt) if reason else None
    note("adoption.withdrawn", adoption, by=by, at=at, reason=digest)
    told = {adoption.offered_by_id, *queries.seat_holders(adoption.office_id)}
    tell(told, "adoption_withdrawn", adoption, by=by, at=at)
