"""Reads docs/ACCESS.md: every table that begins with `endpoint` says who gets what answer.

The words: `yes` (the page, or the form with what to correct), `no` (403), `hidden` (404: what you may not see does not
exist for you), `sign in` (sent to the sign-in page, or 401 for a write).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from config import ROOT

WORDS = ("yes", "no", "hidden", "sign in")
PAGE = ROOT / "docs" / "ACCESS.md"


@dataclass(frozen=True)
class Row:
    """One endpoint: role -> word."""

    endpoint: str
    words: dict[str, str]


def rows() -> list[Row]:
    """Every row, role by role."""
    return [Row(cells.pop("endpoint"), cells) for cells in _tables("endpoint")]


def pairs() -> list[tuple[str, tuple[str, str], str]]:
    """(endpoint, two roles, word) where two roles give something else than either."""
    found = _tables("endpoint of a pair")
    return [(c["endpoint of a pair"], (c["role"], c["second role"]), c["answer"]) for c in found]


def _tables(first: str) -> Iterator[dict[str, str]]:
    head: list[str] = []
    for line in PAGE.read_text("utf-8").splitlines():
        if not line.startswith("|"):
            head = []
            continue
        cells = [cell.strip().strip("`") for cell in line.strip("| ").split("|")]
        if not head:
            head = cells
        elif head[0] == first and not set(line) <= set("|-: "):
            yield dict(zip(head, cells, strict=True))
