"""From a sheet to paper and back to its length. Takes long: never inside a transaction."""

from functools import lru_cache

from flask import current_app
from flask_babel import force_locale

from app.core import pdf
from app.plans import document as documents
from app.plans import frozen, length
from app.plans.actions import Finished
from app.plans.sheet import PlanSheet

LARGEST_KEPT = 200_000
"""Characters of a document that is worth remembering."""


def html(sheet: PlanSheet) -> str:
    """The printed document, in the plan's language."""
    with force_locale(sheet.language):
        return documents.to_html(sheet, current_app.jinja_env)


def preview(sheet: PlanSheet) -> str:
    """The same sheet for the screen."""
    with force_locale(sheet.language):
        return documents.to_preview(sheet, current_app.jinja_env)


def measured(sheet: PlanSheet, limit: int) -> length.Length:
    """How full the pages are; the same pages are measured once. Raises PdfError."""
    document = html(sheet)
    return (_measured_once if len(document) < LARGEST_KEPT else _measured_once.__wrapped__)(document, limit)


@lru_cache(maxsize=64)
def _measured_once(document: str, limit: int) -> length.Length:
    return length.of(pdf.measure(document, limit_pages=limit))


def finished(sheet: PlanSheet, limit: int) -> Finished:
    """The PDF of a sheet, with its length. Raises PdfError."""
    made = pdf.render(html(sheet), limit_pages=limit)
    return Finished(frozen.content_hash(sheet), made.pdf, length.of(made.layout), pdf.fingerprint())
