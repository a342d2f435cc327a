"""How each frozen thing is made again from its redacted data. Takes long: never inside a transaction."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

from flask import current_app, has_request_context
from flask_babel import force_locale

from app.core import frozen, pdf
from app.funding import documents
from app.funding.letters import Choice, letter_of
from app.funding.models import Decision, FundingRequest
from app.funding.sheet import Letter, RequestSheet
from app.offices import queries as offices
from app.plans import document
from app.plans import frozen as plans
from app.plans.models import PlanVersion
from app.reports import archive, rendering, successors
from app.reports import frozen as reports
from app.reports.models import Report

SECONDS = 60


@dataclass(frozen=True)
class Reprint:
    """The hash of the new content, the columns that hold it, and new files by the column of their hash."""

    content_hash: str
    columns: Mapping[str, Any]
    files: Mapping[str, bytes]


def of_version(version: PlanVersion) -> Reprint:
    sheet = plans.sealed(replace(plans.from_json(version.frozen or {}), fingerprint=""))
    with force_locale(sheet.language):
        html = document.to_html(sheet, current_app.jinja_env)
    made = pdf.render(html, seconds=SECONDS)
    return Reprint(plans.content_hash(sheet), {"frozen": plans.to_json(sheet)}, {"pdf_sha256": made.pdf})


def of_report(report: Report) -> Reprint:
    """With the plans' PDFs as they stand now: those that were printed again took another hash."""
    facts = reports.from_json(report.frozen or {})
    lines = tuple(replace(line, pdf_sha256=successors.of(line.pdf_sha256)) for line in facts.plans)
    facts = replace(facts, plans=lines)
    # Addresses of our own files need a request; a worker has none.
    with nullcontext() if has_request_context() else current_app.test_request_context("/"):
        made = rendering.finished(facts)
    files = {"pdf_sha256": made.pdf}
    if report.archive_sha256:
        files["archive_sha256"] = archive.build(facts)
    return Reprint(made.content_hash, {"frozen": reports.to_json(facts), "page_html": made.page_html}, files)


def of_request(request: FundingRequest) -> Reprint:
    sheet = frozen.from_json(RequestSheet, request.frozen or {})
    return Reprint(frozen.content_hash(sheet), {}, {"sheet_sha256": documents.sheet_pdf(sheet)})


def of_decision(decision: Decision) -> Reprint:
    """A letter is not frozen as data: it is written again from the decision, which is never edited."""
    letter = _letter(decision)
    return Reprint(frozen.content_hash(letter), {}, {"letter_sha256": documents.letter_pdf(letter)})


def is_current(thing: Any, made: Reprint) -> bool:
    """False for a letter whose words were redacted while it was printed; the other things have a lock number."""
    return not isinstance(thing, Decision) or frozen.content_hash(_letter(thing)) == made.content_hash


def _letter(decision: Decision) -> Letter:
    root = offices.root()
    choice = Choice(
        decision.outcome, decision.positions, decision.money, decision.reason, decision.conditions,
        decision.until_on, decision.supersedes_id,
    )  # fmt: skip
    agency = root.name if root else ""
    return letter_of(decision.request, choice, by=decision.decided_by, at=decision.decided_at, agency=agency)


MAKERS: dict[str, tuple[Any, Callable[[Any], Reprint]]] = {
    "plan_version": (PlanVersion, of_version),
    "report": (Report, of_report),
    "funding_request": (FundingRequest, of_request),
    "decision": (Decision, of_decision),
}
