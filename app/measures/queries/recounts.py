"""Recounts of a measure, and which of them holds."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.measures.evidence import Evidence, Lack
from app.measures.models import Measure, Observation, Recount
from app.measures.queries.numbers import Numbers
from app.measures.recounts import confirms


def recounts(measure: Measure) -> Sequence[Recount]:
    """All of them, the newest first."""
    return db.session.scalars(
        select(Recount)
        .where(Recount.measure_id == measure.id)
        .options(joinedload(Recount.recorded_by))
        .order_by(Recount.id.desc())
    ).all()


def recorder_ids(measure: Measure) -> Collection[int]:
    """Who entered its numbers."""
    asked = select(Observation.recorded_by_id).where(Observation.measure_id == measure.id).distinct()
    return frozenset(db.session.scalars(asked))


def can_be_recounted(numbers: Numbers, found: Evidence) -> list[Observation]:
    """The numbers whose recount can raise the grade, the newest first: those from after the change."""
    after = {(point.start, point.end) for point in found.after}
    return [row for row in reversed(numbers.observations) if (row.period_start, row.period_end) in after]


def holding(numbers: Numbers, found: Evidence, known: Sequence[Recount] | None = None) -> Recount | None:
    """The newest recount, where it confirms a number from after the change and nothing but it is lacking.

    `known`: all recounts, where they are read already.
    """
    if found.lack is not Lack.RECOUNT:
        return None
    newest = next(iter(recounts(numbers.measure) if known is None else known), None)
    recorded = {(row.period_start, row.period_end): row.value for row in can_be_recounted(numbers, found)}
    value = recorded.get((newest.period_start, newest.period_end)) if newest else None
    return newest if newest is not None and value is not None and confirms(newest.value, value) else None
