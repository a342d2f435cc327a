"""Choosing an office: by words when reporting, by steps through the tree when filtering."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from app.core.folding import fold
from app.extensions import db
from app.offices.models import Office

MOST = 30


def matching(words: str) -> Sequence[Office]:
    """Open offices whose name holds all the words, shortest path first; without words the first ones. At most 30."""
    asked = select(Office).where(Office.closed_on.is_(None)).order_by(Office.path, Office.id)
    wanted = fold(words).split()
    if not wanted:
        return db.session.scalars(asked.limit(MOST)).all()
    rows = db.session.execute(select(Office.id, Office.name).where(Office.closed_on.is_(None))).all()
    ids = [row.id for row in rows if all(word in fold(row.name) for word in wanted)]
    return db.session.scalars(asked.where(Office.id.in_(ids[:MOST]))).all()


def named(text: str) -> Office | None:
    """The open office with this short name or, where only one has it, this name."""
    text = " ".join(text.split())
    found = db.session.scalars(
        select(Office).where(or_(Office.slug == text, Office.name == text), Office.closed_on.is_(None)).limit(2)
    ).all()
    return found[0] if len(found) == 1 else None


def around(slug: str) -> Sequence[Office]:
    """The office with this short name, its line upward and what is right below it; without a name the agency is it.

    At most 200, in the order of the tree.
    """
    here = select(Office.id, Office.path).where(Office.slug == slug if slug else Office.parent_id.is_(None)).subquery()
    is_above = here.c.path.like(Office.path.concat("%"))
    is_below = Office.parent_id == here.c.id
    return db.session.scalars(select(Office).join(here, or_(is_above, is_below)).order_by(Office.path).limit(200)).all()
