"""Which plans a person may read, as a condition for statements over many: the same rule as policy.can_read."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import aliased

from app.accounts.models import Person, Role
from app.champions.models import Seat
from app.offices.models import Office
from app.plans import policy
from app.plans.contributor import Contributor
from app.plans.models import Plan, PlanVersion

_draft, _seat = aliased(PlanVersion), aliased(Seat)


def is_readable_by(person: Person) -> ColumnElement[bool]:
    """Something of the plan was submitted or accepted, or the person reads its drafts. Needs Plan and Office joined."""
    is_public = exists().where(PlanVersion.plan_id == Plan.id, PlanVersion.state.in_(policy.PUBLIC))
    return or_(is_public, has_drafts_for(person))


def has_drafts_for(person: Person) -> ColumnElement[bool]:
    """The same for policy.can_read_drafts. Needs Plan and Office joined."""
    return or_(is_close_to(person), is_written_by(person))


def is_close_to(person: Person) -> ColumnElement[bool]:
    """The same for policy.is_close. Needs Plan and Office joined."""
    above = {right.office.path for right in person.rights.held if right.role in policy.DRAFT_READERS}
    near = _seats_of(person, (*policy.TEAM, Role.COACH))
    return or_(false(), *near, *(Office.path.like(f"{path}%") for path in sorted(above)))


def is_written_by(person: Person) -> ColumnElement[bool]:
    """The same for policy.is_contributor. Needs Plan."""
    own = (
        select(Contributor.plan_id)
        .join(_draft, _draft.id == Contributor.version_id)
        .join(_seat, _seat.id == Contributor.seat_id)
        .where(
            Contributor.person_id == person.id, Contributor.ended_at.is_(None), _draft.state.in_(policy.EDITABLE),
            _seat.to_on.is_(None),
        )
    )  # fmt: skip
    return Plan.id.in_(own)


def team_of(person: Person) -> list[ColumnElement[bool]]:
    """One condition for each seat of the person: its office in its cycle."""
    return _seats_of(person, policy.TEAM)


def _seats_of(person: Person, roles: Collection[Role]) -> list[ColumnElement[bool]]:
    return [
        and_(Plan.office_id == right.office_id, Plan.cycle_id == right.cycle_id)
        for right in person.rights.held
        if right.role in roles
    ]
