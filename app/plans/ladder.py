"""From what the customer gets up to the agency's mission: "so that ...", step by step. Pure.

The steps are the lines of the section `mission`, the mission itself the last of them: so they are saved, guarded,
compared, printed and redacted as every section is.
"""

import re

MOST = 4
"""Steps that are asked for: up to three on the way, and the mission."""

LONGEST = 12
"""Lines that are still taken for steps; more of them are a text like any other."""

MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
LEAD = re.compile(r"^(?:so that|in order that)\b[\s,:…]*", re.IGNORECASE)


def rungs(mission: str) -> tuple[str, ...]:
    """The steps above the outcome, without marks of lists, and without a "so that", which the page says itself."""
    lines = [line for line in mission.splitlines() if line.strip()]
    if len(lines) > LONGEST:
        return (mission,)
    steps = (LEAD.sub("", MARK.sub("", line)).strip() for line in lines)
    return tuple(step for step in steps if step)
