"""Reading small tests: one with its notes, and rows for the pages of a plan and a measure. Writes nothing."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.core.together import Part
from app.extensions import db
from app.measures.models import Measure, Unit
from app.offices.models import Office
from app.plans.models import Plan, PlanVersion, VersionMeasure
from app.plans.queries.readable import is_readable_by
from app.trials.models import Act, State, Trial, TrialNote, state_on

MOST = 60
"""Small tests of one plan."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One small test as lists and charts show it."""

    id: int
    number: int
    question: str
    place: str
    starts_on: date
    ends_on: date
    ended_on: date | None
    prediction: str
    predicted: Decimal | None
    happened: str
    result: Decimal | None
    learned: str
    act: Act | None
    studied_on: date | None
    measure_id: int | None
    measure: str | None
    unit: Unit | None
    plan: int

    @property
    def href(self) -> str:
        return f"/plans/P-{self.plan}/trials/{self.id}"

    @property
    def last_day(self) -> date:
        """When it ended, else when it should end."""
        return self.ended_on or self.ends_on

    def state_on(self, today: date) -> State:
        return state_on(self.starts_on, self.studied_on, today)


COLUMNS = (
    Trial.id, Trial.number, Trial.question, Trial.place, Trial.starts_on, Trial.ends_on, Trial.ended_on,
    Trial.prediction, Trial.predicted, Trial.happened, Trial.result, Trial.learned, Trial.act, Trial.studied_on,
    Trial.measure_id, Measure.name.label("measure"), Measure.unit, Plan.number.label("plan"),
)  # fmt: skip


def get(plan: Plan, trial_id: int) -> Trial | None:
    """A small test of this plan with its measure and notes, in one query."""
    asked = select(Trial).where(Trial.id == trial_id, Trial.plan_id == plan.id)
    loaded = asked.options(
        joinedload(Trial.plan), joinedload(Trial.measure), joinedload(Trial.notes).joinedload(TrialNote.by)
    )
    return db.session.scalars(loaded).unique().one_or_none()


def for_plan(plan_id: int) -> list[Listed]:
    """All of a plan, the latest first; one query, at most MOST rows. Who may read the plan may read them."""
    return OF_PLAN.alone({"plan_id": plan_id})


def for_measure(measure_id: int, viewer: Person) -> list[Listed]:
    """Those about a measure in plans that the viewer may read, the latest first; one query."""
    asked = _listed().join(Office, Office.id == Plan.office_id)
    return _rows(asked.where(Trial.measure_id == measure_id, is_readable_by(viewer)).limit(MOST))


def known_on(day: date, plan_ids: Collection[int]) -> Mapping[tuple[int, int], Sequence[Trial]]:
    """Those of these plans that had begun on a day and are about a measure, by plan and measure; one query."""
    asked = select(Trial).where(Trial.plan_id.in_(plan_ids), Trial.measure_id.is_not(None), Trial.starts_on <= day)
    found: dict[tuple[int, int], list[Trial]] = defaultdict(list)
    for one in db.session.scalars(asked.order_by(Trial.starts_on, Trial.id)):
        found[one.plan_id, one.measure_id or 0].append(one)
    return found


def measures_of(plan_id: int) -> list[tuple[int, str]]:
    """Id and name of the measures that any version of the plan holds."""
    held = (
        select(VersionMeasure.measure_id)
        .join(PlanVersion, PlanVersion.id == VersionMeasure.version_id)
        .where(PlanVersion.plan_id == plan_id)
    )
    rows = db.session.execute(
        select(Measure.id, Measure.name).where(Measure.id.in_(held)).order_by(Measure.name, Measure.id)
    )
    return [(row.id, row.name) for row in rows]


def _listed() -> Select[*tuple[Any, ...]]:
    asked: Select[*tuple[Any, ...]] = select(*COLUMNS)
    joined = asked.join(Plan, Plan.id == Trial.plan_id).outerjoin(Measure, Measure.id == Trial.measure_id)
    return joined.order_by(Trial.starts_on.desc(), Trial.id.desc())


def _rows(asked: Select[*tuple[Any, ...]]) -> list[Listed]:
    return _made(db.session.execute(asked).all())


def _made(rows: Sequence[Any]) -> list[Listed]:
    return [Listed(*row) for row in rows]


OF_PLAN = Part(_listed().where(Trial.plan_id == bindparam("plan_id")).limit(MOST), _made)
