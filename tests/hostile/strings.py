"""Hostile texts: our own few, and where the collections lie beside the project, all of theirs, in batches."""

import json
from pathlib import Path

from config import ROOT

FOLDER = ROOT.parent / "shared" / "data" / "adversarial"
MISSING = f"the hostile collections are not here: {FOLDER.name}"
BATCH = 60

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


def collected() -> list[str]:
    """The strings of the collections; none in a stranger's clone."""
    if not is_here():
        return []
    naughty = json.loads((FOLDER / "naughty_strings.json").read_text("utf-8"))
    lines = [line for name in ("xss_strings.txt", "sql_strings.txt") for line in _lines(FOLDER / name)]
    tables = [path.read_text("utf-8") for path in sorted((FOLDER / "csv_spectrum").glob("*.csv"))]
    return [text for text in (*naughty, *lines, *tables) if text.strip()]


def batches() -> list[list[str]]:
    """Our own strings first, then the collections by sixty."""
    every = collected()
    return [list(OWN), *(every[at : at + BATCH] for at in range(0, len(every), BATCH))]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").splitlines()
