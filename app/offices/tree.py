"""What lies around an office: the line above it, and one level below with its counts. Its past is in story.py."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, or_, select

from app.core import keyset, reading
from app.core.folding import fold
from app.core.keyset import Slice
from app.offices.kept import until_the_tree_changes
from app.offices.models import Office
from app.offices.places import OnTree, Place

PAGE_SIZE = 50
AROUND = select(
    Office.id, Office.slug, Office.name, Office.path, Office.parent_id, Office.staff_count, Office.closed_on
).where(or_(Office.id.in_(bindparam("line", expanding=True)), Office.path.like(bindparam("below"))))


@dataclass(frozen=True, slots=True)
class Branch:
    """An office in a list: how many offices hang below it, and their staff together with its own (None: not known)."""

    office: Place
    below: int
    staff: int | None


@dataclass(frozen=True, slots=True)
class Ended:
    """A closed office and the day it closed."""

    office: Place
    on: date


@dataclass(frozen=True, slots=True)
class Around:
    """The line from the agency down to an office, itself included, and what is right below it.

    `branches`: the open ones by name, each with the folded words it is found by; `closed`: the last closed first.
    """

    line: tuple[Place, ...]
    branches: tuple[tuple[str, Branch], ...]
    closed: tuple[Ended, ...]


def ancestors(office: OnTree) -> Sequence[Place]:
    """From the agency down to the office above this one."""
    return around(office.path).line[:-1]


def branches(found: Around, words: str, after: str | None, before: str | None) -> tuple[Slice[Branch], int]:
    """One page of the open offices right below that hold all the words, and how many there are; places are slugs."""
    wanted = fold(words).split()
    fitting = [branch for folded, branch in found.branches if all(word in folded for word in wanted)]
    return keyset.page_of(fitting, lambda branch: branch.office.slug, after, before, size=PAGE_SIZE), len(fitting)


@until_the_tree_changes
def around(path: str) -> Around:
    """What lies around the office at this place of the tree; one query over its line and its subtree."""
    line = [int(part) for part in path.strip("/").split("/")]
    rows = reading.rows(AROUND, {"line": line, "below": f"{path}%"})
    children = [row for row in rows if row.parent_id == line[-1]]
    closed = sorted((row for row in children if row.closed_on), key=lambda row: (row.closed_on, row.id), reverse=True)
    return Around(
        tuple(_place(row) for row in sorted(rows, key=lambda row: len(row.path)) if row.id in line),
        _counted([row for row in children if not row.closed_on], rows, path),
        tuple(Ended(_place(row), row.closed_on) for row in closed),
    )


def _counted(children: Sequence[Any], rows: Sequence[Any], path: str) -> tuple[tuple[str, Branch], ...]:
    """The children by name, with what the open offices of their subtrees add up to."""
    offices: Counter[str] = Counter()
    staff: Counter[str] = Counter()
    for row in rows:
        if row.path.startswith(path) and not row.closed_on:
            child = row.path.removeprefix(path).partition("/")[0]
            offices[child] += 1
            staff[child] += row.staff_count or 0
    return tuple(
        (fold(f"{row.name} {row.slug}"), Branch(_place(row), offices[str(row.id)] - 1, staff[str(row.id)] or None))
        for row in sorted(children, key=lambda row: (fold(row.name), row.id))
    )


def _place(row: Any) -> Place:
    return Place(row.id, row.slug, row.name, row.path, row.parent_id)
