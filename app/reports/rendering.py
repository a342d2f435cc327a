"""From facts to a page and to paper. Takes long: never inside a transaction."""

from flask import current_app
from flask_babel import force_locale
from markupsafe import Markup

from app.core import pdf
from app.reports import frozen
from app.reports.facts import Facts
from app.reports.frozen import Finished
from app.reports.models import Scope
from app.reports.view import View
from app.web.templating import static_url

SHEETS = ("print/sheet.css", "print/paper.css", "print/report.css", "print/map.css")
MOST_PAGES = 40
SECONDS = {Scope.PLAN: 20.0, Scope.OFFICE: 240.0, Scope.PROGRAM: 240.0}
FINGERPRINT = 16


def finished(facts: Facts) -> Finished:
    """Page and PDF. Raises PdfError."""
    made = paper(facts)
    return Finished(frozen.content_hash(facts), page(facts), made.pdf, made.pages)


def paper(facts: Facts, *, is_draft: bool = False) -> pdf.Rendered:
    """The PDF, in the report's language; a draft's has no fingerprint and says what it is. Raises PdfError."""
    with force_locale(facts.language):
        html = current_app.jinja_env.get_template("reports/print.html").render(
            view=_view(facts, is_screen=False, is_draft=is_draft)
        )
    return pdf.render(html, css=SHEETS, limit_pages=MOST_PAGES, seconds=SECONDS[facts.scope])


def page(facts: Facts, *, is_draft: bool = False) -> Markup:
    """The part of the web page that is frozen, in the report's language.

    Signs are named without the hash in their address, since a frozen page outlives the files of a release.
    """
    with force_locale(facts.language):
        html = current_app.jinja_env.get_template("reports/body.html").render(
            view=_view(facts, is_screen=True, is_draft=is_draft)
        )
    return Markup(html.replace(static_url("icons.svg"), "/static/icons.svg"))  # noqa: S704  # escaped by the template


def _view(facts: Facts, *, is_screen: bool, is_draft: bool) -> View:
    fingerprint = "" if is_draft else frozen.content_hash(facts)[:FINGERPRINT]
    return View(facts, fingerprint, is_screen)
