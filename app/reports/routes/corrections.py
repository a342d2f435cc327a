"""Correcting a published report: a new draft with a reason."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.reports import actions, policy
from app.reports.forms import CorrectionForm
from app.reports.models import State
from app.reports.routes.blueprint import NUMBER, bp, visible
from app.reports.routes.show import published_page
from app.web import access, errors
from app.web.saving import attempt


@bp.post(f"/reports/R-<{NUMBER}:number>/corrections")
@access.signed_in
def correct(number: int) -> Response:
    """Begin a correction; where one is being written already, this leads to it."""
    report = visible(number, whole=True)
    access.require(policy.can_publish(access.viewer(), report))
    if report.state is State.DRAFT:
        return errors.page(409)
    form = CorrectionForm()
    new = attempt(form, lambda: actions.correct(report, form.reason.data or "", by=access.viewer(), at=clock.now()))
    if new is None:
        return published_page(report, form, status=422)
    flash(_("%(new)s will supersede %(old)s when it is published.", new=new.ref, old=report.ref))
    return redirect(f"/reports/{new.ref}", 303)
