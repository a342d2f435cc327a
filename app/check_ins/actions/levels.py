"""Who is asked when a team needs someone above: the sponsor, then the next one up, at last the program office."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import case, func, select

from app.accounts.models import Person, Role, RoleGrant
from app.champions.responsibility import NobodyResponsible
from app.extensions import db
from app.offices.models import Office
from app.plans import sponsors


class Asked(NamedTuple):
    """A person, and the office that they are asked as the head of; None for the program office."""

    person_id: int
    level_id: int | None


def lowest(office: Office, but: Collection[int]) -> Asked:
    """The sponsor of the office or of the nearest one above, else the program office; never one of `but`."""
    return _first(office.ancestor_ids, office, but)


def again(level: Office | None, office: Office, but: Collection[int]) -> Asked:
    """The same from a level upward, or of the program office where it was asked."""
    return _first(level.ancestor_ids if level else (), office, but)


def next_above(level: Office, office: Office, but: Collection[int]) -> Asked:
    """The same for those strictly above a level; `office` is where it began."""
    return _first(level.ancestor_ids[:-1], office, but)


def _first(office_ids: Collection[int], office: Office, but: Collection[int]) -> Asked:
    head = sponsors.above(office_ids, but)
    if head is not None:
        return Asked(head.person_id, head.office_id)
    return Asked(_program_office(office, but) or _program_office(office, ()) or _nobody(), None)


def _program_office(office: Office, but: Collection[int]) -> int | None:
    """Of the office or the nearest one above, else anywhere; an administrator where there is no program office."""
    is_program = case((RoleGrant.role == Role.PROGRAM_OFFICE, 0), else_=1)
    is_above = case((RoleGrant.office_id.in_(office.ancestor_ids), 0), else_=1)
    return db.session.scalar(
        select(Person.id)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .join(Office, Office.id == RoleGrant.office_id)
        .where(
            RoleGrant.role.in_((Role.PROGRAM_OFFICE, Role.ADMINISTRATOR)), RoleGrant.to_on.is_(None),
            Person.is_active, Person.id.not_in(but),
        )
        .order_by(is_program, is_above, func.length(Office.path).desc(), RoleGrant.id)
        .limit(1)
    )  # fmt: skip


def _nobody() -> int:
    raise NobodyResponsible("nobody runs the program: give someone the role of program office")
