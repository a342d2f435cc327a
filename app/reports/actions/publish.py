"""Publishing: facts, page and PDF are frozen, and nothing alters them afterwards.

A plan's report is rendered before the transaction opens. The others freeze their facts at once and are rendered by a
job from these, so that the job may be repeated and never reads what has changed since.
"""

from datetime import datetime

from app.accounts.models import Person
from app.core import events, jobs, storage
from app.core.errors import NotAllowed, NotNow
from app.core.locks import claim
from app.extensions import db
from app.notices import actions as notices
from app.reports import frozen, policy, queries
from app.reports.facts import Facts
from app.reports.frozen import Finished
from app.reports.models import Report, State

RENDER = "reports.render"


def publish(report: Report, facts: Facts, made: Finished, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Freeze and publish what was just rendered. Raises LostUpdate (the draft changed since), NotAllowed, NotNow."""
    _take(report, seen_lock, by)
    report.frozen, report.published_by_id = frozen.to_json(facts), by.id
    freeze(report, made, b"", by=by, at=at)


def begin(report: Report, facts: Facts, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Freeze the facts and let a job make page, PDF and archive. Raises as `publish`."""
    _take(report, seen_lock, by)
    report.frozen, report.published_by_id = frozen.to_json(facts), by.id
    report.progress, report.failure = 0, ""
    db.session.flush()
    events.record("report.publishing_begun", report, by=by, at=at, office_id=report.office_id)
    jobs.enqueue(RENDER, {"report_id": report.id}, key=f"report-{report.id}")


def step(report: Report, progress: int) -> None:
    """How far the job is, in per cent; nothing where the report is no longer on its way."""
    if is_under_way(report):
        report.progress = progress


def freeze(report: Report, made: Finished, archive: bytes, *, by: Person, at: datetime) -> None:
    """Keep page and files, publish, and supersede what this corrects."""
    report.page_html, report.content_hash = made.page_html, made.content_hash
    report.pdf_sha256 = storage.keep(made.pdf, "application/pdf", at=at).sha256
    if archive:
        report.archive_sha256 = storage.keep(archive, "application/zip", at=at).sha256
    db.session.flush()
    report.state, report.published_at, report.progress = State.PUBLISHED, at, None
    if report.supersedes is not None:
        _supersede(report.supersedes, report, by=by, at=at)
    db.session.flush()
    events.record(
        "report.published", report, by=by, at=at, office_id=report.office_id, pages=made.pages,
        content_hash=report.content_hash, pdf_sha256=report.pdf_sha256, archive_sha256=report.archive_sha256,
    )  # fmt: skip
    jobs.enqueue("search.refresh", {"kind": "report", "id": report.id}, key=f"search report {report.id}")
    _refresh_search(report)
    for person in queries.people_to_tell(report.office):
        if person.id != by.id:
            notices.notify(person.id, "report_published", path=f"/reports/{report.ref}", at=at, report=report.ref)


def fail(report: Report, failure: str, *, at: datetime) -> None:
    """The job cannot make it: the draft is open again, and its writer is told why. `failure` is a code of labels."""
    if not is_under_way(report):
        return
    report.progress, report.failure, report.frozen = None, failure, None
    db.session.flush()
    events.record("report.failed", report, by=None, at=at, office_id=report.office_id, failure=failure)
    to = report.published_by_id or report.author_id
    notices.notify(to, "report_failed", path=f"/reports/{report.ref}", at=at, report=report.ref)


def is_under_way(report: Report) -> bool:
    return report.state is State.DRAFT and report.progress is not None


def _take(report: Report, seen_lock: int, by: Person) -> None:
    claim(report, seen_lock)
    if not policy.can_publish(by, report):
        raise NotAllowed
    if not policy.is_open(report):
        raise NotNow


def _refresh_search(report: Report) -> None:
    """Published reports are found by their words, superseded ones no longer as if they stood."""
    for found in (report, report.supersedes):
        if found is not None:
            payload = {"kind": "report", "id": found.id}
            jobs.enqueue("search.refresh", payload, key=f"search report {found.id}")


def _supersede(old: Report, new: Report, *, by: Person, at: datetime) -> None:
    old.state = State.SUPERSEDED
    events.record("report.superseded", old, by=by, at=at, office_id=old.office_id, by_report=new.ref)
