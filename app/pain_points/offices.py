"""Choosing an office: by words when reporting, by steps through the tree when filtering."""

from dataclasses import dataclass
from functools import cache
from itertools import islice

from sqlalchemy import Select, bindparam, or_, select

from app.core import reading
from app.core.folding import fold
from app.extensions import db
from app.offices.kept import until_the_tree_changes
from app.offices.models import Office
from app.offices.places import Place

MOST = 50


@dataclass(frozen=True)
class Choice:
    """An office to choose; `above` is the name of the one it belongs to, which tells two Job Centres apart."""

    slug: str
    name: str
    above: str


def matching(words: str) -> list[Choice]:
    """Open offices whose name holds all the words, by name; without words the first ones. At most 50."""
    wanted = fold(words).split()
    found = (choice for folded, choice in _open() if all(word in folded for word in wanted))
    return list(islice(found, MOST))


@until_the_tree_changes
def _open() -> tuple[tuple[str, Choice], ...]:
    """Every open office with its folded name, in the order of names: folding thousands takes longer than asking."""
    rows = reading.rows(select(Office.id, Office.slug, Office.name, Office.parent_id).where(Office.closed_on.is_(None)))
    names = {row.id: row.name for row in rows}
    rows = sorted(rows, key=lambda row: (fold(row.name), row.id))
    return tuple((fold(row.name), Choice(row.slug, row.name, names.get(row.parent_id, ""))) for row in rows)


def named(text: str) -> Office | None:
    """The open office with this short name or, where only one has it, this name."""
    text = " ".join(text.split())
    found = db.session.scalars(
        select(Office).where(or_(Office.slug == text, Office.name == text), Office.closed_on.is_(None)).limit(2)
    ).all()
    return found[0] if len(found) == 1 else None


@until_the_tree_changes
def around(slug: str) -> tuple[Place, ...]:
    """The office with this short name, its line upward and what is right below it; without a name the agency is it.

    At most 200, in the order of the tree.
    """
    found = reading.rows(_around(by_name=bool(slug)), {"slug": slug} if slug else None)
    return tuple(Place(row.id, row.slug, row.name, row.path, row.parent_id) for row in found)


@cache
def _around(*, by_name: bool) -> Select[int, str, str, str, int | None]:
    named = Office.slug == bindparam("slug") if by_name else Office.parent_id.is_(None)
    here = select(Office.id, Office.path).where(named).subquery()
    is_above = here.c.path.like(Office.path.concat("%"))
    is_below = Office.parent_id == here.c.id
    asked = select(Office.id, Office.slug, Office.name, Office.path, Office.parent_id)
    return asked.join(here, or_(is_above, is_below)).order_by(Office.path).limit(200)
