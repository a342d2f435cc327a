"""Whether the database has the tables that this release works with. Bringing it there is `flask db upgrade`."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from migrations import revisions


def is_migrated(session: Session) -> bool:
    """False where a migration of ours is still to come; a database of a later release is ahead, not behind.

    Raises SQLAlchemyError where the database does not answer or was never migrated.
    """
    return session.scalar(text("SELECT version_num FROM alembic_version")) not in revisions.earlier()
