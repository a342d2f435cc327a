"""The ZIP of single plans: each one's frozen PDF as it was when the report was frozen. Same report, same bytes."""

import tempfile
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sqlalchemy import select

from app.core.storage import Artefact
from app.extensions import db
from app.reports.facts import Facts, PlanLine

EPOCH = (1980, 1, 1, 0, 0, 0)
"""A fixed date inside the ZIP, so that a repeated job makes the same file."""
IN_MEMORY = 8 * 1024 * 1024


def build(facts: Facts) -> bytes:
    """The whole ZIP. One PDF is held in memory at a time; the growing file lies on disk."""
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
        with ZipFile(file, "w", ZIP_STORED) as archive:
            for line in facts.plans:
                _add(archive, line)
        file.seek(0)
        return file.read()


def _add(archive: ZipFile, line: PlanLine) -> None:
    """PDFs are packed already, so they are stored as they are. A redacted one is missing."""
    content = db.session.scalar(select(Artefact.content).where(Artefact.sha256 == line.pdf_sha256))
    if content is not None:
        archive.writestr(ZipInfo(f"{line.ref}-version-{line.version}.pdf", EPOCH), content)
