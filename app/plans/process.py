"""A process map as data: what is frozen with a version and with a report, and nothing else. Knows no database.

The rows that people edit, what is computed from them and how they are drawn are in app/maps.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MapStep:
    """One step, then the wait after it, in minutes. `right`: of 100 cases how many are right at the first time (None:
    unknown); `rule`: the code of the rule that makes it wait, empty where none is known."""

    name: str
    lane: str
    work: int = 0
    wait: int = 0
    right: int | None = None
    rule: str = ""
    rule_name: str = ""
    rule_owner: str = ""


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """The steps of one way, in order. `kind` is as_is, to_be or observed; `seen_on` the day of an observed one."""

    kind: str
    steps: tuple[MapStep, ...] = ()
    seen_on: date | None = None
