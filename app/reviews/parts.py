"""The parts of a plan that a remark can be about, in the order in which they are read."""

from collections.abc import Iterable

from app.plans.models import SECTIONS

WHOLE = "whole"
"""A remark on the plan as a whole."""
ORDER = (
    "title", "outcome", "mission", "customers", "problem", "today", "after", "days", "changes", "measures",
    "milestones", "channels", "people", "risks", WHOLE,
)  # fmt: skip


def known(own: Iterable[str] = ()) -> tuple[str, ...]:
    """All parts; `own` are sections that a cycle added, which stand before the remark on the whole."""
    added = tuple(key for key in (*SECTIONS, *own) if key not in ORDER)
    return (*ORDER[:-1], *dict.fromkeys(added), WHOLE)


def place(part: str) -> int:
    """Where a part stands; parts that nobody knows any more stand before the whole."""
    return ORDER.index(part) if part in ORDER else len(ORDER) - 1
