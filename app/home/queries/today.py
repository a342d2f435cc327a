"""What needs a champion, a deputy or a channel owner: reports, numbers, promises, and the plan itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person, Role
from app.champions.models import Cycle, CycleState, Seat
from app.core import clock
from app.extensions import db
from app.measures.models import Measure
from app.milestones.models import Milestone
from app.milestones.models import State as MilestoneState
from app.offices.days import zone_at
from app.pain_points.models import PainPoint, State
from app.plans.models import Plan, PlanState, PlanVersion, VersionChannel, VersionState
from app.plans.queries.readable import is_written_by

MOST = 20
SOON = timedelta(days=31)


@dataclass(frozen=True)
class SeatPlan:
    """A seat of the person, its plan if there is one, and the plan's newest version."""

    seat: Seat
    plan: Plan | None
    version: PlanVersion | None


def today_of(person: Person) -> date:
    """The date it is at the person's office."""
    if person.office_id is None:
        return clock.today()
    return clock.today(zone_at(person.office_id))


def reports_to_answer(person: Person) -> Sequence[PainPoint]:
    """Open reports that wait for this person's word, the next clock first."""
    return db.session.scalars(
        select(PainPoint)
        .where(PainPoint.responsible_id == person.id, PainPoint.state.in_((State.RECEIVED, State.ACKNOWLEDGED)))
        .options(joinedload(PainPoint.office))
        .order_by(PainPoint.answer_due_on, PainPoint.id)
        .limit(MOST)
    ).all()


def seat_plans(person: Person) -> list[SeatPlan]:
    """The person's seats in open cycles with their plans and the newest version of each, in one query."""
    last = select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == Plan.id)
    is_newest = and_(PlanVersion.plan_id == Plan.id, PlanVersion.number == last.correlate(Plan).scalar_subquery())
    rows = db.session.execute(
        select(Seat, Plan, PlanVersion)
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .outerjoin(Plan, and_(Plan.office_id == Seat.office_id, Plan.cycle_id == Seat.cycle_id))
        .outerjoin(PlanVersion, is_newest)
        .where(
            or_(Seat.champion_id == person.id, Seat.deputy_id == person.id),
            Seat.to_on.is_(None),
            Cycle.state == CycleState.OPEN,
        )
        .options(joinedload(Seat.cycle), joinedload(Seat.office))
        .order_by(Cycle.starts_on.desc(), Seat.id)
    )
    return [SeatPlan(seat, plan, version) for seat, plan, version in rows]


def written_along(person: Person) -> Sequence[Plan]:
    """Plans of other seats in whose draft the person writes along, the newest first."""
    asked = select(Plan).where(is_written_by(person)).options(joinedload(Plan.office), joinedload(Plan.cycle))
    return db.session.scalars(asked.order_by(Plan.id.desc()).limit(MOST)).all()


def milestones_due(plan_ids: Sequence[int], today: date) -> Sequence[Milestone]:
    """Open promises of these plans that are late or due within a month."""
    return db.session.scalars(
        select(Milestone)
        .where(
            Milestone.plan_id.in_(plan_ids),
            Milestone.state.in_((MilestoneState.PLANNED, MilestoneState.STARTED)),
            Milestone.due_on <= today + SOON,
        )
        .options(joinedload(Milestone.plan))
        .order_by(Milestone.due_on, Milestone.id)
        .limit(MOST)
    ).all()


def measures_due(person: Person, today: date) -> Sequence[Measure]:
    """Measures of the person, or of the person's seats, whose next number is due within a week or missing."""
    return db.session.scalars(
        select(Measure)
        .where(
            or_(Measure.owner_id == person.id, Measure.office_id.in_(offices_of(person))),
            or_(Measure.stale_after.is_(None), Measure.stale_after <= today + timedelta(days=7)),
        )
        .order_by(Measure.stale_after, Measure.id)
        .limit(MOST)
    ).all()


def offices_of(person: Person) -> list[int]:
    """Ids of the offices where the person holds a seat."""
    return [grant.office_id for grant in person.rights.held if grant.role in (Role.CHAMPION, Role.DEPUTY)]


def plans_on_my_channels(person: Person) -> Sequence[Plan]:
    """Plans that touch a channel of this owner, newest first."""
    channels = person.rights.channel_ids
    touching = (
        select(PlanVersion.plan_id)
        .join(VersionChannel, VersionChannel.version_id == PlanVersion.id)
        .where(
            VersionChannel.channel_id.in_(channels),
            PlanVersion.state.in_((VersionState.SUBMITTED, VersionState.ACCEPTED)),
        )
    )
    return db.session.scalars(
        select(Plan)
        .where(Plan.id.in_(touching), Plan.state.in_((PlanState.PREPARING, PlanState.ACTIVE)))
        .options(joinedload(Plan.office))
        .order_by(Plan.id.desc())
        .limit(MOST)
    ).all()
