"""What a report says, as data: everything that shows and prints, and nothing else. Knows no database, no language.

Frozen with the report. Figures are plain numbers in the unit of their measure; a count of None means "fewer than the
smallest group", and the true one is not in here. Worse comes before better in every list.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.measures.models import Direction, Kind, Signal, Unit
from app.plans.models import PlanState
from app.plans.process import ProcessMap
from app.reports.models import Scope
from app.reports.tried import Tried


class Outcome(StrEnum):
    """What became of a promise by the period's last day; the worst first."""

    LATE = "late"
    DROPPED = "dropped"
    MOVED = "moved"
    DONE_LATE = "done_late"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Promise:
    """A milestone of the period. Days late: against the date that held on the last day, and against the first."""

    plan: str
    name: str
    owner: str
    first_due: date
    due: date
    outcome: Outcome
    settled_on: date | None = None
    words: str = ""
    days_late: int = 0
    days_late_first: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """Promises of the period by what became of them."""

    promised: int = 0
    done: int = 0
    done_late: int = 0
    late: int = 0
    dropped: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A number at the last day of its period, with what it signals."""

    day: date
    value: float
    signal: Signal = Signal.NONE


@dataclass(frozen=True, slots=True)
class Dated:
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """A measure before the period and at its end. `before` is the stated baseline (`before_start`, `before_end`),
    else a mean of earlier numbers. `mean`, `lower`, `upper` are its ordinary variation before the change.
    `before_count` and `after_count` are the numbers that the grade rests on."""

    ref: str
    plan: str
    office: str
    name: str
    kind: Kind
    unit: Unit
    direction: Direction
    owner: str = ""
    source: str = ""
    before: float | None = None
    before_start: date | None = None
    before_end: date | None = None
    after: float | None = None
    after_end: date | None = None
    latest_end: date | None = None
    target: float | None = None
    target_on: date | None = None
    signal: Signal = Signal.NONE
    grade: int = 0
    is_stale: bool = False
    before_count: int = 0
    after_count: int = 0
    has_changed_source: bool = False
    recounted_on: date | None = None
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    limits_until: date | None = None
    readings: tuple[Reading, ...] = ()
    changes: tuple[Dated, ...] = ()
    tried: tuple[Tried, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """Reports from the frontline: counts (None: fewer than `smallest_group`), medians in working days from receipt."""

    smallest_group: int
    received: int | None = 0
    acknowledged: int | None = 0
    answered: int | None = 0
    in_time: int | None = 0
    fixed: int | None = 0
    overdue: int | None = 0
    median_acknowledged: float | None = None
    median_answered: float | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """A plan that made the way shorter at no cost, with the measure that shows it."""

    plan: str
    title: str
    today_days: int
    after_days: int
    measure: str
    measure_name: str

    @property
    def days(self) -> int:
        return self.today_days - self.after_days


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row of the table of plans; its first outcome measure stands for the plan."""

    ref: str
    title: str
    office: str
    champion: str
    state: PlanState
    version: int
    totals: Totals
    outcome: str = ""
    unit: Unit = Unit.COUNT
    before: float | None = None
    after: float | None = None
    signal: Signal = Signal.NONE
    grade: int | None = None
    is_stale: bool = False
    pdf_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The whole report. For an office or the program `promises` and `measures` hold the exceptions only."""

    ref: str
    scope: Scope
    title: str
    office: str
    start: date
    end: date
    gathered_on: date
    language: str
    paper: str
    totals: Totals
    answers: Answers
    author: str = ""
    went_well: str = ""
    did_not: str = ""
    we_ask: str = ""
    corrects: str = ""
    correction_reason: str = ""
    plans: tuple[PlanLine, ...] = ()
    promises: tuple[Promise, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    saved: tuple[Saved, ...] = ()
    outcomes: int = 0
    better: int = 0
    worse: int = 0
    stale: int = 0
    numbers: int = 0
    more_promises: int = 0
    more_measures: int = 0
    maps: tuple[ProcessMap, ...] = ()
