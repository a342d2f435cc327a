"""Ending an office. It is never deleted; another may go on with its work."""

from datetime import datetime

from sqlalchemy import func, select

from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim
from app.extensions import db
from app.offices import days, policy
from app.offices.actions.offices import hold_the_tree
from app.offices.errors import AgencyStays, HasOpenOffices, NoSuccessor
from app.offices.models import Office, OfficeSuccession
from app.offices.policy import Member


def close(office: Office, seen_lock: int, *, successor: Office, by: Member, at: datetime) -> bool:
    """The office and its channels end today; `successor` goes on with its work. False where it had ended before.

    Seats, roles and people are moved by the caller. Raises LostUpdate, AgencyStays, HasOpenOffices, NoSuccessor.
    """
    hold_the_tree()
    claim(office, seen_lock)
    db.session.refresh(successor)
    if not policy.can_manage(by, office):
        raise NotAllowed
    if office.closed_on:
        return False
    _check(office, successor)
    on = days.today_at(office, at)
    office.closed_on = on
    db.session.add(OfficeSuccession(office_id=office.id, successor_id=successor.id, from_on=on))
    for channel in office.channels:
        channel.closed_on = channel.closed_on or on
    db.session.flush()
    events.record("office.closed", office, by=by, at=at, office_id=office.id, successor_id=successor.id)
    return True


def _check(office: Office, successor: Office) -> None:
    if office.parent_id is None:
        raise AgencyStays
    below = db.session.scalar(
        select(func.count()).select_from(Office).where(Office.parent_id == office.id, Office.closed_on.is_(None))
    )
    if below:
        raise HasOpenOffices(count=below)
    if successor.closed_on or successor.is_within(office):
        raise NoSuccessor
