"""The bell in the header."""

from sqlalchemy import bindparam, func, select

from app.accounts.models import Person
from app.core import reading
from app.notices.models import Notice

MOST = 100
UNREAD = select(func.count()).select_from(
    select(Notice.id).where(Notice.person_id == bindparam("person"), Notice.read_at.is_(None)).limit(MOST).subquery()
)  # put together once: every page asks it


def unread_count(person: Person) -> int:
    """Unread notices, counted up to a hundred: enough for a bell."""
    return int(reading.value(UNREAD, {"person": person.id}))
