"""Choosing an office: by words when reporting, by steps through the tree when filtering."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import or_, select

from app.core.folding import fold
from app.extensions import db
from app.offices.models import Office

MOST = 50


@dataclass(frozen=True)
class Choice:
    """An office to choose; `above` is the name of the one it belongs to, which tells two Job Centres apart."""

    slug: str
    name: str
    above: str


def matching(words: str) -> list[Choice]:
    """Open offices whose name holds all the words, by name; without words the first ones. At most 50. One query."""
    asked = select(Office.id, Office.slug, Office.name, Office.parent_id).where(Office.closed_on.is_(None))
    rows = db.session.execute(asked).all()
    names = {row.id: row.name for row in rows}
    wanted = fold(words).split()
    found = [row for row in rows if all(word in _folded(row.name) for word in wanted)]
    found.sort(key=lambda row: (_folded(row.name), row.id))
    return [Choice(row.slug, row.name, names.get(row.parent_id, "")) for row in found[:MOST]]


@lru_cache(maxsize=10_000)
def _folded(name: str) -> str:
    """Folding thousands of names takes longer than asking for them."""
    return fold(name)


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
