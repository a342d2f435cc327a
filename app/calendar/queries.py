"""Reading calendar links. Writes nothing; what stands in the calendar is in sources.py."""

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from app.accounts.models import Person
from app.accounts.tokens import hash_of
from app.calendar.models import CalendarFeed
from app.extensions import db


def running_feed(person: Person) -> CalendarFeed | None:
    """The link that works for this person now."""
    return db.session.scalar(
        select(CalendarFeed).where(CalendarFeed.person_id == person.id, CalendarFeed.ended_at.is_(None))
    )


def feed_by(token: str) -> CalendarFeed | None:
    """The link with this token, with its person; None where it was ended, or the person may not sign in any more."""
    return db.session.scalar(
        select(CalendarFeed)
        .join(CalendarFeed.person)
        .where(CalendarFeed.token_hash == hash_of(token), CalendarFeed.ended_at.is_(None), Person.is_active)
        .options(contains_eager(CalendarFeed.person))
    )
