"""Printing a redacted version again: new bytes under a new hash, the old hash kept in the log."""

from dataclasses import replace
from typing import Any

from flask import current_app
from flask_babel import force_locale

from app.audit.copies import REISSUE
from app.core import clock, events, jobs, pdf, storage
from app.core.database import transaction
from app.extensions import db
from app.plans import document, frozen
from app.plans.models import PlanVersion

SECONDS = 60


@jobs.handler(REISSUE)
def reissue(payload: dict[str, Any]) -> None:
    """Render the redacted sheet and put it in the place of the emptied PDF. Safe to repeat."""
    version = db.session.get_one(PlanVersion, payload["version_id"])
    if not version.frozen or (version.pdf_sha256 and storage.fetch(version.pdf_sha256)):
        return
    sheet = frozen.sealed(replace(frozen.from_json(version.frozen), fingerprint=""))
    with force_locale(sheet.language):
        html = document.to_html(sheet, current_app.jinja_env)
    db.session.rollback()
    made = pdf.render(html, seconds=SECONDS)
    at = clock.now()
    with transaction():
        version = db.session.get_one(PlanVersion, payload["version_id"])
        old_content, old_pdf = version.content_hash, version.pdf_sha256
        version.frozen, version.content_hash = frozen.to_json(sheet), frozen.content_hash(sheet)
        version.pdf_sha256 = storage.keep(made.pdf, "application/pdf", at=at).sha256
        db.session.flush()
        events.record(
            "plan.reissued", version.plan, by=None, at=at, office_id=version.plan.office_id, version=version.number,
            content=version.content_hash, pdf=version.pdf_sha256, old_content=old_content, old_pdf=old_pdf,
        )  # fmt: skip
