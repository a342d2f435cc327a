"""Whether the database has the tables that this release works with. Bringing it there is `flask db upgrade`."""

import re
from functools import cache

from sqlalchemy import text
from sqlalchemy.orm import Session

from config import ROOT

FOLLOWED = re.compile(r"^down_revision\b.*", re.MULTILINE)
NAME = re.compile(r"""["']([^"']+)["']""")


def is_migrated(session: Session) -> bool:
    """False where a migration of ours is still to come; a database of a later release is ahead, not behind.

    Raises SQLAlchemyError where the database does not answer or was never migrated.
    """
    return session.scalar(text("SELECT version_num FROM alembic_version")) not in _earlier()


@cache
def _earlier() -> frozenset[str]:
    """The revisions that another one of ours follows."""
    files = (ROOT / "migrations" / "versions").glob("*.py")  # read, not run: Alembic takes a while to load
    lines = (line for file in files for line in FOLLOWED.findall(file.read_text("utf-8")))
    return frozenset(name for line in lines for name in NAME.findall(line))
