"""A report's facts as they are kept, and what was made of them on paper. The hash is of the content (core/frozen)."""

from dataclasses import dataclass
from typing import Any

from app.core import frozen
from app.core.frozen import content_hash, to_json
from app.reports.facts import Facts


@dataclass(frozen=True)
class Finished:
    """A rendered report: what is frozen beside its facts. `content_hash` is of the facts that it shows."""

    content_hash: str
    page_html: str
    pdf: bytes
    pages: int


def from_json(kept: dict[str, Any]) -> Facts:
    """The facts that `to_json` was given. What a later version of the app added has its default."""
    return frozen.from_json(Facts, kept)


__all__ = ["Finished", "content_hash", "from_json", "to_json"]
