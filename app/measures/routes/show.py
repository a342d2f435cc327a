"""One measure: what it says, how sure we are, its numbers, sources and changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import Response, make_response, render_template
from flask_babel import gettext as _

from app.core import clock
from app.measures import card, labels, policy, queries, recounted
from app.measures.forms import InterventionForm, ObservationForm, RecountForm, SourceForm
from app.measures.models import Measure, Observation
from app.measures.periods import Period, following, missing, recent
from app.measures.routes.blueprint import NUMBER, bp, visible
from app.offices.days import today_at
from app.trials import drawing as trial_drawing
from app.trials import labels as trial_labels
from app.trials import queries as trials
from app.web import access

RECENT = 24


@dataclass(frozen=True)
class Row:
    """A current number with what it replaces, oldest first."""

    period: str
    figure: str
    counts: str
    source: str
    observation: Observation
    earlier: list[Observation]


@bp.get(f"/measures/M-{NUMBER}")
@access.signed_in
def show(number: int) -> Response:
    """The page; forms only for those who may use them."""
    return page(visible(number))


@bp.get(f"/measures/M-{NUMBER}/history")
@access.signed_in
def history(number: int) -> str:
    """What happened to the measure, from the log."""
    measure = visible(number)
    return render_template(
        "audit/of_thing.html", kind="measure", id=measure.id, ref=measure.ref, href=f"/measures/{measure.ref}",
        list=(_("Measures"), "/measures"), title=measure.name,
    )  # fmt: skip


def page(
    measure: Measure,
    *,
    observation: ObservationForm | None = None,
    source: SourceForm | None = None,
    intervention: InterventionForm | None = None,
    recount: RecountForm | None = None,
    status: int = 200,
) -> Response:
    """The measure's page with the forms as they stand; one that was refused holds what was typed."""
    viewer, today = access.viewer(), today_at(measure.office, clock.now())
    entered = queries.entered(measure)
    current, recounts = entered.current, queries.recounts(measure)
    numbers = queries.Numbers(measure, queries.in_use(current))
    found = queries.evidence_of(numbers)
    tried = trials.for_measure(measure.id, viewer)
    spans = trial_drawing.spans(tried, measure.id)
    holding = queries.holding(numbers, found, recounts)
    html = render_template(
        "measures/show.html",
        measure=measure,
        card=card.card_of(numbers, today, found=found, recounted=holding, spans=spans),
        tried=tried,
        trial_labels=trial_labels,
        today=today,
        recounts=recounted.rows_of(measure, numbers.observations, recounts),
        can_recount=policy.can_recount(viewer, measure, entered.recorder_ids),
        recount_form=with_recountable(recount or RecountForm(formdata=None), numbers),
        rows=rows_of(measure, entered),
        plans=queries.plans_of(measure),
        labels=labels,
        can_edit=policy.can_edit(viewer, measure),
        can_record=policy.can_record(viewer, measure),
        form=prepared(observation or ObservationForm(formdata=None), measure, current, today),
        next_period=_next(measure, today),
        source_form=source or SourceForm(formdata=None),
        intervention_form=intervention or InterventionForm(formdata=None),
    )
    return make_response(html, status)


def prepared(form: ObservationForm, measure: Measure, current: Sequence[Observation], today: date) -> ObservationForm:
    """The form with its choices: the periods without a number, the longest missing first, and the sources."""
    form.period.choices = [
        (f"{period.start}/{period.end}", labels.period(period, measure.cadence))
        for period in open_periods(measure, current, today)
    ]
    form.source_id.choices = [(source.id, source.name) for source in reversed(measure.sources)]
    return form


def with_recountable(form: RecountForm, numbers: queries.Numbers) -> RecountForm:
    """The form with its choices: the numbers from after the change, the newest first."""
    measure = numbers.measure
    form.observation_id.choices = [
        (row.id, labels.period(Period(row.period_start, row.period_end), measure.cadence))
        for row in queries.can_be_recounted(numbers, numbers.evidence())
    ]
    return form


def open_periods(measure: Measure, current: Sequence[Observation], today: date) -> list[Period]:
    """Periods that are over and share no day with a number: what is due, then gaps further back."""
    due = missing(measure.latest_end, measure.created_at.date(), measure.cadence, today)
    gaps = [period for period in recent(measure.cadence, today, RECENT) if period not in due]
    taken = [Period(row.period_start, row.period_end) for row in current]
    return [period for period in (*due, *gaps) if not any(period.overlaps(other) for other in taken)]


def rows_of(measure: Measure, entered: queries.Entered) -> list[Row]:
    """All current numbers, the newest first."""
    names = {source.id: source.name for source in measure.sources}
    replaced = entered.replaced
    return [
        Row(
            period=labels.period(Period(row.period_start, row.period_end), measure.cadence),
            figure=labels.figure(row.value, measure.unit),
            counts=labels.counts(row.numerator, row.denominator),
            source=names.get(row.source_id, ""),
            observation=row,
            earlier=_earlier(row, replaced),
        )
        for row in sorted(entered.current, key=lambda row: (row.period_start, row.source_id), reverse=True)
    ]


def _earlier(row: Observation, replaced: Mapping[int, Observation]) -> list[Observation]:
    found: list[Observation] = []
    while row.id in replaced:
        row = replaced[row.id]
        found.append(row)
    return found


def _next(measure: Measure, today: date) -> str:
    """The period whose number comes next, where none is missing."""
    latest = measure.latest_end or today
    return labels.period(following(latest, measure.cadence), measure.cadence)
