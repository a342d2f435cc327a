"""A measure's further sources, and the dated changes that its numbers should show."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import transaction
from app.measures import actions
from app.measures.forms import InterventionForm, SourceForm
from app.measures.routes import show
from app.measures.routes.blueprint import NUMBER, bp, editable
from app.web import access
from app.web.saving import attempt


@bp.post(f"/measures/M-{NUMBER}/sources")
@access.signed_in
def create_source(number: int) -> AnyResponse:
    """From a day on numbers come from elsewhere."""
    measure, form = editable(number), SourceForm()
    by, at = access.viewer(), clock.now()
    made = attempt(form, lambda: actions.add_source(measure, form.words, by=by, at=at)) if form.validate() else None
    if made is None:
        return show.page(measure, source=form, status=422)
    flash(_("The source is noted. New numbers come from it."))
    return redirect(f"/measures/{measure.ref}#sources", 303)


@bp.post(f"/measures/M-{NUMBER}/interventions")
@access.signed_in
def create_intervention(number: int) -> AnyResponse:
    """Note a dated change."""
    measure, form = editable(number), InterventionForm()
    made = attempt(form, lambda: _add(measure.number, form)) if form.validate() else None
    if made is None:
        return show.page(measure, intervention=form, status=422)
    flash(_("The change is noted. The chart shows what came after it."))
    return redirect(f"/measures/{measure.ref}#changes", 303)


@bp.post(f"/measures/M-{NUMBER}/interventions/<int(max=2000000000):intervention_id>/removals")
@access.signed_in
def remove_intervention(number: int, intervention_id: int) -> AnyResponse:
    """Take back what was noted in error."""
    measure = editable(number)
    with transaction():
        found = access.found(next((one for one in measure.interventions if one.id == intervention_id), None))
        actions.remove_intervention(found, measure, by=access.viewer(), at=clock.now())
    flash(_("The change is taken back."))
    return redirect(f"/measures/{measure.ref}#changes", 303)


def _add(number: int, form: InterventionForm) -> object:
    day = form.happened_on.data
    assert day  # noqa: S101  # validated
    return actions.add_intervention(editable(number), day, form.name.data or "", by=access.viewer(), at=clock.now())
