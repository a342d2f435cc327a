"""Giving and ending roles. Those of champions and deputies come from seats, those of coaches from plans, and are
written from there only."""

from datetime import datetime

from sqlalchemy import select

from app.accounts import policy, queries
from app.accounts.actions import channels
from app.accounts.errors import GrantedAlready, LastOfRole, NotYourself
from app.accounts.models import Person, Role, RoleGrant
from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import hold
from app.extensions import db
from app.offices import days
from app.offices import queries as offices
from app.offices.models import Office

NEVER_EMPTY = (Role.ADMINISTRATOR, Role.PROGRAM_OFFICE)
NOT_BY_HAND = (Role.CHAMPION, Role.DEPUTY, Role.COACH)


def give(person: Person, role: Role, office: Office, *, by: Person, at: datetime) -> RoleGrant:
    """A role on an office and all below it. Raises NotYourself, GrantedAlready."""
    if by.id == person.id:
        raise NotYourself
    if role in NOT_BY_HAND or not policy.can_grant(by, person, office):
        raise NotAllowed
    hold(person)  # given twice at once it would stand twice, and outlive its ending
    if not person.is_active:
        raise NotAllowed
    if _running(person, role, office):
        raise GrantedAlready
    return write(person, role, office, by=by, at=at)


def end(grant: RoleGrant, *, by: Person, at: datetime) -> None:
    """End a role that was given by hand. Raises LastOfRole. Harmless to repeat."""
    if not policy.can_end_grant(by, grant):
        raise NotAllowed
    if grant.to_on is None:
        if grant.role in NEVER_EMPTY and grant.office.parent_id is None:
            _require_another(grant.person, grant.role)
        close(grant, by=by, at=at)


def write(
    person: Person, role: Role, office: Office, *, by: Person | None, at: datetime,
    cycle_id: int | None = None, seat_id: int | None = None,
) -> RoleGrant:  # fmt: skip
    """Store a grant without asking who gives it: for `give`, for seats, and for the first administrator."""
    grant = RoleGrant(
        person_id=person.id, role=role, office_id=office.id, cycle_id=cycle_id, seat_id=seat_id,
        from_on=days.today_at(office, at),
    )  # fmt: skip
    db.session.add(grant)
    db.session.flush()
    db.session.expire(person, ["grants"])
    events.record(
        "role_grant.given", grant, by=by, at=at, office_id=office.id, person_id=person.id, role=role.value
    )
    return grant


def close(grant: RoleGrant, *, by: Person, at: datetime) -> None:
    """End a grant without asking: for `end`, for seats that end, for moves."""
    grant.to_on = days.today_at(grant.office, at)
    db.session.flush()
    db.session.expire(grant.person, ["grants"])
    events.record(
        "role_grant.ended", grant, by=by, at=at, office_id=grant.office_id, person_id=grant.person_id,
        role=grant.role.value,
    )  # fmt: skip


def close_of_seat(seat_id: int, *, by: Person, at: datetime, role: Role | None = None) -> None:
    """End what came with a seat: all of it, or one role."""
    running = select(RoleGrant).where(RoleGrant.seat_id == seat_id, RoleGrant.to_on.is_(None)).order_by(RoleGrant.id)
    for grant in db.session.scalars(running).all():
        if role is None or grant.role is role:
            close(grant, by=by, at=at)


def close_of_cycle(cycle_id: int, role: Role, *, by: Person, at: datetime) -> None:
    """End a role that was given for a cycle: it is over."""
    given = (RoleGrant.cycle_id == cycle_id, RoleGrant.role == role, RoleGrant.to_on.is_(None))
    for grant in db.session.scalars(select(RoleGrant).where(*given).order_by(RoleGrant.id)).all():
        close(grant, by=by, at=at)


def close_on(office: Office, *, by: Person, at: datetime) -> None:
    """End every role held on exactly this office: it closes."""
    held = RoleGrant.office_id == office.id
    running = select(RoleGrant).where(held, RoleGrant.to_on.is_(None)).order_by(RoleGrant.id)
    for grant in db.session.scalars(running).all():
        close(grant, by=by, at=at)


def end_elsewhere(person: Person, office: Office | None, *, by: Person, at: datetime) -> None:
    """A move ends rights: roles that do not cover the new office, and channels of other offices. Not those of seats."""
    for grant in queries.all_grants(person):
        covers = office is not None and office.is_within(grant.office)
        if grant.to_on is None and grant.seat_id is None and not covers:
            close(grant, by=by, at=at)
    channels.end_outside(person, office, by=by, at=at)


def keep_the_last(person: Person) -> None:
    """Raise LastOfRole if the agency would be without an administrator or a program office."""
    for role in NEVER_EMPTY:
        if person.has_role_everywhere(role):
            _require_another(person, role)


def _require_another(person: Person, role: Role) -> None:
    """Under the lock of the agency's row, so that two cannot each remove the other."""
    agency = offices.root()
    if agency is None:
        return
    hold(agency)
    others = queries.holders(role, agency).where(Person.id != person.id).limit(1)
    if db.session.scalar(others) is None:
        raise LastOfRole


def _running(person: Person, role: Role, office: Office) -> bool:
    return any(grant.role is role and grant.office_id == office.id for grant in person.grants)
