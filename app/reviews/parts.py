"""The parts of a plan that a remark can be about, in the order in which they are read."""

from app.plans.sections import TEXTS

WHOLE = "whole"
"""A remark on the plan as a whole."""
ORDER = (
    "title", "outcome", "mission", "customers", "problem", "today", "after", "days", "changes", "measures",
    "milestones", "channels", "people", "risks", WHOLE,
)  # fmt: skip


def known() -> tuple[str, ...]:
    """All parts; sections that a cycle added stand before the remark on the whole."""
    return (*ORDER[:-1], *(key for key in TEXTS if key not in ORDER), WHOLE)


def place(part: str) -> int:
    """Where a part stands; parts that nobody knows any more stand before the whole."""
    return ORDER.index(part) if part in ORDER else len(ORDER) - 1
