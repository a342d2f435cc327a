"""Frozen files of a report as they were stored; the PDF of a plan's draft is made now."""

from flask import Response, make_response, request

from app.core import clock, storage
from app.reports import gather, policy, rendering
from app.reports.errors import NothingInForce
from app.reports.models import Report, Scope, State
from app.reports.routes.blueprint import NUMBER, bp, visible
from app.web import access


@bp.get(f"/reports/R-<{NUMBER}:number>.pdf")
@access.signed_in
def report_pdf(number: int) -> Response:
    report = visible(number)
    if report.state is State.DRAFT:
        return _draft(report)
    return _stored(access.found(report.pdf_sha256), "application/pdf", f"{report.ref}.pdf")


@bp.get(f"/reports/R-<{NUMBER}:number>/archive.zip")
@access.signed_in
def archive(number: int) -> Response:
    """The plans of the report as separate PDFs."""
    report = visible(number)
    return _stored(access.found(report.archive_sha256), "application/zip", f"{report.ref}-plans.zip")


def _draft(report: Report) -> Response:
    """How it would print, for who may publish it; only a plan's, since the others take minutes."""
    access.found(report if report.scope is Scope.PLAN else None)
    access.require(policy.can_edit(access.viewer(), report))
    try:
        facts = gather.gather(report, clock.now())
    except NothingInForce:
        facts = None
    made = rendering.paper(access.found(facts), is_draft=True)
    answer = make_response(made.pdf)
    answer.headers["Cache-Control"] = "private, no-store"
    return _named(answer, "application/pdf", f"{report.ref}-draft.pdf")


def _stored(sha256: str, media_type: str, name: str) -> Response:
    """Stored bytes only; a browser that has them already gets 304, after a redaction there is nothing to get."""
    answer = make_response()
    answer.set_etag(sha256)
    answer.headers["Cache-Control"] = "private, no-cache"
    if request.if_none_match.contains(sha256) and storage.is_there(sha256):
        answer.status_code = 304
        return answer
    answer.set_data(access.found(storage.fetch(sha256)))
    return _named(answer, media_type, name)


def _named(answer: Response, media_type: str, name: str) -> Response:
    answer.headers["Content-Type"] = media_type
    how = "inline" if media_type == "application/pdf" else "attachment"
    answer.headers["Content-Disposition"] = f'{how}; filename="{name}"'
    return answer
