"""The job that makes page, PDF and archive of a report on many plans, from the facts that were frozen when it began.

Safe to repeat: it reads nothing but frozen things, and only the first run that comes to its end publishes.
"""

import logging
from typing import Any

from flask import current_app, has_request_context
from sqlalchemy.orm import undefer

from app.accounts.models import Person
from app.core import clock, jobs, pdf
from app.core.database import transaction
from app.extensions import db
from app.reports import actions, archive, frozen, rendering
from app.reports.actions.publish import RENDER, is_under_way
from app.reports.facts import Facts
from app.reports.models import Report

log = logging.getLogger("groundwork")


class TooManyPages(Exception):
    """More than forty pages, although exceptions and rows are limited: very long titles."""


@jobs.handler(RENDER)
def render(payload: dict[str, Any]) -> None:
    """Make and publish a report that is under way. Raises Busy, so that the queue tries again."""
    report_id: int = payload["report_id"]
    facts = _facts(report_id)
    if facts is None:
        return
    try:
        made, zipped = _make(report_id, facts)
    except pdf.Busy:
        raise
    except (pdf.PdfError, TooManyPages) as error:
        log.warning("a report could not be made", extra={"report": facts.ref, "error": type(error).__name__})
        _fail(report_id, "too_many_pages" if isinstance(error, TooManyPages) else "cannot_print")
        return
    _publish(report_id, made, zipped)


def _facts(report_id: int) -> Facts | None:
    """The frozen facts of a report that is under way; no transaction stays open while it is rendered."""
    report = db.session.get(Report, report_id, options=[undefer(Report.frozen)])
    kept = report.frozen if report is not None and is_under_way(report) else None
    db.session.rollback()
    return frozen.from_json(kept) if kept else None


def _make(report_id: int, facts: Facts) -> tuple[frozen.Finished, bytes]:
    _step(report_id, 10)
    made = _in_request(facts)
    if made.pages > rendering.MOST_PAGES:
        raise TooManyPages
    _step(report_id, 70)
    zipped = archive.build(facts)
    db.session.rollback()
    _step(report_id, 90)
    return made, zipped


def _in_request(facts: Facts) -> frozen.Finished:
    """Addresses of our own files need a request; a worker has none."""
    if has_request_context():
        return rendering.finished(facts)
    with current_app.test_request_context("/"):
        return rendering.finished(facts)


def _step(report_id: int, progress: int) -> None:
    with transaction() as session:
        actions.step(session.get_one(Report, report_id, with_for_update=True), progress)


def _fail(report_id: int, failure: str) -> None:
    with transaction() as session:
        actions.fail(session.get_one(Report, report_id, with_for_update=True), failure, at=clock.now())


def _publish(report_id: int, made: frozen.Finished, zipped: bytes) -> None:
    with transaction() as session:
        report = session.get_one(Report, report_id, with_for_update=True)
        if is_under_way(report):
            by = session.get_one(Person, report.published_by_id)
            actions.freeze(report, made, zipped, by=by, at=clock.now())
