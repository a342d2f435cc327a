"""Who answers for an office: always someone.

The nearest office upward with a seat whose holder can act (the deputy while the champion is on leave), else the
program office, else an administrator. An installation always has one of them: accounts refuses to remove the last.
"""

from sqlalchemy import Select, case, func, select

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Cycle, CycleState, Seat, SeatState
from app.extensions import db
from app.offices.models import Office


class NobodyResponsible(RuntimeError):
    """No program office and no administrator: the installation is not set up."""


def responsible_for(office: Office) -> Person:
    """The person who answers reports of this office now. Raises NobodyResponsible on an installation without people."""
    found = db.session.scalar(_seat_holder(office)) or db.session.scalar(_fallback())
    if found is None:
        raise NobodyResponsible("make an administrator first: flask --app wsgi accounts create-admin")
    return found


def _seat_holder(office: Office) -> Select[Person]:
    """Deepest office first (longest path), the newest cycle first; only people who can still sign in."""
    acting = case((Seat.state == SeatState.ON_LEAVE, Seat.deputy_id), else_=Seat.champion_id)
    return (
        select(Person)
        .join(Seat, acting == Person.id)
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .join(Office, Office.id == Seat.office_id)
        .where(
            Seat.office_id.in_(office.ancestor_ids),
            Seat.to_on.is_(None),
            Seat.state.in_((SeatState.ACTIVE, SeatState.ON_LEAVE)),
            Cycle.state == CycleState.OPEN,
            Person.is_active,
        )
        .order_by(func.length(Office.path).desc(), Cycle.starts_on.desc(), Seat.id)
        .limit(1)
    )


def _fallback() -> Select[Person]:
    program_office_first = case((RoleGrant.role == Role.PROGRAM_OFFICE, 0), else_=1)
    return (
        select(Person)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .where(
            RoleGrant.role.in_((Role.PROGRAM_OFFICE, Role.ADMINISTRATOR)), RoleGrant.to_on.is_(None), Person.is_active
        )
        .order_by(program_office_first, RoleGrant.id)
        .limit(1)
    )
