"""Finding the one office that words mean: its short name, its name, or a part of it. 5,000 do not fit a menu."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from app.core import reading
from app.core.errors import BrokenRule
from app.core.folding import fold
from app.extensions import db
from app.offices.errors import OfficeUnknown, SeveralOffices
from app.offices.kept import until_the_tree_changes
from app.offices.models import Office
from app.offices.places import Place
from app.web.figures import listed
from app.web.texts import said

SHOWN_CHOICES = 3
MOST_SUGGESTIONS = 300
ALL = select(Office.id, Office.slug, Office.name, Office.path, Office.parent_id, Office.closed_on).order_by(Office.path)


@dataclass(frozen=True, slots=True)
class Known:
    """An office with the folded words it is found by."""

    place: Place
    name: str
    is_open: bool

    def holds(self, words: Sequence[str]) -> bool:
        return all(word in self.name or word in self.place.slug for word in words)


@dataclass(frozen=True)
class Sought:
    """The box of a list that is narrowed to an office and below: what stands in it, and the office that it means.

    Words that mean no office, or several, narrow nothing: `trouble` says so beside the box.
    """

    words: str
    office: Place | None
    trouble: str
    suggestions: Sequence[tuple[str, str]]


def sought(words: str) -> Sought:
    """What somebody wrote into such a box, or a link's short name. Closed offices count: they have a past to read."""
    words = " ".join(words.split())[:200]
    office, trouble = None, ""
    try:
        office = _find(words, "office", also_closed=True) if words else None
    except BrokenRule as broken:
        trouble = said(broken)
    return Sought(_called(office) if office else words, office, trouble, suggestions())


def pick(words: str, field: str, *, also_closed: bool = False) -> Office:
    """The office; raises OfficeUnknown or SeveralOffices, which stand beside `field`."""
    return db.session.get_one(Office, _find(words, field, also_closed=also_closed).id)


@until_the_tree_changes
def suggestions() -> Sequence[tuple[str, str]]:
    """(short name, name) of the open offices for a box that completes; nothing where there are too many."""
    found = [(one.place.slug, one.place.name) for one in _known() if one.is_open]
    return found if len(found) <= MOST_SUGGESTIONS else []


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


def _find(words: str, field: str, *, also_closed: bool) -> Place:
    """Of the offices that fit best: the short name comes before the name, and the name before a part of it."""
    known = [one for one in _known() if also_closed or one.is_open]
    for fits in _ways_to_fit(fold(words).split()):
        found = [one.place for one in known if fits(one)]
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralOffices(field, words, listed(f"{one.name} ({one.slug})" for one in found[:SHOWN_CHOICES]))
    raise OfficeUnknown(field, words)


def _ways_to_fit(words: Sequence[str]) -> Iterator[Callable[[Known], bool]]:
    if words:
        whole = " ".join(words)
        yield lambda one: one.place.slug == whole
        yield lambda one: one.name == whole
        yield lambda one: one.holds(words)


def _called(office: Place) -> str:
    """The name by which the box finds it again; the short name where others answer to the name too, as it is folded."""
    name = _whole(office.name)
    found = [one.place.id for one in _known() if name and name in (one.name, one.place.slug)]
    return office.name if found == [office.id] else office.slug


@until_the_tree_changes
def _known() -> tuple[Known, ...]:
    """Every office, in the order of the tree: folding thousands takes longer than asking."""
    return tuple(_made(row) for row in reading.rows(ALL))


def _made(row: Any) -> Known:
    place = Place(row.id, row.slug, row.name, row.path, row.parent_id)
    return Known(place, _whole(row.name), row.closed_on is None)


def _whole(words: str) -> str:
    """Folded, with one blank between two words."""
    return " ".join(fold(words).split())
