"""The page of a report: a draft with what was gathered, one on its way to print, or the frozen page."""

from flask import Response, make_response, render_template
from markupsafe import Markup

from app.core import clock
from app.core.errors import BrokenRule
from app.reports import gather, labels, policy, queries, rendering
from app.reports.forms import CorrectionForm, WordsForm
from app.reports.models import Report, State
from app.reports.routes.blueprint import NUMBER, bp, visible
from app.web import access
from app.web.language import direction


@bp.get(f"/reports/R-<{NUMBER}:number>")
@access.signed_in
def show(number: int) -> Response:
    report = visible(number, whole=True)
    if report.state is not State.DRAFT:
        return published_page(report, CorrectionForm(formdata=None))
    if report.progress is not None:
        return make_response(render_template("reports/under_way.html", report=report))
    return draft_page(report, words_form(report))


def words_form(report: Report) -> WordsForm:
    """The form with what is saved."""
    return WordsForm(formdata=None, obj=report)


def draft_page(report: Report, form: WordsForm, *, status: int = 200, **more: object) -> Response:
    """The words to write, and what was gathered; `more` is what went wrong on saving."""
    preview, missing = _preview(report)
    html = render_template(
        "reports/draft.html", report=report, form=form, preview=preview, missing=missing, labels=labels,
        can_edit=policy.can_edit(access.viewer(), report), reading_direction=direction(report.language), **more,
    )  # fmt: skip
    return make_response(html, status)


def published_page(report: Report, form: CorrectionForm, *, status: int = 200) -> Response:
    """The frozen page in a frame that says what became of the report."""
    correction = queries.correction_of(report)
    viewer = access.viewer()
    html = render_template(
        "reports/show.html",
        report=report,
        page=Markup(report.page_html),  # noqa: S704  # our own page, escaped when it was made
        form=form,
        correction=correction if correction and policy.can_read(viewer, correction) else None,
        can_correct=policy.can_correct(viewer, report),
        labels=labels,
        reading_direction=direction(report.language),
    )
    return make_response(html, status)


def _preview(report: Report) -> tuple[Markup, BrokenRule | None]:
    """The page as it would be published now; empty, with the rule, where there is nothing to report on."""
    try:
        return rendering.page(gather.gather(report, clock.now()), is_draft=True), None
    except BrokenRule as broken:
        return Markup(""), broken
