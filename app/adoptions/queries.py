"""Reading copies of a change: one, those of a plan, what waits for a person. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, Integer, Select, bindparam, or_, select
from sqlalchemy.orm import aliased, joinedload

from app.accounts.models import Person, RoleGrant
from app.adoptions import proof
from app.adoptions.models import Adoption, Refusal, State
from app.adoptions.policy import PROVEN_IN
from app.champions.models import Seat
from app.core.together import Part
from app.extensions import db
from app.measures.models import Measure, Signal, Unit
from app.offices.models import Office
from app.plans.models import Plan, PlanChange
from app.plans.policy import TEAM

MOST = 100
"""Copies that a page shows."""
SOON = timedelta(days=31)
OWN, SHOWN, ORIGIN, HERE = aliased(Plan), aliased(Measure), aliased(Office), aliased(Office)


@dataclass(frozen=True, slots=True)
class Listed:
    """One copy as lists show it; `plan` is the number of the plan that it copies, `own_plan` of the office's own."""

    id: int
    number: int
    plan_id: int
    plan: int
    title: str
    origin: str
    what: str
    office_id: int
    office: str
    own_plan: int | None
    state: State
    refusal: Refusal | None
    reason: str
    offered_on: date
    due_on: date | None
    answered_on: date | None
    started_on: date | None
    ended_on: date | None
    outcome: str
    measure_id: int | None
    measure: str | None
    unit: Unit | None
    baseline: Decimal | None
    result: Decimal | None
    result_grade: int | None
    result_signal: Signal | None

    @property
    def ref(self) -> str:
        return f"A-{self.number}"

    @property
    def href(self) -> str:
        return f"/adoptions/{self.ref}"

    @property
    def since(self) -> date:
        """The day of the last step, from which the next word is waited for."""
        return self.started_on or self.answered_on or self.offered_on

    @property
    def is_judged(self) -> bool:
        return self.measure_id is not None and self.started_on is not None

    @property
    def is_counted(self) -> bool:
        """It worked, and numbers show it: at least E2, and improving."""
        return has_worked(self.state, self.result_grade, self.result_signal)


def has_worked(state: State, grade: int | None, signal: Signal | None) -> bool:
    is_shown = (grade or 0) >= proof.PROMISING_GRADE and signal is Signal.IMPROVING
    return state is State.WORKED and is_shown


def worked_in(rows: Sequence[Listed], found: proof.Proof | None) -> int:
    """In how many offices it worked by the numbers, the first one included."""
    return len({row.office_id for row in rows if row.is_counted}) + (found is not None)


def get(number: int) -> Adoption | None:
    """One copy with all that its page names, in one query. Who is signed in reads it: its plan is in force."""
    asked = select(Adoption).where(Adoption.number == number)
    loaded = asked.options(
        joinedload(Adoption.plan).joinedload(Plan.office), joinedload(Adoption.own_plan), joinedload(Adoption.change),
        joinedload(Adoption.office), joinedload(Adoption.measure), joinedload(Adoption.shown_by),
        joinedload(Adoption.offered_by), joinedload(Adoption.answered_by),
    )  # fmt: skip
    return db.session.scalars(loaded).one_or_none()


def for_plan(plan_id: int) -> list[Listed]:
    """Copies of a plan's changes, and what its own office copies beside it; the latest first, one query."""
    return OF_PLAN.alone({"plan_id": plan_id})


def waiting_for(person: Person, today: date) -> list[Listed]:
    """Copies on which a word of this person's seats is asked within a month, the next date first. One query."""
    return WAITING.alone({"person": person.id, "soon": today + SOON})


def taken(plan_id: int, what: str) -> frozenset[int]:
    """Offices to which this change was offered already, also as an older version words it; withdrawn ones are free."""
    asked = select(Adoption.office_id).join(PlanChange).where(Adoption.plan_id == plan_id, PlanChange.what == what)
    return frozenset(db.session.scalars(asked.where(Adoption.state != State.WITHDRAWN)))


