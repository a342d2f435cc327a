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

SECONDS = 10.0
"""Of the processor, to measure pages: twenty times what full ones take. Nobody's text may keep the printers longer at
each pause in typing."""


def html(sheet: PlanSheet) -> str:
    """The printed document, in the plan's language."""
    with force_locale(sheet.language):
        return documents.to_html(sheet, current_app.jinja_env)


def preview(sheet: PlanSheet, limit: int, *, is_inside: bool = False) -> str:
    """The same sheet for the screen, broken into pages as on paper; on one sheet while that cannot be measured.

    `is_inside`: it stands in a page that has its own heading.
    """
    try:
        breaks, shown_limit = _layout(html(sheet), limit).breaks, limit
    except pdf.PdfError:
        breaks, shown_limit = (), 0
    with force_locale(sheet.language):
        return documents.to_preview(sheet, current_app.jinja_env, breaks, shown_limit, is_inside=is_inside)


def measured(sheet: PlanSheet, limit: int) -> length.Length:
    """How full the pages are. Raises PdfError."""
    return length.of(_layout(html(sheet), limit))


def printed(sheet: PlanSheet, limit: int) -> pdf.Rendered:
    """The PDF with its layout. Raises PdfError."""
    return pdf.render(html(sheet), limit_pages=limit)


def finished(sheet: PlanSheet, limit: int) -> Finished:
    """The PDF of a sheet that is handed in, with its length and what it was made from. Raises PdfError."""
    made = printed(sheet, limit)
    return Finished(frozen.content_hash(sheet), made.pdf, length.of(made.layout), pdf.fingerprint())


def _layout(document: str, limit: int) -> pdf.Layout:
    """How the pages are laid out; the same pages are laid out once.

    Without their number in the foot: writing it there is a whole round of layout more, and moves nothing.
    """
    document = document.replace('class="page-count"', "")
    return (_layout_once if len(document) < LARGEST_KEPT else _layout_now)(document, limit)


def _layout_now(document: str, limit: int) -> pdf.Layout:
    return pdf.measure(document, limit_pages=limit, seconds=SECONDS)


_layout_once = lru_cache(maxsize=64)(_layout_now)
