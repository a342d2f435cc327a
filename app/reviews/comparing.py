"""Two versions of a plan part by part: texts, days, and entries of lists that belong together. Pure; knows no database.

What is compared comes as two `Side`s. Entries of a list (changes, measures, milestones) are paired by what they are
called, so that one that was reworded shows as changed, and not as taken out and put in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.reviews import differences
from app.reviews.differences import Marked

ALIKE = 0.4
"""Share of words from which two names mean the same entry."""
MOST_IN_ALL = 150_000
"""Characters of all texts together that are compared word by word; what comes after is compared by paragraph."""


class Fate(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Value:
    """One thing that is said, under its label. `is_text`: words that somebody wrote; else it changes as a whole."""

    label: str
    words: str
    is_text: bool = False


@dataclass(frozen=True)
class Entry:
    """One line of a part: what it is called by comes first. `due` is the day that it promises."""

    values: tuple[Value, ...]
    due: date | None = None

    @property
    def name(self) -> str:
        return self.values[0].words if self.values else ""


Side = Mapping[str, Sequence[Entry]]
"""All that a version says: entries by part, a section being one entry."""


@dataclass(frozen=True)
class Field:
    label: str
    marked: Marked


@dataclass(frozen=True)
class Row:
    """Two entries that belong together; `moved` is how many days later the new one is promised."""

    fate: Fate
    fields: tuple[Field, ...]
    moved: int = 0


@dataclass(frozen=True)
class Part:
    key: str
    rows: tuple[Row, ...]

    @property
    def is_changed(self) -> bool:
        return any(row.fate is not Fate.SAME for row in self.rows)

    @property
    def is_by_paragraph(self) -> bool:
        return any(field.marked.is_by_paragraph for row in self.rows for field in row.fields)


def compare(old: Side, new: Side, order: Sequence[str]) -> list[Part]:
    """Every part that says something on either side, in this order."""
    room = [MOST_IN_ALL]
    found = ((key, old.get(key, ()), new.get(key, ())) for key in order)
    return [
        Part(key, tuple(_row(pair, room) for pair in _pairs(before, after)))
        for key, before, after in found
        if before or after
    ]


Pair = tuple[Entry | None, Entry | None]


def _pairs(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Pair]:
    """In the order of the new list; what was taken out stands last."""
    if len(old) == len(new) == 1 and not old[0].due:
        yield old[0], new[0]
        return
    partner = _partners(old, new)
    for place, entry in enumerate(new):
        yield (old[partner[place]] if place in partner else None), entry
    taken = set(partner.values())
    for place, entry in enumerate(old):
        if place not in taken:
            yield entry, None


def _partners(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """Place in the new list to place in the old one; the likest first, each once."""
    scores = sorted(
        (
            (-_likeness(before, after), abs(i - j), j, i)
            for i, before in enumerate(old)
            for j, after in enumerate(new)
        )
    )  # fmt: skip
    found: dict[int, int] = {}
    for score, _, j, i in scores:
        if -score >= ALIKE and j not in found and i not in found.values():
            found[j] = i
    return found


def _likeness(old: Entry, new: Entry) -> float:
    return 1.0 if old.name == new.name else differences.likeness(old.name, new.name)


def _row(pair: Pair, room: list[int]) -> Row:
    old, new = pair
    fields = tuple(_fields(old, new, room))
    if old is None or new is None:
        return Row(Fate.ADDED if old is None else Fate.REMOVED, fields)
    is_changed = any(field.marked.is_changed for field in fields)
    moved = (new.due - old.due).days if old.due and new.due else 0
    return Row(Fate.CHANGED if is_changed else Fate.SAME, fields, moved)


def _fields(old: Entry | None, new: Entry | None, room: list[int]) -> Iterator[Field]:
    before, after = ({one.label: one for one in entry.values} if entry else {} for entry in (old, new))
    for label in {**before, **after}:
        was, now = before.get(label), after.get(label)
        if (was and was.words) or (now and now.words):
            is_text = bool(was and now and was.is_text)
            yield Field(label, _marked(was.words if was else "", now.words if now else "", is_text, room))


def _marked(old: str, new: str, is_text: bool, room: list[int]) -> Marked:
    if old == new or not is_text:
        return differences.whole(old, new)
    found = differences.between(old, new, most=min(differences.MOST, room[0]))
    room[0] -= 0 if found.is_by_paragraph else len(old) + len(new)
    return found
