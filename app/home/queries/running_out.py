"""How many of a person's clocks end today or have ended: the number on the tab, and in the first sentence of Today.

Every page of a champion asks it, so it is one question, put together once and flat at any size. It counts what
queries/today.py lists: reports to answer, the plan of a seat, promises and numbers; and what asked.py,
told.py, offered.py and waits.py list with a day.
"""

from datetime import date
from functools import reduce
from operator import add

from sqlalchemy import Date, Integer, ScalarSelect, Select, and_, bindparam, func, or_, select

from app.accounts.models import Person, Role, RoleGrant
from app.adoptions.models import Adoption
from app.champions.models import Cycle, CycleState, Seat
from app.check_ins.models import Blocker, CheckIn
from app.check_ins.queries import owed_by, waiting_for
from app.core import reading
from app.core.events import until_something_happens
from app.home.queries.waiting import to_study
from app.huddles.models import Huddle, HuddleAction
from app.huddles.queries import meetings_of, open_of
from app.measures.models import Measure
from app.milestones.models import Milestone
from app.milestones.models import State as MilestoneState
from app.pain_points.models import PainPoint, State
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from app.sign_offs.queries import due_for
from app.trials.models import Trial

CAP = 100
UNFINISHED = (VersionState.DRAFT, VersionState.IN_CONSULTATION, VersionState.RETURNED)
_person = bindparam("person", type_=Integer)
_today = bindparam("today", type_=Date)


def count(person: Person, today: date) -> int:
    """Up to CAP; on the date it is at the person's office."""
    return _count(person.id, today)


@until_something_happens
def _count(person_id: int, today: date) -> int:
    found: int = reading.value(ALL, {"person": person_id, "today": today})
    return min(CAP, found)


def _all() -> Select[int]:
    parts = (_reports(), _plans(), _milestones(), _measures(), due_for(_person, _today), *_told())
    return select(reduce(add, map(_capped, parts)))


def _told() -> tuple[Select[int], ...]:
    """Check-ins to answer, blockers on which a word is owed, what was agreed in huddles, changes from elsewhere,
    small tests to study."""
    check_ins = waiting_for(_person, _today).where(CheckIn.due_on <= _today)
    blockers = owed_by(_person).where(Blocker.due_on <= _today)
    agreed = open_of(_person).where(HuddleAction.due_on <= _today).with_only_columns(HuddleAction.id)
    copies = select(Adoption.id).where(Adoption.office_id.in_(_offices()), Adoption.due_on <= _today)
    meetings = meetings_of(_person, _today).where(Huddle.meets_on <= _today).with_only_columns(Huddle.id)
    trials = to_study().with_only_columns(Trial.id)
    asked = check_ins.with_only_columns(CheckIn.id), blockers.with_only_columns(Blocker.id)
    return *asked, agreed, meetings, copies, trials


def _capped(asked: Select[int]) -> ScalarSelect[int]:
    return select(func.count()).select_from(asked.limit(CAP).subquery()).scalar_subquery()


def _reports() -> Select[int]:
    return select(PainPoint.id).where(
        PainPoint.responsible_id == _person,
        or_(
            and_(PainPoint.state == State.RECEIVED, PainPoint.ack_due_on <= _today),
            and_(PainPoint.state == State.ACKNOWLEDGED, PainPoint.answer_due_on <= _today),
        ),
    )


def _seats() -> Select[int]:
    """Plans of the person's seats in open cycles; none where the plan is not begun."""
    return (
        select(Plan.id)
        .select_from(Seat)
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .outerjoin(Plan, and_(Plan.office_id == Seat.office_id, Plan.cycle_id == Seat.cycle_id))
        .where(
            or_(Seat.champion_id == _person, Seat.deputy_id == _person),
            Seat.to_on.is_(None),
            Cycle.state == CycleState.OPEN,
        )
    )


def _plans() -> Select[int]:
    """A further version of a plan in force has no day."""
    newest = (
        select(PlanVersion.state).where(PlanVersion.plan_id == Plan.id).order_by(PlanVersion.number.desc()).limit(1)
    )
    is_unfinished = and_(Plan.state == PlanState.PREPARING, newest.scalar_subquery().in_(UNFINISHED))
    return _seats().where(Cycle.plan_due_on <= _today, or_(Plan.id.is_(None), is_unfinished))


def _milestones() -> Select[int]:
    return select(Milestone.id).where(
        Milestone.plan_id.in_(_seats()),
        Milestone.state.in_((MilestoneState.PLANNED, MilestoneState.STARTED)),
        Milestone.due_on <= _today,
    )


def _offices() -> Select[int]:
    return select(RoleGrant.office_id).where(
        RoleGrant.person_id == _person, RoleGrant.role.in_((Role.CHAMPION, Role.DEPUTY)), RoleGrant.to_on.is_(None)
    )


def _measures() -> Select[int]:
    return select(Measure.id).where(
        or_(Measure.owner_id == _person, Measure.office_id.in_(_offices())),
        or_(Measure.stale_after.is_(None), Measure.stale_after <= _today),
    )


ALL = reading.question(_all)
