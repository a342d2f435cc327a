"""The head of an office, or of the nearest office above that has one. Read along with a plan (`Plan.sponsor`)."""

from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Mapped, aliased

from app.accounts.models import Person, Role, RoleGrant
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
