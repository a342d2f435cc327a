"""The program office puts people on the shortlist, and decides with reasons that both sides read."""

from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import Person
from app.champions import queries as seats
from app.champions.actions.checks import check_new
from app.champions.nominations import policy, queries
from app.champions.nominations.actions.record import record
from app.champions.nominations.errors import NotScored, NotShortlisted, OfficePromised, SeatsPromised
from app.champions.nominations.models import Nomination, NominationState
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.locks import claim, hold
from app.extensions import db


def shortlist(nomination: Nomination, *, by: Person, at: datetime) -> bool:
    """From now on the nominee reads what was said for them. True where it is new. Raises NotAllowed, NotNow."""
    hold(nomination)
    if not policy.may_judge(by, nomination):
        raise NotAllowed
    if nomination.state is NominationState.SHORTLISTED:
        return False
    if nomination.state is not NominationState.SUBMITTED:
        raise NotNow
    nomination.state, nomination.shortlisted_at = NominationState.SHORTLISTED, at
    record("shortlisted", nomination, by, at)
    return True


def decide(
    nomination: Nomination, seen_lock: int, *, is_selected: bool, reason: str, by: Person, at: datetime
) -> None:
    """Select, or not, with a reason. A selection that nobody has answered can be taken back.

    Raises LostUpdate, NotAllowed, NotNow; to select also NotShortlisted, NotScored, OfficePromised, SeatsPromised,
    and what giving a seat raises.
    """
    claim(nomination, seen_lock)
    if not policy.may_judge(by, nomination):
        raise NotAllowed
    if nomination.state not in policy.DECIDABLE:
        raise NotNow
    if is_selected:
        _check_selectable(nomination)
    nomination.state = NominationState.SELECTED if is_selected else NominationState.NOT_SELECTED
    nomination.reason, nomination.decided_at, nomination.decided_by_id = reason, at, by.id
    digest = events.text_digest(reason, nomination.salt)
    record("selected" if is_selected else "not_selected", nomination, by, at, digest=digest)


def _check_selectable(nomination: Nomination) -> None:
    """What is promised now can be given when the person says yes."""
    if nomination.state is NominationState.SELECTED:
        raise NotNow
    if nomination.state is not NominationState.SHORTLISTED:
        raise NotShortlisted
    if not queries.standing_of(nomination).scorers:
        raise NotScored
    check_new(nomination.cycle, nomination.office)
    selected = select(Nomination.office_id).where(
        Nomination.cycle_id == nomination.cycle_id, Nomination.state == NominationState.SELECTED
    )
    if db.session.scalar(selected.where(Nomination.office_id == nomination.office_id)) is not None:
        raise OfficePromised
    promised = db.session.scalar(select(func.count()).select_from(selected.subquery())) or 0
    if seats.seats_given(nomination.cycle) + promised >= nomination.cycle.seat_limit:
        raise SeatsPromised(count=nomination.cycle.seat_limit)
