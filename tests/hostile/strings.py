"""Hostile texts: our own few, and where the collections lie beside the project, all of theirs, in batches."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest

from config import ROOT

FOLDER = ROOT.parent / "shared" / "data" / "adversarial"
MISSING = f"the hostile collections are not here: {FOLDER.name}"
BATCH = 60
T = TypeVar("T")

OWN = (
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "%s %(x)s %% {0} {x.__class__}",
    "{{ 7*7 }}{% raw %}",
    "=HYPERLINK(\"http://x\")", "+1+1", "-1", "@SUM(1)", "\tx", "\u202eabc\u202c", "a\u0301" * 50, "]]>--><!--",
    "\\A \\0 \\u0000",
    "' OR 1=1 --", "\x00\x01\x1b[31m\x7f", "\ufeff\ufffe\uffff", "NUL\x00byte", "🏳️‍🌈 𝒳 👩‍👩‍👧‍👦", "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](http://x/y.png) <http://x>", "> " * 60, "- " * 60, "[" * 100, "*" * 90, "`" * 80,
    "x\r\nSet-Cookie: a=b", "../../../../etc/passwd", "a" * 120, "ﷺ﷽" * 20, "İıſßǅ",
)  # fmt: skip


def is_here() -> bool:
    return FOLDER.is_dir()


def collected() -> list[list[str]]:
    """The strings of the collections, a list for each kind of file; none in a stranger's clone."""
    if not is_here():
        return []
    naughty = json.loads((FOLDER / "naughty_strings.json").read_text("utf-8"))
    tables = [path.read_text("utf-8") for path in sorted((FOLDER / "csv_spectrum").glob("*.csv"))]
    kinds = naughty, _lines(FOLDER / "xss_strings.txt"), _lines(FOLDER / "sql_strings.txt"), tables
    return [[text for text in kind if text.strip()] for kind in kinds]


def batches() -> list[list[str]]:
    """Our own strings first, then the collections by sixty, every kind in the first ones."""
    kinds = collected()
    count = -(-sum(map(len, kinds)) // BATCH)
    return [list(OWN), *([text for kind in kinds for text in kind[at::count]] for at in range(count))]


def ordinary_first(values: Sequence[T], ordinary: int) -> list[Any]:
    """As parameters: a few in every run, all of them in the long sweeps."""
    return [pytest.param(value, marks=pytest.mark.long if at >= ordinary else ()) for at, value in enumerate(values)]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").splitlines()
