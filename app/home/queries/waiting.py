"""What waits for a person without standing in anybody's calendar: remarks to answer, small tests to study, nominations
to answer and to decide. Parts of one question (core/together), the longest waiting first, at most MOST of each."""

from typing import Any

from sqlalchemy import Date, Integer, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Cycle, CycleState, Seat
from app.champions.nominations.models import Assessment, Conflict, Endorsement, Nomination, NominationState
from app.champions.nominations.policy import OPEN
from app.core.together import Part
from app.offices.models import Office
from app.plans.models import Plan, PlanVersion
from app.plans.policy import REVISABLE
from app.reviews.models import Remark, RemarkState
from app.trials.models import Trial

MOST = 20
_person = bindparam("person", type_=Integer)
_today = bindparam("today", type_=Date)


def plans_of_seats() -> Select[int]:
    """Ids of the plans of a person's seats in open cycles."""
    return (
        select(Plan.id)
        .join(Seat, and_(Seat.office_id == Plan.office_id, Seat.cycle_id == Plan.cycle_id))
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .where(
            or_(Seat.champion_id == _person, Seat.deputy_id == _person),
            Seat.to_on.is_(None),
            Cycle.state == CycleState.OPEN,
        )
    )


def to_study() -> Select[*tuple[Any, ...]]:
    """Small tests whose last day is past, and nobody has written what happened."""
    return (
        select(Trial.id, Trial.question, Trial.starts_on, Trial.ends_on, Plan.number.label("plan"))
        .join(Plan, Plan.id == Trial.plan_id)
        .where(Trial.plan_id.in_(plans_of_seats()), Trial.studied_on.is_(None), Trial.ends_on < _today)
    )


def _remarks() -> Select[*tuple[Any, ...]]:
    """One row for each plan; they are answered beside its newest version."""
    newest = select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == Plan.id).correlate(Plan)
    return (
        select(
            Plan.number.label("plan"), Plan.title, Office.name.label("office"),
            newest.scalar_subquery().label("version"),
            func.count(Remark.id).label("count"), func.min(Remark.made_at).label("since"),
        )
        .join(Office, Office.id == Plan.office_id)
        .join(Remark, Remark.plan_id == Plan.id)
        .where(Plan.id.in_(plans_of_seats()), Plan.state.in_(REVISABLE), Remark.state == RemarkState.OPEN)
        .group_by(Plan.id, Plan.number, Plan.title, Office.name)
        .order_by(func.min(Remark.made_at), Plan.id)
        .limit(MOST)
    )  # fmt: skip


def _nominations() -> Select[*tuple[Any, ...]]:
    """In cycles that are not over."""
    nominee = aliased(Person)
    is_scored = exists().where(Assessment.nomination_id == Nomination.id, Assessment.scorer_id == _person)
    return (
        select(
            Nomination.number, nominee.name.label("nominee"), Office.name.label("office"), Cycle.name.label("cycle"),
            Nomination.submitted_at, Nomination.decided_at, is_scored.label("is_scored"),
        )
        .join(nominee, nominee.id == Nomination.nominee_id)
        .join(Office, Office.id == Nomination.office_id)
        .join(Cycle, Cycle.id == Nomination.cycle_id)
        .where(Cycle.state != CycleState.CLOSED)
        .order_by(Nomination.submitted_at, Nomination.id)
        .limit(MOST)
    )  # fmt: skip


def _to_judge() -> Select[*tuple[Any, ...]]:
    """As policy.may_judge: for the program office, but nobody who is too near."""
    above = aliased(Office)
    judges = (
        select(RoleGrant.id)
        .join(above, above.id == RoleGrant.office_id)
        .where(
            RoleGrant.person_id == _person, RoleGrant.role == Role.PROGRAM_OFFICE, RoleGrant.to_on.is_(None),
            Office.path.like(above.path.concat("%")),
        )
        .correlate(Office)
    )  # fmt: skip
    is_near = or_(
        Nomination.nominee_id == _person,
        Nomination.nominator_id == _person,
        exists().where(Endorsement.nomination_id == Nomination.id, Endorsement.person_id == _person),
        exists().where(Conflict.nomination_id == Nomination.id, Conflict.person_id == _person),
    )
    return _nominations().where(Nomination.state.in_(OPEN), judges.exists(), ~is_near)


REMARKS = Part(_remarks(), list)
TRIALS = Part(to_study().order_by(Trial.ends_on, Trial.id).limit(MOST), list)
TO_ANSWER = Part(
    _nominations().where(Nomination.state == NominationState.SELECTED, Nomination.nominee_id == _person), list
)
TO_JUDGE = Part(_to_judge(), list)
