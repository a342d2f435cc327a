"""One plan: what a viewer may see of it, which of its versions counts for what, and who belongs to it."""

from collections.abc import Mapping

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import immediateload, joinedload, undefer

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Cycle, CycleState, Seat
from app.core import reading
from app.core.events import Event, until_something_happens
from app.extensions import db
from app.plans import policy
from app.plans.contributor import Contributor
from app.plans.models import Plan, PlanVersion, VersionState

WRITING = ("plan.started", "plan.saved", "plan.revised", "plan.submitted")
"""Verbs of events whose actor has written in the plan."""


def get_visible(number: int, viewer: Person) -> Plan | None:
    """The plan with its office, cycle, seat and versions, in one query; None where the viewer may not read it."""
    asked = (
        select(Plan)
        .where(Plan.number == number)
        .options(
            joinedload(Plan.office),
            joinedload(Plan.cycle).undefer(Cycle.section_rules),
            joinedload(Plan.contributors).joinedload(Contributor.person),
            joinedload(Plan.seat).options(joinedload(Seat.champion), joinedload(Seat.deputy)),
            joinedload(Plan.versions).options(
                joinedload(PlanVersion.submitted_by), joinedload(PlanVersion.saved_by), immediateload(PlanVersion.plan)
            ),
            undefer(Plan.sponsor),
        )
    )
    found = db.session.scalars(asked).unique().one_or_none()
    return found if found is not None and policy.can_read(viewer, found) else None


def get_version(plan: Plan, number: int, viewer: Person) -> PlanVersion | None:
    """One version of a plan; None where there is none or the viewer may not read it."""
    found = next((version for version in plan.versions if version.number == number and version.plan is plan), None)
    return found if found is not None and policy.can_read_version(viewer, found) else None


def in_force(plan: Plan) -> PlanVersion | None:
    """The newest accepted version."""
    return _newest(plan, VersionState.ACCEPTED)


def open_version(plan: Plan) -> PlanVersion | None:
    """The draft or the version under review, of which there is at most one."""
    return next((version for version in plan.versions if version.state in policy.OPEN), None)


def on_paper(plan: Plan) -> PlanVersion | None:
    """The version whose PDF stands for the plan: the one in force, else the latest submitted."""
    return in_force(plan) or _newest(plan, VersionState.SUBMITTED)


def shown_to(plan: Plan, viewer: Person) -> PlanVersion | None:
    """The version that the plan's page shows: as on paper, else the newest one that the viewer may read."""
    readable = [version for version in plan.versions if policy.can_read_version(viewer, version)]
    return on_paper(plan) or (readable[-1] if readable else None)


def editable_by(person: Person) -> list[Plan]:
    """Plans that this person may write in and link to now, newest first."""
    seats = [(grant.office_id, grant.cycle_id) for grant in person.rights.held if grant.role in policy.TEAM]
    if not seats:
        return []
    is_own = or_(*(and_(Plan.office_id == office, Plan.cycle_id == cycle) for office, cycle in seats))
    asked = select(Plan).where(is_own, Plan.state.in_(policy.REVISABLE)).options(joinedload(Plan.office))
    return list(db.session.scalars(asked.order_by(Plan.number.desc())))


@until_something_happens
def numbers_of(ids: frozenset[int]) -> Mapping[int, int]:
    """The public number of each plan by its id; no question where there is none to ask for."""
    rows = reading.rows(select(Plan.id, Plan.number).where(Plan.id.in_(ids))) if ids else ()
    return {row.id: row.number for row in rows}


def startable_by(person: Person) -> list[Seat]:
    """Seats of this person, as champion or deputy, whose office has no plan in the cycle yet."""
    has_plan = exists().where(Plan.office_id == Seat.office_id, Plan.cycle_id == Seat.cycle_id)
    asked = (
        select(Seat)
        .join(Cycle)
        .where(
            or_(Seat.champion_id == person.id, Seat.deputy_id == person.id),
            Seat.to_on.is_(None), Cycle.state != CycleState.CLOSED, ~has_plan,
        )
        .options(joinedload(Seat.office), joinedload(Seat.cycle))
    )  # fmt: skip
    return list(db.session.scalars(asked.order_by(Seat.id)))


def writer_ids(plan: Plan) -> frozenset[int]:
    """Everyone who ever wrote in the plan or submitted it, from the event log, and who writes along now."""
    asked = select(Event.actor_id).where(
        Event.subject_type == Plan.__tablename__, Event.subject_id == plan.id, Event.verb.in_(WRITING)
    )
    along = {one.person_id for one in plan.contributors if policy.is_contributor(one.person, plan)}
    return frozenset(along.union(actor for actor in db.session.scalars(asked.distinct()) if actor is not None))


def program_officers(plan: Plan) -> list[Person]:
    """Who reviews the plan: the program office of its office or above."""
    return list(
        db.session.scalars(
            select(Person)
            .join(RoleGrant, RoleGrant.person_id == Person.id)
            .where(
                RoleGrant.role == Role.PROGRAM_OFFICE, RoleGrant.to_on.is_(None), Person.is_active,
                RoleGrant.office_id.in_(plan.office.ancestor_ids),
            )
            .distinct()
            .order_by(Person.id)
        )
    )  # fmt: skip


def _newest(plan: Plan, state: VersionState) -> PlanVersion | None:
    return next((version for version in reversed(plan.versions) if version.state is state), None)
