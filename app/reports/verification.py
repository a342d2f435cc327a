"""What a fingerprint or the hash of a file belongs to, among what the viewer may read.

Decisions are found, too, although funding stands above reports: checking looks at everything that prints.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, defer, joinedload

from app.accounts.models import Person
from app.extensions import db
from app.funding.models import Decision, FundingRequest
from app.plans.models import Plan, PlanVersion, VersionState
from app.plans.policy import can_read_version
from app.reports import successors
from app.reports.models import Report, State

SHORTEST = 16
"""Hex digits of a fingerprint as it prints."""


@dataclass(frozen=True)
class Found:
    """A frozen thing. `kind` is version, report, archive or decision; `is_current` is False once it is superseded."""

    kind: str
    ref: str
    title: str
    href: str
    at: datetime | None
    is_current: bool
    version: int = 0


def find(digits: str, viewer: Person) -> list[Found]:
    """Everything with these hex digits: at least 16 of a content hash, or a whole hash of a file. A paper that was
    redacted and printed again is found by its old hash, too, as one that does not stand any more."""
    found = _under(digits, viewer)
    renewed = successors.of(digits) if not found else digits
    return found if renewed == digits else [replace(one, is_current=False) for one in _under(renewed, viewer)]


def _under(digits: str, viewer: Person) -> list[Found]:
    return [*_versions(digits, viewer), *_reports(digits), *_decisions(digits)]


def _versions(digits: str, viewer: Person) -> list[Found]:
    asked = select(PlanVersion).where(_has(digits, PlanVersion.content_hash, PlanVersion.pdf_sha256))
    loaded = asked.options(defer(PlanVersion.frozen), joinedload(PlanVersion.plan).joinedload(Plan.office))
    rows = db.session.scalars(loaded.order_by(PlanVersion.id)).all()
    return [_version(row, row.plan) for row in rows if can_read_version(viewer, row)]


def _version(row: PlanVersion, plan: Plan) -> Found:
    newest = max((one.number for one in plan.versions if one.state is VersionState.ACCEPTED), default=None)
    href = f"/plans/{plan.ref}/versions/{row.number}"
    is_current = row.number == newest
    return Found("version", plan.ref, plan.title, href, row.submitted_at, is_current=is_current, version=row.number)


def _reports(digits: str) -> list[Found]:
    asked = select(Report).where(_has(digits, Report.content_hash, Report.pdf_sha256, Report.archive_sha256))
    return [
        Found("report", r.ref, r.title, f"/reports/{r.ref}", r.published_at, is_current=r.state is State.PUBLISHED)
        for r in db.session.scalars(asked.order_by(Report.id))
    ]


def _decisions(digits: str) -> list[Found]:
    asked = select(Decision).where(_has(digits, Decision.content_hash, Decision.letter_sha256))
    rows = db.session.scalars(asked.options(joinedload(Decision.request)).order_by(Decision.id)).all()
    later = set(
        db.session.scalars(select(Decision.supersedes_id).where(Decision.supersedes_id.in_(d.id for d in rows)))
    )
    return [_decision(row, row.request, is_current=row.id not in later) for row in rows]


def _decision(row: Decision, request: FundingRequest, *, is_current: bool) -> Found:
    return Found("decision", request.ref, request.title, f"/funding/{request.ref}", row.decided_at, is_current)


def _has(
    digits: str, content_hash: InstrumentedAttribute[Any], *files: InstrumentedAttribute[str | None]
) -> ColumnElement[bool]:
    """The content hash begins with the digits, or a file has them as its hash."""
    return or_(content_hash.startswith(digits, autoescape=True), *(file == digits for file in files))
