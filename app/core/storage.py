"""Frozen files (PDFs, archives), kept in the database under the hash of their bytes: one backup, many machines."""

import hashlib
from datetime import datetime

from sqlalchemy import LargeBinary, String, bindparam, select
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.core import reading
from app.core.columns import UtcDateTime
from app.core.events import LOG
from app.extensions import Model, db


class Artefact(Model):
    """Bytes that never change. `content` is empty only after a redaction; the hash stays."""

    __tablename__ = "artefact"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(60), nullable=False)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))


FEW, LARGEST = 24, 1_000_000
"""Papers that a process remembers, some 200 KB each: what lies on everybody's table is asked for again and again. An
archive of hundreds of plans is not: two dozen of them would fill the machine's memory."""

CONTENT = select(Artefact.content).where(Artefact.sha256 == bindparam("sha256"))
IS_THERE = select(Artefact.content.is_not(None)).where(Artefact.sha256 == bindparam("sha256"))


def keep(content: bytes, media_type: str, *, at: datetime) -> Artefact:
    """Store bytes in the running transaction; the same bytes are stored once. Bytes that were emptied by a redaction
    come back only when the very same are printed again, which then do not hold what was redacted."""
    name = hashlib.sha256(content).hexdigest()
    found = db.session.get(Artefact, name)
    if found is None:
        found = Artefact(sha256=name, media_type=media_type, made_at=at, content=content)
        db.session.add(found)
    elif db.session.scalar(select(Artefact.sha256).where(Artefact.sha256 == name, Artefact.content.is_(None))):
        found.content = content
    return found


@LOG.few(FEW, LARGEST).keep
def fetch(sha256: str) -> bytes | None:
    """The bytes under a hash, or None where none are kept (any more). A redaction is in the log, so it ends at once
    what a process still remembers."""
    found: bytes | None = reading.value(CONTENT, {"sha256": sha256})
    return found


@LOG.keep
def is_there(sha256: str) -> bool:
    """False where nothing is kept under a hash (any more): a browser that has it still is not told that it holds."""
    return bool(reading.value(IS_THERE, {"sha256": sha256}))
