"""Printing what was redacted again: new bytes under a new hash, the old hash kept in the log."""

from typing import Any

from sqlalchemy import select

from app.audit.copies import FILES, REISSUE
from app.audit.reprints import MAKERS, Reprint, is_current
from app.core import clock, events, jobs, storage
from app.core.database import LostUpdate, transaction
from app.extensions import db
from app.funding.models import Decision, FundingRequest
from app.plans.models import PlanVersion
from app.reports import frozen
from app.reports.models import Report

AT_ONCE = 3
"""Times that it prints again what was changed meanwhile; then the queue tries later (LostUpdate)."""


@jobs.handler(REISSUE)
def reissue(payload: dict[str, Any]) -> None:
    """Render what is redacted and put it in the place of the emptied files; once more where it was changed meanwhile.
    Safe to repeat, also beside itself: a report's job prints the report's plans, which have jobs of their own."""
    table, make = MAKERS[payload["table"]]
    thing = db.session.get_one(table, payload["id"])
    for _ in range(AT_ONCE):
        if not _is_emptied(thing):
            return
        if isinstance(thing, Report):
            _print_its_plans(thing)
        seen, made = getattr(thing, "lock", None), make(thing)
        with transaction() as session:
            thing = session.get_one(table, payload["id"], with_for_update=True)
            is_same = getattr(thing, "lock", None) == seen and is_current(thing, made)
            if is_same and _is_emptied(thing):
                _put(thing, made)
    if _is_emptied(thing):
        raise LostUpdate(thing)


def _is_emptied(thing: Any) -> bool:
    """True while a file of it is redacted and not printed again. One whose content was never kept is left alone."""
    hashes = [getattr(thing, name) for name in FILES[type(thing)]]
    return any(sha256 and storage.fetch(sha256) is None for sha256 in hashes)


def _print_its_plans(report: Report) -> None:
    """A report's archive holds plans; those that wait to be printed again come first."""
    hashes = [line.pdf_sha256 for line in frozen.from_json(report.frozen or {}).plans if line.pdf_sha256]
    waiting = select(PlanVersion.id).join(storage.Artefact, storage.Artefact.sha256 == PlanVersion.pdf_sha256)
    asked = waiting.where(storage.Artefact.content.is_(None), PlanVersion.pdf_sha256.in_(hashes))
    for version_id in db.session.scalars(asked).all():
        reissue({"table": "plan_version", "id": version_id})


def _put(thing: Any, made: Reprint) -> None:
    """The new content and files, and an event with the old and the new hashes."""
    at, told = clock.now(), {"content_hash": made.content_hash, "old_content_hash": thing.content_hash}
    thing.content_hash = made.content_hash
    for name, value in made.columns.items():
        setattr(thing, name, value)
    for name, content in made.files.items():
        kind = "application/zip" if name == "archive_sha256" else "application/pdf"
        told[f"old_{name}"], told[name] = getattr(thing, name), storage.keep(content, kind, at=at).sha256
        db.session.flush()
        setattr(thing, name, told[name])
    db.session.flush()
    _record(thing, at, told)


def _record(thing: Any, at: Any, told: dict[str, Any]) -> None:
    if isinstance(thing, PlanVersion):
        plan, told = thing.plan, told | {"version": thing.number}
        events.record("plan.reissued", plan, by=None, at=at, office_id=plan.office_id, **told)
        return
    office_id = _plan_office(thing) if isinstance(thing, FundingRequest | Decision) else thing.office_id
    events.record(f"{thing.__tablename__}.reissued", thing, by=None, at=at, office_id=office_id, **told)


def _plan_office(thing: FundingRequest | Decision) -> int:
    request = thing.request if isinstance(thing, Decision) else thing
    return request.plan.office_id
