"""Hanging an office below another from a day on. Today's tree is in the paths, that of other days in OfficeParent."""

from datetime import date, datetime

from sqlalchemy import func, select, update

from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim
from app.extensions import db
from app.offices import days, policy
from app.offices.actions.offices import MOST_LEVELS, hold_the_tree
from app.offices.errors import AgencyStays, DayOutOfOrder, IntoItself, OfficeClosed, TreeTooDeep
from app.offices.models import Office, OfficeParent
from app.offices.policy import Member


def move(office: Office, seen_lock: int, *, parent: Office, on: date, by: Member, at: datetime) -> None:
    """From `on` the office and all below it hang below `parent`. Harmless to repeat.

    Raises LostUpdate, AgencyStays, IntoItself, OfficeClosed, TreeTooDeep, DayOutOfOrder.
    """
    hold_the_tree()
    claim(office, seen_lock)
    db.session.refresh(parent)
    if not (policy.can_manage(by, office) and policy.can_manage(by, parent)):
        raise NotAllowed
    _check(office, parent)
    if office.parent_id == parent.id:
        return
    _write_history(office, parent, on, days.today_at(office, at))
    before, office.parent_id = office.parent_id, parent.id
    db.session.flush()
    _rewrite_paths(office, f"{parent.path}{office.id}/")
    events.record(
        "office.moved", office, by=by, at=at, office_id=office.id, from_id=before, to_id=parent.id, on=on.isoformat()
    )


def _check(office: Office, parent: Office) -> None:
    if office.parent_id is None:
        raise AgencyStays
    if parent.is_within(office):
        raise IntoItself
    if parent.closed_on or office.closed_on:
        raise OfficeClosed
    if len(parent.ancestor_ids) + _levels(office) > MOST_LEVELS:
        raise TreeTooDeep(most=MOST_LEVELS)


def _levels(office: Office) -> int:
    """How many levels the office and all below it take."""
    slashes = func.length(Office.path) - func.length(func.replace(Office.path, "/", ""))
    deepest = db.session.scalar(select(func.max(slashes)).where(Office.path.like(f"{office.path}%")))
    return (deepest or 0) - office.path.count("/") + 1


def _write_history(office: Office, parent: Office, on: date, today: date) -> None:
    running = db.session.scalars(
        select(OfficeParent).where(OfficeParent.office_id == office.id, OfficeParent.to_on.is_(None))
    ).one()
    if not running.from_on <= on <= today:
        raise DayOutOfOrder(first=running.from_on.isoformat(), last=today.isoformat())
    if running.from_on == on:
        running.parent_id = parent.id  # the stay before it lasted no day
        return
    running.to_on = on
    db.session.add(OfficeParent(office_id=office.id, parent_id=parent.id, from_on=on))


def _rewrite_paths(office: Office, new: str) -> None:
    """The whole subtree in one statement."""
    old = office.path
    db.session.execute(
        update(Office)
        .where(Office.path.like(f"{old}%"))
        .values(path=new + func.substr(Office.path, len(old) + 1)),
        execution_options={"synchronize_session": False},
    )
    db.session.expire_all()
