"""What a demo report is told as, before it becomes rows: its words, its steps, who else sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.accounts.models import Person
from app.demo.texts.kinds import ReportText
from app.offices.models import Office


@dataclass(frozen=True)
class Step:
    """What was said on a day, by whom; nobody where an anonymous reporter said it."""

    kind: str
    on: date
    words: str
    by: Person | None


@dataclass(frozen=True)
class Seen:
    """A colleague saw it too."""

    by: Person
    on: date
    frequency: str
    customers: str
    minutes: int | None
    words: str


@dataclass(frozen=True)
class Story:
    """One report with all that came of it. Steps are in order of their days; `key` is the plan that takes it up."""

    words: ReportText
    office: Office
    reporter: Person | None
    responsible: Person
    on: date
    steps: Sequence[Step] = ()
    seen: Sequence[Seen] = ()
    key: str = ""
