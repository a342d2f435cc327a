"""Which plans promise a measure, what a plan could promise, and who could own a measure."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.extensions import db
from app.measures.models import Measure
from app.offices.models import Office
from app.offices.queries import subtree_ids
from app.plans.models import Plan, PlanVersion, VersionMeasure, VersionState

MOST_PEOPLE = 300
PROMISED = (VersionState.SUBMITTED, VersionState.ACCEPTED)


def plans_of(measure: Measure) -> Sequence[Plan]:
    """Plans whose submitted or accepted version promises to move it."""
    return db.session.scalars(
        select(Plan)
        .join(PlanVersion, PlanVersion.plan_id == Plan.id)
        .join(VersionMeasure, VersionMeasure.version_id == PlanVersion.id)
        .where(VersionMeasure.measure_id == measure.id, PlanVersion.state.in_(PROMISED))
        .options(joinedload(Plan.office))
        .distinct()
        .order_by(Plan.id)
    ).all()


def is_promised(measure: Measure) -> bool:
    """True where a submitted or accepted version promises it and no open draft holds it."""
    states = set(
        db.session.scalars(
            select(PlanVersion.state)
            .join(VersionMeasure, VersionMeasure.version_id == PlanVersion.id)
            .where(VersionMeasure.measure_id == measure.id)
        )
    )
    return bool(states & set(PROMISED)) and VersionState.DRAFT not in states


def candidates(plan: Plan, version: PlanVersion) -> Sequence[Measure]:
    """Measures of the plan's office, of those above and below it, that the version does not hold yet."""
    linked = select(VersionMeasure.measure_id).where(VersionMeasure.version_id == version.id)
    near = or_(Measure.office_id.in_(subtree_ids(plan.office)), Measure.office_id.in_(plan.office.ancestor_ids))
    return db.session.scalars(
        select(Measure)
        .where(near, Measure.id.not_in(linked))
        .options(joinedload(Measure.office))
        .order_by(Measure.number.desc())
        .limit(100)
    ).all()


def links(version: PlanVersion) -> Sequence[VersionMeasure]:
    """The version's measures in their order."""
    return db.session.scalars(
        select(VersionMeasure).where(VersionMeasure.version_id == version.id).order_by(VersionMeasure.position)
    ).all()


def possible_owners(office: Office) -> Sequence[Person]:
    """Active people of the office and below, by name."""
    return db.session.scalars(
        select(Person)
        .where(Person.office_id.in_(subtree_ids(office)), Person.is_active)
        .order_by(Person.name, Person.id)
        .limit(MOST_PEOPLE)
    ).all()


