"""The two pages as data: everything that prints, and nothing else. Frozen with a version; knows no database.

Texts that a person wrote are light Markdown as typed. Names of kinds, channels and costs come already in the
plan's
language. An empty text or list prints nothing.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.plans.process import ProcessMap

Paper = Literal["Letter", "A4"]


@dataclass(frozen=True, slots=True)
class PainPoint:
    """A linked report: the channel's name, the reporter's words, how many reports, customers a year (None:
    unknown).
    """

    ref: str
    channel: str
    words: str
    reports: int
    customers: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the plan changes, with the names of its kind and cost. The last three only where it is technology."""

    kind: str
    what: str
    rule_owner: str = ""
    cost: str = ""
    process: str = ""
    service_owner: str = ""
    technology_owner: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """A value at the last day of its period."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted; `unit` is "%" or a word ("days") or empty, `direction` is up, down or keep.

    `role` is the code of its kind, empty in sheets from before it was kept; a proxy only hints at the outcome.
    """

    name: str
    kind: str
    unit: str
    source: str
    owner: str
    direction: Literal["up", "down", "keep"] = "down"
    baseline: float | None = None
    target: float | None = None
    target_day: date | None = None
    role: str = ""
    is_proxy: bool = False
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A promise. `first_due` is the first date when it moved, `late_days` how late it is or came,
    `done_on` when it came.
    """

    name: str
    owner: str
    due: date
    is_decision_point: bool = False
    first_due: date | None = None
    done_on: date | None = None
    late_days: int = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel that the plan touches, with who owns it."""

    name: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """How a channel's owner stands to the plan on the day of the sheet: agree, met, agree_if, cannot, goes_ahead,
    no_answer or requested.
    """

    channel: str
    code: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how it goes today: who has the file, how many days, why, and whether the law asks for
    it, our own policy or habit, or neither.
    """

    lane: str
    days: float
    why: str
    is_law: bool = False
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """What the program office calls a section in this cycle."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A version of a plan as it prints. `fingerprint` is of the frozen content: 16 hex digits, empty for a
    draft.
    """

    ref: str
    title: str
    office: str
    cycle_start: date
    cycle_end: date
    champion: str = ""
    deputy: str = ""
    version: int = 1
    dated: date | None = None
    fingerprint: str = ""
    language: str = "en"
    paper: Paper = "Letter"
    is_draft: bool = False
    outcome: str = ""
    mission: str = ""
    customers: str = ""
    problem: str = ""
    pain_points: tuple[PainPoint, ...] = ()
    today: str = ""
    after: str = ""
    today_days: int | None = None
    after_days: int | None = None
    free_days: int | None = None
    steps: tuple[Step, ...] = ()
    maps: tuple[ProcessMap, ...] = ()
    changes: tuple[Change, ...] = ()
    measures: tuple[Measure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    more_milestones: int = 0
    channels: tuple[Channel, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    risks: str = ""
    people: str = ""
    own1: str = ""
    own2: str = ""
    names: tuple[Name, ...] = ()
    sponsor: str = ""

    def name(self, key: str) -> str:
        """The cycle's own name of a section; empty where it has the usual one."""
        return next((one.name for one in self.names if one.key == key), "")
