"""A measure as it is shown: verdict, grade, one computed sentence, chart and table. For every page that shows one.

Words and drawing only; what is said was computed in evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from app.core.charts.spans import Span, words_within
from app.measures import drawing, labels, reasons, targets
from app.measures.drawing import HEIGHT, WIDTH
from app.measures.evidence import BASE_POINTS, Evidence
from app.measures.models import Measure, Observation, Recount, Signal
from app.measures.periods import Period, missing
from app.measures.queries import Numbers
from app.web.figures import listed

FEW = 3


@dataclass(frozen=True)
class Card:
    """What the chart_card macro takes; `reasons` say what the grade rests on, `raises` what would raise it."""

    title: str
    href: str
    svg: Markup | None
    sentence: str
    verdict: tuple[str, str]
    grade: tuple[int, str]
    table: tuple[str, list[object], list[list[str]]]
    meta: list[str]
    stale: str
    reasons: list[str]
    raises: str


def card_of(
    numbers: Numbers, today: date, *, found: Evidence | None = None, recounted: Recount | None = None,
    spans: Sequence[Span] = (), size: tuple[float, float] = (WIDTH, HEIGHT),
) -> Card:  # fmt: skip
    """The card of a measure on a day. `found`: its evidence where other offices were looked at too; `recounted`: the
    recount that holds; `spans`: small tests to mark; `size`: width and height of the chart, in points."""
    measure, found = numbers.measure, found or numbers.evidence()
    said = sentence(numbers, found, today)
    return Card(
        title=measure.name,
        href=f"/measures/{measure.ref}",
        svg=drawing.svg(numbers, found, said, *size, spans),
        sentence=said,
        verdict=verdict(measure),
        grade=grade(measure, today),
        table=table(measure, numbers.observations, spans),
        meta=_meta(measure),
        stale=stale(measure, today),
        reasons=reasons.sentences(reasons.basis_of(measure, found, today, recounted)),
        raises=_raises(measure, found, today),
    )


def verdict(measure: Measure) -> tuple[str, str]:
    """Code and word of the stored signal."""
    return measure.signal.value, str(labels.SIGNALS[measure.signal])


def grade(measure: Measure, today: date) -> tuple[int, str]:
    """Number and words of the grade on a day."""
    number = measure.grade_on(today)
    return number, labels.grade(number)


def stale(measure: Measure, today: date) -> str:
    """What is missing, in words; empty while the measure is fresh."""
    if not measure.is_stale(today):
        return ""
    periods = missing(measure.latest_end, measure.created_at.date(), measure.cadence, today)
    names = listed(labels.period(period, measure.cadence) for period in periods[:FEW])
    if len(periods) <= FEW:
        return _("Stale: %(periods)s not entered", periods=names)
    rest = len(periods) - FEW
    return ngettext(
        "Stale: %(periods)s and %(num)s more not entered", "Stale: %(periods)s and %(num)s more not entered", rest,
        periods=names,
    )  # fmt: skip


def sentence(numbers: Numbers, found: Evidence, today: date) -> str:
    """The news first, then from where to where, and the target as it stands on a day."""
    if not numbers.observations:
        return _("There is no number yet.")
    return " ".join(part for part in (_news(numbers.measure, found), _from_to(numbers, today)) if part)


def table(
    measure: Measure, observations: Sequence[Observation], spans: Sequence[Span] = ()
) -> tuple[str, list[object], list[list[str]]]:
    """Caption, columns and rows, the newest number first; small tests beside the periods in which they ran."""
    rows = [[_period(measure, row), labels.figure(row.value, measure.unit)] for row in reversed(observations)]
    columns: list[object] = [(_("Period"), "main"), (_("Number"), "number")]
    if spans:
        columns.append(_("Small tests"))
        for cells, row in zip(rows, reversed(observations), strict=True):
            cells.append(listed(words_within(spans, row.period_start, row.period_end)) or "–")
    return measure.name, columns, rows


def _news(measure: Measure, found: Evidence) -> str:
    change = next((one for one in measure.interventions if one.happened_on == found.change), None)
    if measure.signal is Signal.NONE:
        return _no_news(found)
    better = measure.signal is Signal.IMPROVING
    if change is None:
        return _("It got better, and this is not chance.") if better else _("It got worse, and this is not chance.")
    given = {"name": change.name, "day": labels.day(change.happened_on)}
    if better:
        return _("Better since “%(name)s” on %(day)s, and this is not chance.", **given)
    return _("Worse since “%(name)s” on %(day)s, and this is not chance.", **given)


def _no_news(found: Evidence) -> str:
    if not found.limits:
        return ngettext(
            "Too few numbers to tell news from chance: %(num)s of the six from the time before.",
            "Too few numbers to tell news from chance: %(num)s of the six from the time before.",
            min(len(found.base), BASE_POINTS - 1),
        )
    return _("Nothing beyond chance.")


def _from_to(numbers: Numbers, today: date) -> str:
    measure, newest = numbers.measure, numbers.observations[-1]
    now = labels.figure(newest.value, measure.unit)
    if measure.baseline is None:
        words = _("Now %(now)s.", now=now)
    else:
        words = _("From %(before)s before to %(now)s now.", before=labels.plain(measure.baseline), now=now)
    if measure.target is None:
        return words
    return f"{words} {targets.sentence(measure, numbers.observations, today)}"


def _meta(measure: Measure) -> list[str]:
    hint = _("a hint, not the outcome itself") if measure.is_proxy else ""
    kind = listed((labels.KINDS[measure.kind], hint))
    source = measure.sources[-1].name if measure.sources else ""
    last = _("Last: %(day)s", day=labels.day(measure.latest_end)) if measure.latest_end else ""
    owner = measure.owner.name
    given = _("Source: %(source)s, %(owner)s", source=source, owner=owner) if source else owner
    return [part for part in (kind, given, last) if part]


def _raises(measure: Measure, found: Evidence, today: date) -> str:
    """The nearest step up: what is missing first."""
    if measure.is_stale(today):
        return _("Enter the missing number.")
    if measure.is_checked(today) and measure.checked_until:
        return _("Nothing: it is the highest. It holds until %(day)s.", day=labels.day(measure.checked_until))
    return str(labels.LACKS[found.lack])


def _period(measure: Measure, row: Observation) -> str:
    return labels.period(Period(row.period_start, row.period_end), measure.cadence)
