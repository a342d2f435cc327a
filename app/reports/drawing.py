"""Charts of a report's measures, for screen and paper, in the language that is set. No rule lives here."""

from datetime import date, timedelta

from flask_babel import gettext as _
from markupsafe import Markup

from app.core import charts
from app.core.charts.series import Signal as Sign
from app.measures.models import Direction, Signal, Unit
from app.reports.facts import Facts, MeasureFact
from app.reports.sentences import figure
from app.reports.tried import Tried
from app.trials import labels as trials
from app.web.figures import formats, number

YEARS = timedelta(days=3 * 366)
SIGNS: dict[Signal, Sign] = {Signal.NONE: "", Signal.IMPROVING: "better", Signal.WORSE: "worse"}


def draw(found: MeasureFact, facts: Facts, *, is_screen: bool) -> Markup:
    """The measure with the period as a grey band; nothing where it has no numbers."""
    chart = build(found, facts)
    if chart is None:
        return Markup("")
    return (charts.to_scroll if is_screen else charts.to_print)(chart, rtl=formats().is_right_to_left)


def build(found: MeasureFact, facts: Facts) -> charts.Chart | None:
    """Numbers of the three years before the last day, with ordinary variation, dated changes and the promise."""
    since = facts.end - YEARS
    points = [charts.Point(one.day, one.value, SIGNS[one.signal]) for one in found.readings if one.day >= since]
    if not points:
        return None
    return charts.measure_chart(
        points,
        words=_words(found, points[-1].value),
        unit=_sign(found),
        formats=formats(),
        variation=_variation(found),
        variation_until=found.limits_until,
        promise=_promise(found, points[-1].day),
        changes=[charts.Change(change.day, change.name) for change in found.changes if change.day >= since],
        band=(max(facts.start, points[0].day), facts.end),
        spans=[_span(one, found.unit) for one in found.tried if one.end >= since],
    )


def tried(found: MeasureFact) -> list[str]:
    """The small tests on the chart in words: "Test 2, predicted 40, came 44, adopted"."""
    return [_told(one, found.unit) for one in found.tried]


def _span(one: Tried, unit: Unit) -> charts.Span:
    return charts.Span(one.start, one.end, number(one.number), trials.name(one.number), _told(one, unit))


def _told(one: Tried, unit: Unit) -> str:
    predicted, came = ("" if value is None else figure(value, unit) for value in (one.predicted, one.result))
    return trials.told(one.number, predicted, came, one.act)


def _words(found: MeasureFact, newest: float) -> charts.MeasureWords:
    mean = "" if found.mean is None else _("before: mean %(mean)s", mean=figure(charts.written(found.mean), found.unit))
    return charts.MeasureWords(
        title=_("%(name)s over time", name=found.name), mean=mean, target=_("promised"),
        header=(_("Until"), found.name), now=_("now %(value)s", value=number(newest, _sign(found))),
        tried=_("Small tests"),
    )  # fmt: skip


def _variation(found: MeasureFact) -> charts.Variation | None:
    if found.mean is None:
        return None
    is_below = found.lower is not None and found.lower < 0 and found.unit is not Unit.MONEY
    return charts.Variation(found.mean, None if is_below else found.lower, found.upper)


def _promise(found: MeasureFact, last: date) -> charts.Promise | None:
    if found.target is None:
        return None
    words = number(found.target, _sign(found))
    words = _("up to %(value)s", value=words) if found.direction is Direction.KEEP else words
    return charts.Promise(found.target, found.target_on or last, words)


def _sign(found: MeasureFact) -> str:
    """What stands after a figure in the chart, where room is short: the sentence beside it names the unit."""
    return "%" if found.unit is Unit.PERCENT else ""
