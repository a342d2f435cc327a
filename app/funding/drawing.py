"""The figures of a request's sheet, for screen and paper, from what its reports froze."""

from collections.abc import Callable

from flask_babel import gettext as _
from markupsafe import Markup

from app.core import charts
from app.core.charts import Chart
from app.core.formats import Formats
from app.funding.sheet import Kept
from app.measures.drawing import SIGNS
from app.measures.labels import unit_sign
from app.measures.models import Unit
from app.reports.facts import MeasureFact

Writer = Callable[[Chart], Markup]


def screen(formats: Formats) -> Writer:
    return lambda chart: charts.to_scroll(chart, rtl=formats.is_right_to_left)


def paper(formats: Formats) -> Writer:
    return lambda chart: charts.to_print(chart, rtl=formats.is_right_to_left)


def before_and_after(fact: MeasureFact, formats: Formats, width: float = 375.0, height: float = 132.0) -> Chart | None:
    """The measure's numbers with ordinary variation before the change; None without numbers. In points."""
    if not fact.readings:
        return None
    variation = charts.Variation(fact.mean, fact.lower, fact.upper) if fact.mean is not None else None
    if variation is None and fact.before is not None:
        variation = charts.Variation(fact.before)
    promise = None
    if fact.target is not None:
        promise = charts.Promise(
            fact.target, fact.target_on or fact.readings[-1].day, figure(fact.target, fact.unit, formats)
        )
    return charts.measure_chart(
        [charts.Point(reading.day, reading.value, SIGNS[reading.signal]) for reading in fact.readings],
        words=charts.MeasureWords(
            title=fact.name,
            mean=_("mean %(mean)s", mean=formats.number(variation.shown)) if variation else "",
            target=_("target"),
            header=(_("Period"), _("Number")),
            now=_("now %(value)s", value=figure(fact.readings[-1].value, fact.unit, formats)),
        ),
        unit=unit_sign(fact.unit),
        formats=formats,
        variation=variation,
        variation_until=fact.limits_until,
        promise=promise,
        changes=[charts.Change(change.day, change.name) for change in fact.changes],
        width=width,
        height=height,
    )


def promised_and_came(fact: MeasureFact, formats: Formats) -> Chart | None:
    """Ring before, diamond promised, square came; None where a figure lacks."""
    if fact.before is None or fact.target is None:
        return None
    row = tuple(figure(value, fact.unit, formats) for value in (fact.before, fact.target, fact.after))
    return charts.promised_and_came(
        fact.before, fact.target, fact.after, title=_("%(name)s: before, promised, came", name=fact.name),
        header=(_("Before"), _("Promised"), _("Came")), row=row,
    )  # fmt: skip


def earlier(kept: Kept, formats: Formats) -> str:
    """ "72 → 1, came 1": what an earlier grant promised, and what came."""
    unit = Unit(kept.unit)
    arrow = "←" if formats.is_right_to_left else "→"
    promised = f"{figure(kept.before, unit, formats)} {arrow} {figure(kept.promised, unit, formats)}"
    return _("%(promised)s, came %(came)s", promised=promised, came=figure(kept.came, unit, formats))


def figure(value: float | None, unit: Unit, formats: Formats) -> str:
    """A value with its sign; a dash where there is none."""
    if value is None:
        return "–"
    return formats.number(value, "%" if unit is Unit.PERCENT else "")
