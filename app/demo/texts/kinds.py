"""The shapes of the demo's texts. Days are counted from the reference day (negative: before it)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportText:
    """What somebody reported and what was answered. `{place}`, `{name}` and such are filled in where it is used.

    `often`, `many`, `channel` and `stage` are codes of pain points.
    """

    happening: str
    channel: str
    stage: str
    often: str = "weekly"
    many: str = "6-20"
    suggestion: str = ""
    ask: str = ""
    facts: str = ""
    accepted: str = ""
    declined: str = ""
    fixed: str = ""
    confirmed: str = ""
    seen: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class Told:
    """A report at a certain office with its steps: (kind of reply, working days ago). `by` is a key of a person."""

    text: ReportText
    office: str
    by: str
    ago: int
    steps: tuple[tuple[str, int], ...] = ()
    seen_by: int = 0
    key: str = ""


@dataclass(frozen=True)
class ChangeWords:
    """A change: what, kind, who can change the rule, cost (codes of plans); the rest is asked of technology."""

    what: str
    kind: str
    rule_owner: str = ""
    cost: str = "nil"
    process: str = ""
    service_owner: str = ""
    technology_owner: str = ""


@dataclass(frozen=True)
class PromiseWords:
    """A milestone and what became of it.

    `fate`: (step, day, words); steps are start, done, drop and replan, whose fourth part is the new day.
    """

    name: str
    owner: str
    shown_by: str
    due: int
    fate: tuple[tuple[str, int, str, int], ...] = ()
    is_decision_point: bool = False


@dataclass(frozen=True)
class Series:
    """24 months of numbers: around `before` until the change (days), then over `ramp` months to `after`.

    `spread` is the width of chance, `drift` what every month of the last eight adds, `stops` how many of the newest
    months are missing, `slip` a number that was corrected: (months ago, wrong value, reason).
    """

    before: float
    after: float
    spread: float
    changed: int | None = None
    ramp: int = 1
    decimals: int = 0
    drift: float = 0
    stops: int = 0
    slip: tuple[int, float, str] | None = None


@dataclass(frozen=True)
class MeasureText:
    """A measure with its numbers. `baseline` is stated over months -23 to -12; `promised` is the target's day."""

    name: str
    kind: str
    unit: str
    direction: str
    source: str
    series: Series
    definition: str = ""
    coverage: str = ""
    change: str = ""
    baseline: float | None = None
    target: float | None = None
    promised: int | None = None
    owner: str = "champion"


@dataclass(frozen=True)
class PlanText:
    """The words of a plan's version, by section, with what belongs to it."""

    title: str
    outcome: str = ""
    mission: str = ""
    problem: str = ""
    customers: str = ""
    today: str = ""
    after: str = ""
    days: tuple[int | None, int | None] = (None, None)
    people: str = ""
    risks: str = ""
    changes: tuple[ChangeWords, ...] = ()
    channels: tuple[str, ...] = ()
    milestones: tuple[PromiseWords, ...] = ()
    measures: tuple[MeasureText, ...] = ()
    reports: tuple[ReportText, ...] = ()

    @property
    def words(self) -> dict[str, str]:
        """Section texts by key."""
        keys = ("title", "outcome", "mission", "problem", "customers", "today", "after", "people", "risks")
        return {key: found for key in keys if (found := getattr(self, key))}


@dataclass(frozen=True)
class PlanStory:
    """A plan at an office in a cycle. Days: started, submitted, decided. `ending` is a state of the plan.

    `verdict` is accept or return, with `reason`; `second` is a later version with its own days.
    """

    office: str
    cycle: str
    text: PlanText
    started: int
    submitted: int | None = None
    decided: int | None = None
    verdict: str = ""
    reason: str = ""
    second: "PlanStory | None" = None
    ending: str = ""
    ended: int = 0


__all__ = [
    "ChangeWords", "MeasureText", "PlanStory", "PlanText", "PromiseWords", "ReportText", "Series",
    "Told",
]  # fmt: skip
