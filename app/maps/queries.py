"""Reading maps: all of a plan in one question, and one that is edited. Writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import joinedload

from app.core.together import Part
from app.extensions import db
from app.maps.models import PROMISED, Kind, SavedMap, SavedStep
from app.plans.models import Plan, PlanVersion
from app.plans.process import MapStep, ProcessMap

_STEP = (
    SavedStep.name, SavedStep.lane, SavedStep.work, SavedStep.wait, SavedStep.right_of_100, SavedStep.rule,
    SavedStep.rule_name, SavedStep.rule_owner,
)  # fmt: skip
_ORDER = {kind: place for place, kind in enumerate(Kind)}
_OF_PLAN = (
    select(SavedMap.id, SavedMap.kind, SavedMap.seen_on, *_STEP)
    .join(SavedStep, SavedStep.map_id == SavedMap.id)
    .where(SavedMap.plan_id == bindparam("plan_id"))
    .order_by(SavedMap.id, SavedStep.position)
)


@dataclass(frozen=True)
class Maps:
    """The maps of a plan: of a version before and planned, and what was observed, by day. `ids`: of observed ones."""

    promised: tuple[ProcessMap, ...] = ()
    observed: tuple[ProcessMap, ...] = ()
    ids: dict[date | None, int] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[ProcessMap, ...]:
        """Before, planned, and the newest observed: what is drawn on one scale."""
        return (*self.promised, *self.observed[-1:])

    @property
    def today(self) -> tuple[MapStep, ...]:
        """The steps as they go today; none where nobody wrote them down."""
        return next((one.steps for one in self.promised if one.kind == Kind.AS_IS), ())

    @property
    def all(self) -> tuple[ProcessMap, ...]:
        return (*self.promised, *self.observed)


def for_plan(plan_id: int) -> Maps:
    """What is saved now, in one question; maps without steps are left out."""
    return OF_PLAN.alone({"plan_id": plan_id})


def _maps(rows: Sequence[Any]) -> Maps:
    found = [(map_id, _map(list(steps))) for map_id, steps in groupby(rows, key=lambda row: row.id)]
    promised = sorted((one for _, one in found if one.kind in PROMISED), key=lambda one: _ORDER[Kind(one.kind)])
    observed = sorted(
        ((one, map_id) for map_id, one in found if one.seen_on is not None),
        key=lambda pair: pair[0].seen_on or date.min,
    )
    ids: dict[date | None, int] = {one.seen_on: map_id for one, map_id in observed}
    return Maps(tuple(promised), tuple(one for one, _ in observed), ids)


OF_PLAN = Part(_OF_PLAN, _maps)


def for_version(version: PlanVersion) -> Maps:
    """As a version shows them: its own once it is submitted, else as they are saved; one question in either case."""
    return as_shown(version, for_plan(version.plan_id))


def as_shown(version: PlanVersion, saved: Maps) -> Maps:
    """The same with what is saved now."""
    if version.frozen is None:
        return saved
    return Maps(of_frozen(version.frozen), saved.observed, saved.ids)


def of_frozen(kept: dict[str, Any]) -> tuple[ProcessMap, ...]:
    """The maps that were frozen with a version; none in sheets that are older than maps."""
    return tuple(
        ProcessMap(one["kind"], tuple(MapStep(**step) for step in one["steps"])) for one in kept.get("maps", ())
    )


def observed_until(plan_id: int, day: date) -> ProcessMap | None:
    """The newest observed map up to a day; None where there is none."""
    return next((one for one in reversed(for_plan(plan_id).observed) if one.seen_on and one.seen_on <= day), None)


def get(plan: Plan, kind: Kind, map_id: int | None = None) -> SavedMap | None:
    """The one to edit: the plan's of this kind, or an observed one by its id."""
    asked = select(SavedMap).where(SavedMap.plan_id == plan.id, SavedMap.kind == kind)
    if kind is Kind.OBSERVED:
        asked = asked.where(SavedMap.id == map_id)
    loaded = asked.options(joinedload(SavedMap.steps), joinedload(SavedMap.saved_by))
    return db.session.scalars(loaded).unique().one_or_none()


def steps_of(saved: SavedMap | None) -> tuple[MapStep, ...]:
    """The steps of a row as data."""
    return tuple(_step(row) for row in saved.steps) if saved else ()


def _map(rows: Sequence[Row[Any]]) -> ProcessMap:
    first = rows[0]
    return ProcessMap(Kind(first.kind).value, _steps(rows), first.seen_on)


def _steps(rows: Iterable[Any]) -> tuple[MapStep, ...]:
    return tuple(_step(row) for row in rows)


def _step(row: Any) -> MapStep:
    rule = row.rule.value if row.rule else ""
    return MapStep(row.name, row.lane, row.work, row.wait, row.right_of_100, rule, row.rule_name, row.rule_owner)
