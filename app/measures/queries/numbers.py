"""The numbers of measures: which rows are current, which of them count, and what other features need of them.

A current number is one that no later row replaces. Where a measure has had several sources, an older one counts up
to the first number of the newer one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import aliased, joinedload
from sqlalchemy.orm.interfaces import ORMOption

from app.accounts.models import Person
from app.extensions import db
from app.measures.evidence import Evidence, Facts, Point, assess
from app.measures.models import Measure, Observation
from app.offices.models import Office
from app.offices.queries import subtree_ids
from app.plans.models import VersionMeasure


@dataclass(frozen=True)
class Numbers:
    """A measure with the numbers that count, in the order of their periods."""

    measure: Measure
    observations: Sequence[Observation]

    @property
    def facts(self) -> Facts:
        return facts_of(self.measure, self.observations)

    def evidence(self, compared: int = 0) -> Evidence:
        """Limits, signals and grade; `compared` as in evidence.assess."""
        return assess(self.facts, compared)


@dataclass(frozen=True)
class BeforeAfter:
    """What a measure was before a period and where it stood at its end; None where there is no number."""

    before: Decimal | None
    after: Decimal | None
    after_end: date | None
    count: int


def current(measure_ids: Iterable[int]) -> Sequence[Observation]:
    """All current numbers of these measures, all sources, in order of source and period."""
    newer = aliased(Observation)
    return db.session.scalars(
        select(Observation)
        .where(
            Observation.measure_id.in_(list(measure_ids)),
            ~select(newer.id).where(newer.replaces_id == Observation.id).exists(),
        )
        .options(joinedload(Observation.recorded_by))
        .order_by(Observation.source_id, Observation.period_start)
    ).all()


def series(measure_ids: Collection[int]) -> Mapping[int, Sequence[Observation]]:
    """The numbers that count, by measure and in order of period; one query whatever the number of measures."""
    by_measure: dict[int, list[Observation]] = defaultdict(list)
    for row in current(measure_ids):
        by_measure[row.measure_id].append(row)
    return {measure_id: in_use(by_measure[measure_id]) for measure_id in measure_ids}


def numbers(measure: Measure) -> Numbers:
    """One measure with its numbers."""
    return Numbers(measure, series([measure.id])[measure.id])


def for_version(version_id: int) -> list[Numbers]:
    """The measures of a plan's version in their order, with numbers, sources and changes; two queries."""
    measures = db.session.scalars(
        select(Measure)
        .join(VersionMeasure, VersionMeasure.measure_id == Measure.id)
        .where(VersionMeasure.version_id == version_id)
        .options(*whole())
        .order_by(VersionMeasure.position)
    ).unique()
    return with_numbers(measures.all())


def with_numbers(measures: Sequence[Measure]) -> list[Numbers]:
    """These measures with their numbers; one query."""
    found = series([measure.id for measure in measures])
    return [Numbers(measure, found[measure.id]) for measure in measures]


def before_and_after(measure: Measure, observations: Sequence[Observation], start: date, end: date) -> BeforeAfter:
    """Before: the stated baseline, else the mean of the last twelve numbers before `start`. After: the newest number
    whose period ends from `start` to `end`. `observations` as `series` gives them."""
    inside = [row for row in observations if start <= row.period_end <= end]
    earlier = [row.value for row in observations if row.period_end < start][-12:]
    before = measure.baseline
    if before is None and earlier:
        before = sum(earlier, Decimal()) / len(earlier)
    newest = inside[-1] if inside else None
    return BeforeAfter(before, newest.value if newest else None, newest.period_end if newest else None, len(inside))


def stale(on: date, office: Office | None = None, owner: Person | None = None, most: int = 50) -> Sequence[Measure]:
    """Measures whose next number is overdue on a day, the longest overdue first."""
    asked = select(Measure).where(Measure.stale_after < on)
    if office is not None:
        asked = asked.where(Measure.office_id.in_(subtree_ids(office)))
    if owner is not None:
        asked = asked.where(Measure.owner_id == owner.id)
    loaded = asked.options(joinedload(Measure.office), joinedload(Measure.owner))
    return db.session.scalars(loaded.order_by(Measure.stale_after, Measure.id).limit(most)).all()


def in_use(rows: Sequence[Observation]) -> list[Observation]:
    """Of one measure's current rows those that count, by period: each source up to the first number of a newer one."""
    begins: dict[int, date] = {}
    for row in rows:
        begins[row.source_id] = min(row.period_start, begins.get(row.source_id, row.period_start))
    kept = [
        row for row in rows
        if not any(source > row.source_id and start <= row.period_end for source, start in begins.items())
    ]  # fmt: skip
    return sorted(kept, key=lambda row: row.period_start)


def facts_of(measure: Measure, observations: Sequence[Observation]) -> Facts:
    """What the evidence rests on."""
    counted = (measure.baseline_start, measure.baseline_end)
    return Facts(
        direction=measure.direction,
        points=[point_of(row) for row in observations],
        changes=[change.happened_on for change in measure.interventions],
        baseline=None if measure.baseline is None else float(measure.baseline),
        counted=(counted[0], counted[1]) if counted[0] and counted[1] else None,
        target=None if measure.target is None else float(measure.target),
    )


def point_of(row: Observation) -> Point:
    return Point(row.period_start, row.period_end, float(row.value), row.source_id)


def whole() -> tuple[ORMOption, ...]:
    """A measure with all that is shown beside its numbers, in the query that loads it."""
    return (
        joinedload(Measure.office), joinedload(Measure.owner), joinedload(Measure.sources),
        joinedload(Measure.interventions),
    )  # fmt: skip
