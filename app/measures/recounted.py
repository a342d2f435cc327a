"""Recounts as a measure's page shows them: beside the number that stands for the period. Words only."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.measures import labels
from app.measures.models import Measure, Observation, Recount
from app.measures.periods import Period
from app.measures.recounts import confirms, holds_until


@dataclass(frozen=True)
class Row:
    """`until`: the last day on which a recount that confirms its number holds; empty for others."""

    period: str
    again: str
    recorded: str
    is_confirmed: bool
    by: str
    day: str
    until: str
    method: str


def rows_of(measure: Measure, observations: Sequence[Observation], recounts: Sequence[Recount]) -> list[Row]:
    """In the order of `recounts`; a number corrected since is compared as it stands now."""
    standing = {(row.period_start, row.period_end): row for row in observations}
    return [_row(measure, one, standing.get((one.period_start, one.period_end))) for one in recounts]


def _row(measure: Measure, one: Recount, standing: Observation | None) -> Row:
    is_confirmed = standing is not None and confirms(one.value, standing.value)
    return Row(
        period=labels.period(Period(one.period_start, one.period_end), measure.cadence),
        again=labels.figure(one.value, measure.unit),
        recorded=labels.figure(standing.value if standing else None, measure.unit),
        is_confirmed=is_confirmed,
        by=one.recorded_by.display_name,
        day=labels.day(one.recorded_on),
        until=labels.day(holds_until(one.recorded_on)) if is_confirmed else "",
        method=one.method,
    )
