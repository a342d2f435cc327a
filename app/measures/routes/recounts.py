"""A number counted again by someone from outside the office."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.measures import actions, policy, queries
from app.measures.forms import RecountForm
from app.measures.models import Measure, Recount
from app.measures.routes import show
from app.measures.routes.blueprint import NUMBER, bp, visible
from app.web import access
from app.web.saving import attempt


@bp.post(f"/measures/M-{NUMBER}/recounts")
@access.signed_in
def create_recount(number: int) -> Response:
    """Keep what was counted again, beside the number."""
    measure = visible(number)
    access.require(policy.can_recount(access.viewer(), measure, queries.recorder_ids(measure)))
    form = RecountForm()
    made = _recount(measure, form) if form.validate() else None
    if made is None:
        return show.page(measure, recount=form, status=422)
    flash(_("Your recount is recorded. The measure's owner is told."))
    return redirect(f"/measures/{measure.ref}#recounts", 303)


def _recount(measure: Measure, form: RecountForm) -> Recount | None:
    figure, row = form.figure(measure.unit), queries.get_observation(measure, form.observation_id.data)
    if row is None:
        form.observation_id.errors = [_("Choose the period that you counted.")]
    if figure is None or row is None:
        return None
    by, at = access.viewer(), clock.now()
    return attempt(form, lambda: actions.recount(measure, row, figure, form.method.data or "", by=by, at=at))