def withdrawn(plan_id: int) -> list[Listed]:
    """Offers of a plan's changes that were taken back, the latest first; one query."""
    return WITHDRAWN.alone({"plan_id": plan_id})


def same_offers(adoption: Adoption) -> list[Listed]:
    """Every offer of the same change to the same office, this one too, the latest first: all but the latest were
    withdrawn. One query."""
    same = {"plan_id": adoption.plan_id, "office_id": adoption.office_id, "what": adoption.change.what}
    return SAME.alone(same)


def measures_of(office_id: int) -> list[tuple[int, str]]:
    """Id and name of the office's measures."""
    asked = select(Measure.id, Measure.name).where(Measure.office_id == office_id).order_by(Measure.name, Measure.id)
    return [(row.id, row.name) for row in db.session.execute(asked.limit(MOST))]


def running_plan(office_id: int) -> int | None:
    """The office's plan beside which a copy stands: the newest one that goes on."""
    asked = select(Plan.id).where(Plan.office_id == office_id, Plan.state.in_(PROVEN_IN[:2]))
    return db.session.scalar(asked.order_by(Plan.number.desc()).limit(1))


def seat_holders(office_id: int) -> list[int]:
    """Champions and deputies of the office's seats in force."""
    asked = select(Seat.champion_id, Seat.deputy_id).where(Seat.office_id == office_id, Seat.to_on.is_(None))
    return sorted({person for row in db.session.execute(asked) for person in row if person})


def _listed() -> Select[*tuple[Any, ...]]:
    asked: Select[*tuple[Any, ...]] = select(
        Adoption.id, Adoption.number, Adoption.plan_id, Plan.number.label("plan"), Plan.title,
        ORIGIN.name.label("origin"), PlanChange.what, Adoption.office_id, HERE.name.label("office"),
        OWN.number.label("own_plan"), Adoption.state, Adoption.refusal, Adoption.reason, Adoption.offered_on,
        Adoption.due_on, Adoption.answered_on, Adoption.started_on, Adoption.ended_on, Adoption.outcome,
        Adoption.measure_id,
        SHOWN.name.label("measure"), SHOWN.unit, Adoption.baseline, Adoption.result, Adoption.result_grade,
        Adoption.result_signal,
    )  # fmt: skip
    joined = (
        asked.join(Plan, Plan.id == Adoption.plan_id).join(ORIGIN, ORIGIN.id == Plan.office_id)
        .join(PlanChange, PlanChange.id == Adoption.change_id).join(HERE, HERE.id == Adoption.office_id)
        .outerjoin(OWN, OWN.id == Adoption.own_plan_id).outerjoin(SHOWN, SHOWN.id == Adoption.measure_id)
    )  # fmt: skip
    return joined.order_by(Adoption.number.desc())


def _made(rows: Sequence[Any]) -> list[Listed]:
    return [Listed(*row) for row in rows]


_is_current = Adoption.state != State.WITHDRAWN
_is_of_plan = Adoption.plan_id == bindparam("plan_id")
OF_PLAN = Part(
    _listed().where(or_(_is_of_plan, Adoption.own_plan_id == bindparam("plan_id")), _is_current).limit(MOST), _made
)
WITHDRAWN = Part(_listed().where(_is_of_plan, ~_is_current).limit(MOST), _made)
SAME = Part(
    _listed()
    .where(_is_of_plan, Adoption.office_id == bindparam("office_id"), PlanChange.what == bindparam("what"))
    .limit(MOST),
    _made,
)

_seats = select(RoleGrant.office_id).where(
    RoleGrant.person_id == bindparam("person", type_=Integer), RoleGrant.role.in_(TEAM), RoleGrant.to_on.is_(None)
)
WAITING = Part(
    _listed()
    .where(Adoption.office_id.in_(_seats), Adoption.due_on <= bindparam("soon", type_=Date), _is_current)
    .order_by(None)
    .order_by(Adoption.due_on, Adoption.id)
    .limit(20),
    _made,
)
"""Copies on which a word of a person's seats is asked up to a day."""
