"""Paper of funding: a request's decision sheet and a decision's letter. Takes long: never in a transaction."""

from flask import current_app
from flask_babel import force_locale

from app.core import pdf
from app.core.formats import Formats
from app.core.frozen import content_hash
from app.funding import drawing, labels
from app.funding.sheet import Letter, RequestSheet
from app.funding.verdicts import verdict
from app.reports.reasons import reason_of

SHEETS = (*pdf.SHEETS, "print/funding.css")


def sheet_pdf(sheet: RequestSheet) -> bytes:
    """One page for leaders, in the plan's language. Raises PdfError."""
    formats = Formats(sheet.language)
    with force_locale(sheet.language):
        html = current_app.jinja_env.get_template("funding/print_sheet.html").render(
            sheet=sheet, formats=formats, rtl=formats.is_right_to_left, draw=drawing.paper(formats), drawing=drawing,
            labels=labels, verdict=verdict, reason_of=reason_of, fingerprint=content_hash(sheet)[:16],
        )  # fmt: skip
    return pdf.render(html, css=SHEETS, limit_pages=2).pdf


def letter_pdf(letter: Letter) -> bytes:
    """The letter in the office's language. Raises PdfError."""
    formats = Formats(letter.language)
    with force_locale(letter.language):
        html = current_app.jinja_env.get_template("funding/print_letter.html").render(
            letter=letter, formats=formats, rtl=formats.is_right_to_left, labels=labels,
            fingerprint=content_hash(letter)[:16],
        )  # fmt: skip
    return pdf.render(html, css=SHEETS, limit_pages=2).pdf
