"""Whether the database has the tables that this release works with. Bringing it there is `flask db upgrade`."""

from functools import cache

from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.orm import Session

from config import ROOT


def is_migrated(session: Session) -> bool:
    """False where a migration of ours is still to come; a database of a later release is ahead, not behind.

    Raises SQLAlchemyError where the database does not answer or was never migrated.
    """
    return session.scalar(text("SELECT version_num FROM alembic_version")) not in _earlier()


@cache
def _earlier() -> frozenset[str]:
    """The revisions that another one of ours follows."""
    scripts = ScriptDirectory(str(ROOT / "migrations"))
    return frozenset(script.revision for script in scripts.walk_revisions()) - frozenset(scripts.get_heads())
