"""Frozen copies of people's texts: found and replaced, and what was printed of them emptied, its hash kept."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import undefer

from app.core import jobs
from app.core.storage import Artefact
from app.extensions import db
from app.funding.models import FundingRequest
from app.plans.models import PlanVersion
from app.reports.models import Report

Replace = Callable[[str], str]

SHORTEST_PART = 12  # a shorter text is replaced only where it stands alone, or every "form" would go
REISSUE = "audit.reissue"


def replacing(texts: Sequence[str], mark: str) -> Replace:
    """A function that puts the mark in the place of any of the texts, longest first, also as HTML has them."""
    parts = [part for text in texts for part in dict.fromkeys((text, escape(text), escape(text, quote=False)))]

    def replaced(words: str) -> str:
        for part in parts:
            if words.strip() == part.strip():
                return mark
            if len(part) >= SHORTEST_PART:
                words = words.replace(part, mark)
        return words

    return replaced


def in_plan_versions(replaced: Replace) -> list[int]:
    """Replace in frozen sheets; a job prints them again. Ids of the versions that held it."""
    found = []
    for version_id in db.session.scalars(select(PlanVersion.id).where(PlanVersion.frozen.is_not(None))).all():
        version = db.session.get_one(PlanVersion, version_id)
        changed = walked(version.frozen, replaced)
        if changed != version.frozen:
            version.frozen = changed
            _empty(version.pdf_sha256)
            jobs.enqueue(REISSUE, {"version_id": version_id}, key=f"reissue {version_id}")
            found.append(version_id)
    return found


def in_reports(replaced: Replace) -> list[str]:
    """Replace in published pages and their data, empty their files. What a person still has to do, in words."""
    found = []
    for report_id in db.session.scalars(select(Report.id).where(Report.frozen.is_not(None))).all():
        report = db.session.get_one(Report, report_id, options=(undefer(Report.frozen), undefer(Report.page_html)))
        changed, page = walked(report.frozen, replaced), replaced(report.page_html or "")
        if (changed, page) == (report.frozen, report.page_html or ""):
            continue
        report.frozen, report.page_html = changed, page or None
        _empty(report.pdf_sha256)
        _empty(report.archive_sha256)
        found.append(f"{report.ref}: the page is redacted and its files are emptied; publish a correction.")
    return found


def in_requests(replaced: Replace) -> list[str]:
    """The same for funding requests."""
    found = []
    for request in db.session.scalars(select(FundingRequest).where(FundingRequest.frozen.is_not(None))).all():
        changed = walked(request.frozen, replaced)
        if changed != request.frozen:
            request.frozen = changed
            _empty(request.sheet_sha256)
            found.append(f"{request.ref}: the data is redacted and its sheet is emptied; look at the request.")
    return found


def walked(value: Any, replaced: Replace) -> Any:
    """A copy of JSON data with every text passed through `replaced`."""
    if isinstance(value, str):
        return replaced(value)
    if isinstance(value, list):
        return [walked(item, replaced) for item in value]
    if isinstance(value, dict):
        return {name: walked(item, replaced) for name, item in value.items()}
    return value


def _empty(sha256: str | None) -> None:
    if sha256:
        db.session.execute(update(Artefact).where(Artefact.sha256 == sha256).values(content=None))
