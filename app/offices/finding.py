"""Finding the one office that words mean: its short name, its name, or a part of it. 5,000 do not fit a menu."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select

from app.extensions import db
from app.offices.errors import OfficeUnknown, SeveralOffices
from app.offices.models import Office
from app.web.figures import listed

SHOWN_CHOICES = 3
MOST_SUGGESTIONS = 300


def pick(words: str, field: str, *, also_closed: bool = False) -> Office:
    """The office; raises OfficeUnknown or SeveralOffices, which stand beside `field`."""
    for condition in (Office.slug == words.lower(), Office.name == words, holds(words)):
        query = select(Office).where(condition).limit(SHOWN_CHOICES + 1)
        if not also_closed:
            query = query.where(Office.closed_on.is_(None))
        found = db.session.scalars(query).all()
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralOffices(field, words, listed(f"{o.name} ({o.slug})" for o in found[:SHOWN_CHOICES]))
    raise OfficeUnknown(field, words)


def suggestions() -> Sequence[tuple[str, str]]:
    """(short name, name) of the open offices for a box that completes; nothing where there are too many."""
    rows = db.session.execute(
        select(Office.slug, Office.name)
        .where(Office.closed_on.is_(None))
        .order_by(Office.path)
        .limit(MOST_SUGGESTIONS + 1)
    ).all()
    return [(slug, name) for slug, name in rows] if len(rows) <= MOST_SUGGESTIONS else []


def search(words: str, limit: int = 50) -> Sequence[Office]:
    """Offices whose name holds the words, closed ones too."""
    return db.session.scalars(select(Office).where(holds(words)).order_by(Office.path).limit(limit)).all()


def holds(words: str) -> ColumnElement[bool]:
    """SQLite's lower() knows only ASCII, so other scripts are tried in the usual spellings too."""
    spellings = {words, words.lower(), words.title(), words.upper()}
    return or_(
        func.lower(Office.name).contains(words.lower(), autoescape=True),
        Office.slug.contains(words.lower(), autoescape=True),
        *(Office.name.contains(spelling, autoescape=True) for spelling in spellings),
    )
