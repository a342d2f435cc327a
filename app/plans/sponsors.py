"""The head of an office, or of the nearest office above that has one. Read along with a plan (`Plan.sponsor`)."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Mapped, aliased

from app.accounts.models import Person, Role, RoleGrant
from app.extensions import db
from app.offices.models import Office


def nearest(office_id: Mapped[int]) -> ScalarSelect[Any]:
    """The name, for the office whose id a row has; NULL where nobody is head of it or above."""
    own, above = aliased(Office), aliased(Office)
    return (
        select(Person.name)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .join(above, above.id == RoleGrant.office_id)
        .join(own, own.path.startswith(above.path))
        .where(own.id == office_id, RoleGrant.role == Role.SPONSOR, RoleGrant.to_on.is_(None), Person.is_active)
        .order_by(func.length(above.path).desc(), RoleGrant.id)
        .limit(1)
        .scalar_subquery()
    )


class Head(NamedTuple):
    """A sponsor, and the office whose head they are."""

    person_id: int
    office_id: int


def above(office_ids: Collection[int], but: Collection[int] = ()) -> Head | None:
    """The sponsor of the deepest of these offices that has one; never one of the people in `but`."""
    row = db.session.execute(
        select(RoleGrant.person_id, RoleGrant.office_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .join(Office, Office.id == RoleGrant.office_id)
        .where(
            RoleGrant.office_id.in_(office_ids), RoleGrant.role == Role.SPONSOR, RoleGrant.to_on.is_(None),
            Person.is_active, Person.id.not_in(but),
        )
        .order_by(func.length(Office.path).desc(), RoleGrant.id)
        .limit(1)
    ).first()  # fmt: skip
    return Head(row.person_id, row.office_id) if row else None
