"""Lines of a spreadsheet, pasted: cells by column, not read further. What they say is judged in entry.py.

Columns are separated by tab, semicolon or comma of any script, whichever the first line holds. With a heading line
they may stand in any order; without one as in the table: step, who, work, wait, right, kind of rule, rule, who can
change it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence

from app.maps.entry import CELLS
from app.maps.errors import NothingPasted, TooManyLines

MOST_LINES = 400
"""More than a map holds, so that a long sheet can be shortened in the table."""

MARKS = "\t;؛；,،，"

NAMES = {
    "step": "name", "name": "name", "what": "name", "task": "name", "activity": "name",
    "who": "lane", "lane": "lane", "role": "lane", "department": "lane",
    "work": "work", "work time": "work", "process time": "work",
    "wait": "wait", "waits": "wait", "wait time": "wait", "waiting": "wait", "queue": "wait",
    "right": "right", "first time right": "right", "first-time-right": "right", "%": "right", "yield": "right",
    "kind": "rule", "kind of rule": "rule", "rule kind": "rule",
    "rule": "rule_name", "why": "rule_name", "reason": "rule_name",
    "who can change it": "rule_owner", "owner": "rule_owner", "rule owner": "rule_owner",
}  # fmt: skip


def read(text: str, names: Mapping[str, str]) -> list[dict[str, str]]:
    """Cells of each line that holds something; `names` are headings in the page's language. What stands beyond the last
    column is put behind it, so that nothing is lost. Raises NothingPasted, TooManyLines."""
    rows = list(_rows(text.lstrip("\ufeff")))
    known = {**NAMES, **names}
    columns = _heading(rows[0], known) if rows else None
    held = rows[1:] if columns else rows
    if not held:
        raise NothingPasted
    if len(held) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES, count=len(held))
    return [_cells(row, columns or CELLS) for row in held]


def _rows(text: str) -> Iterator[list[str]]:
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    mark = next((mark for mark in MARKS if mark in first), "\t")
    try:
        for cells in csv.reader(lines, delimiter=mark):
            found = [" ".join(cell.split()) for cell in cells]
            if any(found):
                yield found
    except csv.Error:
        yield [" ".join(text.split())[:1000]]


def _heading(cells: Sequence[str], known: Mapping[str, str]) -> list[str] | None:
    """The columns that a first line names; None where it names fewer than two of ours or holds figures."""
    columns = [known.get(cell.casefold(), "") for cell in cells]
    named = [column for column in columns if column]
    has_figures = any(sign.isdigit() for cell in cells for sign in cell)
    return columns if len(set(named)) == len(named) >= 2 and not has_figures else None


def _cells(row: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for number, cell in enumerate(row):
        name = columns[number] if number < len(columns) else columns[-1]
        if cell and name:
            found.setdefault(name, []).append(cell)
    return {name: " ".join(cells) for name, cells in found.items()}
