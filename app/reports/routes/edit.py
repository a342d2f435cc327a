"""Writing the words of a draft; two people at once lose nothing."""

from flask import Response as FlaskResponse
from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import LostUpdate
from app.reports import actions, policy
from app.reports.actions.write import WORDS
from app.reports.forms import WordsForm
from app.reports.models import Report
from app.reports.routes.blueprint import NUMBER, bp, visible
from app.reports.routes.show import draft_page, words_form
from app.web import access
from app.web.lost_updates import beside
from app.web.saving import attempt


@bp.get(f"/reports/R-<{NUMBER}:number>/edit")
@access.signed_in
def edit(number: int) -> FlaskResponse:
    report = visible(number)
    access.require(policy.can_edit(access.viewer(), report))
    return draft_page(report, words_form(report))


@bp.post(f"/reports/R-<{NUMBER}:number>/edit")
@access.signed_in
def update(number: int) -> Response:
    report = visible(number)
    access.require(policy.can_publish(access.viewer(), report))
    refused = keep_words(report)
    if refused is not None:
        return refused
    flash(_("Saved."))
    return redirect(f"/reports/{report.ref}", 303)


def keep_words(report: Report) -> FlaskResponse | None:
    """Save the words that were sent; None when they are saved, else the draft's page with what is in the way."""
    form = WordsForm()
    if not form.validate_on_submit():
        return draft_page(report, form, status=422)
    try:
        saved = attempt(form, lambda: _save(report, form))
    except LostUpdate:
        return _both(report, form)
    return None if saved is not None else draft_page(report, form, status=422)


def _save(report: Report, form: WordsForm) -> Report:
    words = {name: form[name].data or "" for name in WORDS}
    actions.save(report, words, seen_lock=form.seen_lock, by=access.viewer(), at=clock.now())
    return report


def _both(report: Report, form: WordsForm) -> FlaskResponse:
    """What the other person saved beside what was typed here; sent again, this one counts."""
    found = beside(form, report, lambda row: {name: getattr(row, name) for name in WORDS})
    access.require(policy.can_edit(access.viewer(), report))
    return draft_page(report, form, status=409, differences=found)
