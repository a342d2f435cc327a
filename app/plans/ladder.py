"""From what the customer gets up to the agency's mission: "so that ...", step by step. Pure.

The steps are the lines of the section `mission`, the mission itself the last of them: so they are saved, guarded,
compared, printed and redacted as every section is.
"""

import re

MOST = 4
"""Steps that are asked for: up to three on the way, and the mission. More lines are shown all the same."""

MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
LEAD = re.compile(r"^(?:so that|in order that)\b[\s,:…]*", re.IGNORECASE)


def rungs(mission: str) -> tuple[str, ...]:
    """The steps above the outcome, without marks of lists, and without a "so that", which the page says itself."""
    lines = (LEAD.sub("", MARK.sub("", line)).strip() for line in mission.splitlines())
    return tuple(line for line in lines if line)
