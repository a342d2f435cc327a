"""Which plans a person may read, as a condition for statements over many: the same rule as policy.can_read."""

from sqlalchemy import ColumnElement, and_, exists, false, or_

from app.accounts.models import Person, Role
from app.offices.models import Office
from app.plans import policy
from app.plans.models import Plan, PlanVersion

DRAFT_READERS = (Role.SPONSOR, Role.PROGRAM_OFFICE, Role.AUDITOR)


def is_readable_by(person: Person) -> ColumnElement[bool]:
    """Something of the plan was submitted or accepted, or the person reads its drafts. Needs Plan and Office joined."""
    is_public = exists().where(PlanVersion.plan_id == Plan.id, PlanVersion.state.in_(policy.PUBLIC))
    return or_(is_public, has_drafts_for(person))


def has_drafts_for(person: Person) -> ColumnElement[bool]:
    """The same for policy.can_read_drafts."""
    above = {right.office.path for right in person.rights.held if right.role in DRAFT_READERS}
    return or_(false(), *team_of(person), *(Office.path.like(f"{path}%") for path in sorted(above)))


def team_of(person: Person) -> list[ColumnElement[bool]]:
    """One condition for each seat of the person: its office in its cycle."""
    return [
        and_(Plan.office_id == right.office_id, Plan.cycle_id == right.cycle_id)
        for right in person.rights.held
        if right.role in policy.TEAM
    ]
