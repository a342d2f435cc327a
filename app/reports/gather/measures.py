"""Measures before the period and at its end, as the numbers stood on the last day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from app.extensions import db
from app.measures import evidence, periods
from app.measures import queries as measures
from app.measures.models import Measure, Observation, Signal
from app.measures.queries.numbers import Numbers, whole
from app.measures.recounts import recounted_on
from app.plans.models import VersionMeasure
from app.reports.facts import Dated, MeasureFact, Reading
from app.reports.gather.plans import Covered
from app.reports.tried import Tried
from app.trials import queries as trials
from app.trials.models import Trial

WORST_FIRST = (Signal.WORSE, Signal.IMPROVING, Signal.NONE)


def of_plans(plans: Sequence[Covered], start: date, end: date) -> Mapping[int, list[MeasureFact]]:
    """Measures by plan, in the order of the plan's pages; three queries whatever their number."""
    by_version = {covered.version.id: covered for covered in plans}
    rows = db.session.execute(
        select(VersionMeasure.version_id, Measure)
        .join(Measure, Measure.id == VersionMeasure.measure_id)
        .where(VersionMeasure.version_id.in_(by_version))
        .options(*whole())
        .order_by(VersionMeasure.position, Measure.id)
    ).unique()
    pairs = [(version_id, measure) for version_id, measure in rows]
    numbers = {one.measure.id: one for one in measures.with_numbers(list({m.id: m for _, m in pairs}.values()))}
    tried = trials.known_on(end, [covered.plan.id for covered in plans])
    found: dict[int, list[MeasureFact]] = {covered.plan.id: [] for covered in plans}
    for version_id, measure in pairs:
        plan = by_version[version_id].plan
        tests = _tried(tried[plan.id, measure.id], end)
        found[plan.id].append(replace(fact(numbers[measure.id], start, end), plan=plan.ref, tried=tests))
    return found


def fact(numbers: Numbers, start: date, end: date) -> MeasureFact:
    """One measure: before by measures.before_and_after, signal and grade by the numbers known on the last day."""
    measure = numbers.measure
    rows = [row for row in numbers.observations if row.period_end <= end]
    span = measures.before_and_after(measure, rows, start, end)
    found = Numbers(measure, rows).evidence()
    is_whole = len(rows) == len(numbers.observations)
    latest = rows[-1].period_end if rows else None
    is_stale = periods.fresh_until(latest, measure.created_at.date(), measure.cadence) < end
    grade = max(measure.grade, found.grade) if is_whole else found.grade
    is_checked = is_whole and measure.is_checked(end)
    return MeasureFact(
        ref=measure.ref,
        plan="",
        office=measure.office.name,
        name=measure.name,
        kind=measure.kind,
        unit=measure.unit,
        direction=measure.direction,
        owner=measure.owner.name,
        source=measure.sources[-1].name if measure.sources else "",
        before=None if span.before is None else float(span.before),
        before_start=measure.baseline_start,
        before_end=measure.baseline_end,
        after=None if span.after is None else float(span.after),
        after_end=span.after_end,
        latest_end=latest,
        target=None if measure.target is None else float(measure.target),
        target_on=measure.target_on,
        signal=found.signal,
        grade=max(0, grade + is_checked - is_stale),
        is_stale=is_stale,
        before_count=len(found.base),
        after_count=len(found.after),
        has_changed_source=found.has_changed_source,
        recounted_on=recounted_on(measure.checked_until) if is_checked and measure.checked_until else None,
        readings=_readings(rows, found),
        changes=tuple(Dated(c.happened_on, c.name) for c in measure.interventions if c.happened_on <= end),
        **_limits(found),
    )


def badness(found: MeasureFact) -> tuple[int, int]:
    """Sorts the worse first, then what got better by the highest grade."""
    return WORST_FIRST.index(found.signal), -found.grade


def _tried(rows: Sequence[Trial], end: date) -> tuple[Tried, ...]:
    """Small tests with what came of them, as far as it was known."""
    return tuple(_test(row, is_known=row.studied_on is not None and row.studied_on <= end) for row in rows)


def _test(row: Trial, *, is_known: bool) -> Tried:
    return Tried(
        row.number, row.starts_on, row.ended_on if is_known and row.ended_on else row.ends_on,
        predicted=None if row.predicted is None else float(row.predicted),
        result=float(row.result) if is_known and row.result is not None else None,
        act=row.act if is_known else None,
    )  # fmt: skip


def _readings(rows: Sequence[Observation], found: evidence.Evidence) -> tuple[Reading, ...]:
    flags = {(point.start, point.end): signal for point, signal in found.flags.items()}
    return tuple(
        Reading(row.period_end, float(row.value), flags.get((row.period_start, row.period_end), Signal.NONE))
        for row in rows
    )


def _limits(found: evidence.Evidence) -> dict[str, Any]:
    if found.limits is None:
        return {}
    until = found.base[-1].end if found.base else None
    limits = found.limits
    return {"mean": limits.mean, "lower": limits.lower, "upper": limits.upper, "limits_until": until}
