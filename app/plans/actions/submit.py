"""Submitting: what was rendered is frozen, if it is still what stands there.

Gathering and rendering are done before the transaction opens, since they take long; here only the freezing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.accounts.models import Person
from app.core import events, jobs, storage
from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.notices import actions as notices
from app.plans import content, frozen, labels, policy, readiness, sections
from app.plans.errors import FarTooLong, TooLong
from app.plans.length import Length
from app.plans.models import PlanState, PlanVersion, VersionMilestone, VersionState
from app.plans.queries import program_officers
from app.plans.sheet import PlanSheet


@dataclass(frozen=True)
class Finished:
    """A rendered sheet: its PDF, its length and the fonts it was set in; `content_hash` is of the sheet it shows."""

    content_hash: str
    pdf: bytes
    length: Length
    fonts: str


def submit(
    version: PlanVersion,
    sheet: PlanSheet,
    finished: Finished,
    *,
    promises: Mapping[int, date],
    by: Person,
    at: datetime,
) -> None:
    """Freeze the sheet and its PDF and hand the version in. `promises` are milestone ids with their dates.

    Raises NotAllowed, NotNow (no draft any more), TooLong, NotReady, NoChange, and LostUpdate where the sheet as it
    stands in this transaction is not the one that was rendered.
    """
    plan = version.plan
    if not policy.can_edit(by, plan):
        raise NotAllowed
    if not policy.can_submit(by, version):
        raise NotNow
    if frozen.content_hash(sheet) != finished.content_hash:
        raise LostUpdate(plan)
    refuse_too_long(finished.length, labels.names(sections.of(plan)))
    for missing in readiness.missing(content.of(version)):
        raise missing
    artefact = storage.keep(finished.pdf, "application/pdf", at=at)
    db.session.flush()
    _freeze(version, sheet, finished, artefact.sha256)
    version.state, version.submitted_by_id, version.submitted_at = VersionState.SUBMITTED, by.id, at
    db.session.add_all(VersionMilestone(version_id=version.id, milestone_id=i, due_on=d) for i, d in promises.items())
    if plan.state is PlanState.PREPARING:
        plan.title = sheet.title
    db.session.flush()
    _tell(version, by=by, at=at)


def refuse_too_long(length: Length, names: Mapping[str, str]) -> None:
    """Raises TooLong, in the meter's words; `names` are those of the sections."""
    if not length.fits:
        raise too_long(length, names)


def too_long(length: Length, names: Mapping[str, str]) -> TooLong:
    """What is said of pages that are too many."""
    key, lines = length.longest
    kind = FarTooLong if length.is_least else TooLong
    return kind(key, lines=length.over_by_lines, section=names.get(key, key), length=lines)


def _freeze(version: PlanVersion, sheet: PlanSheet, finished: Finished, pdf_sha256: str) -> None:
    version.pages = finished.length.pages
    version.frozen = frozen.to_json(sheet)
    version.content_hash = finished.content_hash
    version.pdf_sha256 = pdf_sha256
    version.fonts = {"fingerprint": finished.fonts}


def _tell(version: PlanVersion, *, by: Person, at: datetime) -> None:
    plan = version.plan
    facts: dict[str, Any] = {"version": version.number, "pages": version.pages}
    events.record(
        "plan.submitted", plan, by=by, at=at, office_id=plan.office_id,
        content_hash=version.content_hash, pdf_sha256=version.pdf_sha256, **facts,
    )  # fmt: skip
    jobs.enqueue("search.refresh", {"kind": "plan", "id": plan.id}, key=f"search plan {plan.id}")
    for person in program_officers(plan):
        if person.id != by.id:
            path = f"/plans/{plan.ref}/versions/{version.number}"
            notices.notify(person.id, "plan_submitted", path=path, at=at, plan=plan.ref, version=version.number)
