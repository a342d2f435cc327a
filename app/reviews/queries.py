"""Reading remarks, and who coaches a plan. Writes nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, case, func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Cycle
from app.core import reading
from app.core.together import Part
from app.extensions import db
from app.measures.models import Measure, Observation
from app.offices.models import Office
from app.plans.models import Plan, PlanVersion, VersionMeasure, VersionState
from app.reviews import policy
from app.reviews.models import Remark, RemarkAnswer, RemarkState

MOST = 200
"""Remarks that a page shows; the unsettled ones come first."""
MOST_CYCLES = 20
UNSETTLED = (RemarkState.OPEN, RemarkState.ANSWERED)
PER_STATE = (
    select(
        func.count(case((Remark.state == RemarkState.OPEN, 1))).label("open"),
        func.count(case((Remark.state == RemarkState.ANSWERED, 1))).label("answered"),
        func.count(case((Remark.state == RemarkState.SETTLED, 1))).label("settled"),
    ).where(Remark.plan_id == bindparam("plan_id"))
)  # fmt: skip


@dataclass(frozen=True)
class Counts:
    """How many remarks on a plan wait for its team, wait for who asked, and are settled."""

    open: int = 0
    answered: int = 0
    settled: int = 0

    @property
    def all(self) -> int:
        return self.open + self.answered + self.settled


@dataclass(frozen=True)
class Coach:
    """Somebody who coaches a plan, or did: the grant tells from when to when."""

    grant: RoleGrant
    person: Person


def for_plan(plan_id: int) -> Counts:
    """Remarks by state; one query. Show it to whom policy.can_read lets."""
    return OF_PLAN.alone({"plan_id": plan_id})


OF_PLAN = Part(PER_STATE, lambda rows: Counts(*rows[0]))


def beside(version: PlanVersion) -> Sequence[Remark]:
    """Remarks made on this version, and those on earlier ones that are not settled; one query."""
    made_on = aliased(PlanVersion)
    is_carried = Remark.state.in_(UNSETTLED) & (made_on.number < version.number)
    return _read(
        select(Remark)
        .join(made_on, made_on.id == Remark.version_id)
        .where(Remark.plan_id == version.plan_id, (Remark.version_id == version.id) | is_carried)
    )  # fmt: skip


def unsettled(plan: Plan) -> Sequence[Remark]:
    """Remarks that wait for an answer or for who asked; one query."""
    return _read(select(Remark).where(Remark.plan_id == plan.id, Remark.state.in_(UNSETTLED)))


def get(plan: Plan, remark_id: int) -> Remark | None:
    """A remark on this plan."""
    return db.session.scalar(select(Remark).where(Remark.id == remark_id, Remark.plan_id == plan.id))


def asker_ids(plan: Plan, writers: Collection[int]) -> frozenset[int]:
    """Those who may still remark on the plan, by id: what others asked is settled by the program office."""
    is_near = RoleGrant.role.in_(policy.REVIEWERS) & RoleGrant.office_id.in_(plan.office.ancestor_ids)
    coaches = (
        (RoleGrant.role == Role.COACH) & (RoleGrant.office_id == plan.office_id) & (RoleGrant.cycle_id == plan.cycle_id)
    )
    rows = reading.rows(
        select(RoleGrant.person_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(RoleGrant.to_on.is_(None), Person.is_active, is_near | coaches)
    )
    return frozenset(row.person_id for row in rows).difference(writers)


def coaches(plan: Plan) -> list[Coach]:
    """Who coaches the plan and who did, the newest first; one query."""
    rows = db.session.execute(
        select(RoleGrant, Person)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(RoleGrant.role == Role.COACH, RoleGrant.office_id == plan.office_id, RoleGrant.cycle_id == plan.cycle_id)
        .order_by(RoleGrant.id.desc())
    )
    return [Coach(grant, person) for grant, person in rows]


def coach_of(plan: Plan) -> Coach | None:
    """Who coaches the plan now."""
    return next((one for one in coaches(plan) if one.grant.to_on is None), None)


def in_force_at(office: Office) -> Sequence[PlanVersion]:
    """The version in force of each plan of an office, that of the newest cycle first; at most twenty, one query."""
    other = aliased(PlanVersion)
    newest = (
        select(func.max(other.number))
        .where(other.plan_id == Plan.id, other.state == VersionState.ACCEPTED)
        .scalar_subquery()
    )
    asked = (
        select(PlanVersion)
        .join(Plan, Plan.id == PlanVersion.plan_id)
        .join(Cycle, Cycle.id == Plan.cycle_id)
        .where(Plan.office_id == office.id, PlanVersion.number == newest)
        .options(contains_eager(PlanVersion.plan).contains_eager(Plan.cycle))
        .order_by(Cycle.starts_on.desc(), Plan.id.desc())
        .limit(MOST_CYCLES)
    )
    return db.session.scalars(asked).all()


def measures_of(version: PlanVersion) -> Sequence[Measure]:
    """The measures of a version in their order, with their owners; one query."""
    asked = (
        select(Measure)
        .join(VersionMeasure, VersionMeasure.measure_id == Measure.id)
        .where(VersionMeasure.version_id == version.id)
        .options(joinedload(Measure.owner))
        .order_by(VersionMeasure.position)
    )
    return db.session.scalars(asked).all()


def newest_numbers(versions: Sequence[PlanVersion]) -> Sequence[Row[Any]]:
    """Of each measure of these versions the newest number that no later one replaces: version_id, name, unit, value,
    period_end; one query."""
    later, newer = aliased(Observation), aliased(Observation)
    is_current = ~select(later.id).where(later.replaces_id == Observation.id).exists()
    last = select(func.max(newer.period_end)).where(newer.measure_id == Measure.id).scalar_subquery()
    return reading.rows(
        select(VersionMeasure.version_id, Measure.name, Measure.unit, Observation.value, Observation.period_end)
        .join(Measure, Measure.id == VersionMeasure.measure_id)
        .join(Observation, Observation.measure_id == Measure.id)
        .where(VersionMeasure.version_id.in_([one.id for one in versions]), is_current, Observation.period_end == last)
        .order_by(Observation.id)
    )


def _read(asked: Any) -> Sequence[Remark]:
    loaded = asked.options(
        joinedload(Remark.author),
        joinedload(Remark.version).load_only(PlanVersion.number),
        joinedload(Remark.settled_by),
        joinedload(Remark.answers).joinedload(RemarkAnswer.author),
    )
    is_settled = case((Remark.state == RemarkState.SETTLED, 1), else_=0)
    found: Sequence[Remark] = db.session.scalars(loaded.order_by(is_settled, Remark.id).limit(MOST)).unique().all()
    return found
