"""Numbers one by one: recorded, and corrected by a later one."""

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.measures import actions, labels, queries
from app.measures.forms import CorrectionForm, ObservationForm
from app.measures.models import Measure, Observation, Source
from app.measures.periods import Period
from app.measures.routes import show
from app.measures.routes.blueprint import NUMBER, bp, recordable
from app.offices.days import today_at
from app.web import access
from app.web.saving import attempt

BACK = {"today": "/today"}


@bp.post(f"/measures/M-{NUMBER}/observations")
@access.signed_in
def create_observation(number: int) -> AnyResponse:
    """Record one number; back to the first page where it was entered there."""
    measure = recordable(number)
    form = show.prepared(
        ObservationForm(), measure, queries.current([measure.id]), today_at(measure.office, clock.now())
    )
    made = _record(measure, form) if form.validate() else None
    if made is None:
        return show.page(measure, observation=form, status=422)
    flash(_("Recorded: %(period)s, %(figure)s.", period=_period(measure, made), figure=_figure(measure, made)))
    return redirect(BACK.get(request.form.get("back", ""), f"/measures/{measure.ref}"), 303)


@bp.get(f"/measures/M-{NUMBER}/observations/<int(max=2000000000):observation_id>/corrections/new")
@access.signed_in
def new_correction(number: int, observation_id: int) -> Response:
    """The form for another number."""
    measure = recordable(number)
    row = access.found(queries.get_observation(measure, observation_id))
    return _correction_page(measure, row, CorrectionForm(formdata=None))


@bp.post(f"/measures/M-{NUMBER}/observations/<int(max=2000000000):observation_id>/corrections")
@access.signed_in
def create_correction(number: int, observation_id: int) -> AnyResponse:
    """Replace the number by a later row with a reason."""
    measure = recordable(number)
    row = access.found(queries.get_observation(measure, observation_id))
    form = CorrectionForm()
    figure = form.figure(measure.unit) if form.validate() else None
    made = None
    if figure is not None:
        given, by, at = figure, access.viewer(), clock.now()
        made = attempt(form, lambda: actions.correct(row, measure, given, form.reason.data or "", by=by, at=at))
    if made is None:
        return _correction_page(measure, row, form, status=422)
    flash(_("Corrected: %(period)s, %(figure)s.", period=_period(measure, made), figure=_figure(measure, made)))
    return redirect(f"/measures/{measure.ref}", 303)


def _record(measure: Measure, form: ObservationForm) -> Observation | None:
    period, figure = form.for_period(measure.cadence), form.figure(measure.unit)
    source = source_of(measure, form.source_id.data)
    if period is None or figure is None:
        return None
    by, at = access.viewer(), clock.now()
    return attempt(form, lambda: actions.record(measure, source, period, figure, by=by, at=at))


def source_of(measure: Measure, source_id: int) -> Source:
    """The source that was chosen; the one in use where none was."""
    return next((source for source in measure.sources if source.id == source_id), measure.sources[-1])


def _correction_page(measure: Measure, row: Observation, form: CorrectionForm, status: int = 200) -> Response:
    html = render_template(
        "measures/correct.html", measure=measure, form=form, row=row, labels=labels, period=_period(measure, row)
    )
    return make_response(html, status)


def _period(measure: Measure, row: Observation) -> str:
    return labels.period(Period(row.period_start, row.period_end), measure.cadence)


def _figure(measure: Measure, row: Observation) -> str:
    return labels.figure(row.value, measure.unit)
