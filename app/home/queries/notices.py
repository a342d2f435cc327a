"""The bell in the header."""

from sqlalchemy import func, select

from app.accounts.models import Person
from app.extensions import db
from app.notices.models import Notice

MOST = 100


def unread_count(person: Person) -> int:
    """Unread notices, counted up to a hundred: enough for a bell."""
    unread = select(Notice.id).where(Notice.person_id == person.id, Notice.read_at.is_(None)).limit(MOST).subquery()
    return db.session.scalar(select(func.count()).select_from(unread)) or 0
