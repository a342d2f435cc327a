"""The chart of a measure: its numbers, ordinary variation of the time before, dated changes, the target.

Translates what was computed in evidence into what core/charts draws; decides nothing.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from flask_babel import gettext as _
from markupsafe import Markup

from app.core.charts import Change, Chart, MeasureWords, Promise, Span, Variation, measure_chart, to_scroll, written
from app.core.charts import Point as ChartPoint
from app.measures import labels
from app.measures.evidence import Evidence
from app.measures.models import Measure, Signal, Unit
from app.measures.queries import Numbers
from app.measures.queries.numbers import point_of
from app.web import figures

Sign = Literal["", "better", "worse"]
SIGNS: dict[Signal, Sign] = {Signal.IMPROVING: "better", Signal.WORSE: "worse", Signal.NONE: ""}
WIDTH, HEIGHT = 520.0, 190.0


def svg(
    numbers: Numbers, found: Evidence, sentence: str, width: float = WIDTH, height: float = HEIGHT,
    spans: Sequence[Span] = (),
) -> Markup | None:  # fmt: skip
    """The chart for the page; None where there is nothing to draw. `spans` are small tests."""
    chart = chart_of(numbers, found, sentence, width, height, spans)
    return to_scroll(chart, rtl=figures.formats().is_right_to_left) if chart else None


def chart_of(
    numbers: Numbers, found: Evidence, sentence: str, width: float = WIDTH, height: float = HEIGHT,
    spans: Sequence[Span] = (),
) -> Chart | None:  # fmt: skip
    """The chart as a model, for screen or paper; `sentence` says what it shows. None without numbers."""
    measure = numbers.measure
    if not numbers.observations:
        return None
    points = [
        ChartPoint(row.period_end, float(row.value), SIGNS[found.flags.get(point_of(row), Signal.NONE)])
        for row in numbers.observations
    ]
    return measure_chart(
        points,
        words=MeasureWords(
            title=f"{measure.name}. {sentence}", mean=_mean(measure, found), target=_("target"),
            header=(_("Period"), _("Number")),
            now=_("now %(value)s", value=labels.plain(numbers.observations[-1].value)),
            tried=_("Small tests"),
        ),
        unit=labels.unit_sign(measure.unit),
        formats=figures.formats(),
        variation=_variation(measure, found),
        variation_until=found.change,
        promise=_promise(measure, points[-1].day),
        changes=[Change(change.happened_on, change.name) for change in measure.interventions],
        spans=spans,
        width=width,
        height=height,
    )  # fmt: skip


def _variation(measure: Measure, found: Evidence) -> Variation | None:
    """The time before: limits where there are enough points, else the stated baseline or the mean of what is there."""
    if found.limits:
        is_above_zero = found.limits.lower >= 0 or measure.unit is Unit.MONEY
        return Variation(found.limits.mean, found.limits.lower if is_above_zero else None, found.limits.upper)
    if measure.baseline is not None:
        return Variation(float(measure.baseline))
    return None


def _mean(measure: Measure, found: Evidence) -> str:
    if not found.limits:
        return "" if measure.baseline is None else _("baseline %(value)s", value=labels.plain(measure.baseline))
    return _(
        "mean %(mean)s, limits %(lower)s to %(upper)s", mean=_short(found.limits.mean),
        lower=_short(found.limits.lower if measure.unit is Unit.MONEY else max(0.0, found.limits.lower)),
        upper=_short(found.limits.upper),
    )  # fmt: skip


def _promise(measure: Measure, last: date) -> Promise | None:
    if measure.target is None:
        return None
    return Promise(float(measure.target), measure.target_on or last, labels.figure(measure.target, measure.unit))


def _short(value: float) -> str:
    return figures.number(written(value))
