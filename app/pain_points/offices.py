"""Choosing the office that a report is about, by words. Narrowing a list to an office is in offices/finding."""

from dataclasses import dataclass
from itertools import islice

from sqlalchemy import or_, select

from app.core import reading
from app.core.folding import fold
from app.extensions import db
from app.offices.kept import until_the_tree_changes
from app.offices.models import Office

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
