"""Stored paper: the sheet of a request as submitted, the letters of its decisions."""

from flask import Response, make_response

from app.core import storage
from app.funding.routes.blueprint import bp, visible
from app.web import access


@bp.get("/funding/F-<int:number>.pdf")
@access.signed_in
def sheet_pdf(number: int) -> Response:
    """The decision sheet, as it was frozen."""
    return _stored(visible(number).sheet_sha256, f"F-{number}.pdf")


@bp.get("/funding/F-<int:number>/decisions/<int:count>.pdf")
@access.signed_in
def letter_pdf(number: int, count: int) -> Response:
    """The letter of the first, second, ... decision."""
    decisions = visible(number).decisions
    letter = decisions[count - 1].letter_sha256 if 0 < count <= len(decisions) else None
    return _stored(letter, f"F-{number}-decision-{count}.pdf")


def _stored(sha256: str | None, name: str) -> Response:
    answer = make_response(access.found(storage.fetch(access.found(sha256))))
    answer.set_etag(str(sha256))
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"  # until it is decided, few may read it
    return answer
