"""The revisions of our migrations, read from their files: loading Alembic takes a while, and the first start has not
even installed it yet. So this imports nothing but the standard library.
"""

import re
from functools import cache
from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"
SAID = re.compile(r"^(revision|down_revision)\b(.*)", re.MULTILINE)
NAME = re.compile(r"""["']([^"']+)["']""")


@cache
def earlier() -> frozenset[str]:
    """Those that another one of ours follows."""
    return _said()["down_revision"]


def newest() -> str | None:
    """The one that no other follows."""
    return next(iter(_said()["revision"] - earlier()), None)


def _said() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {"revision": frozenset(), "down_revision": frozenset()}
    for file in VERSIONS.glob("*.py"):
        for kind, value in SAID.findall(file.read_text("utf-8")):
            found[kind] |= set(NAME.findall(value))
    return found
