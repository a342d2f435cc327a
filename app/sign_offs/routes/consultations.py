"""Putting a draft before the channel owners, and taking it back."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import transaction
from app.sign_offs import actions
from app.sign_offs.forms import AskForm
from app.sign_offs.routes.blueprint import PLAN, bp, open_version
from app.sign_offs.routes.of_plan import page
from app.web import access
from app.web.saving import save


@bp.post(f"{PLAN}/consultations")
@access.signed_in
def create(number: int) -> Response:
    """Ask the owners; the text rests from then on."""
    version, form = open_version(number), AskForm()
    by, at = access.viewer(), clock.now()
    if not save(form, lambda: actions.consult(version, due_on=form.due_on.data, by=by, at=at)):
        return page(version, form, status=422)
    flash(_("The channel owners are asked. The text rests until you take it back or submit it."))
    return redirect(f"/plans/P-{number}/sign-offs", 303)


@bp.post(f"{PLAN}/take-backs")
@access.signed_in
def take_back(number: int) -> Response:
    """Make it a draft again."""
    version = open_version(number)
    with transaction():
        actions.take_back(version, by=access.viewer(), at=clock.now())
    flash(_("Version %(number)s is a draft again. What was said of unchanged parts counts on.", number=version.number))
    return redirect(f"/plans/P-{number}/edit", 303)
