"""What saving a pasted table would do, line by line: new, already there, replaces a number, or cannot be saved."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import N_, BrokenRule
from app.measures.models import Observation
from app.measures.numbers import Figure
from app.measures.pasted import Line
from app.measures.periods import Period


class Outcome(StrEnum):
    NEW = "new"
    SAME = "same"
    REPLACES = "replaces"
    BAD = "bad"


class NotOver(BrokenRule):
    field = "period"
    message = N_("This period is not over yet. Its number can be recorded from the day it ends.")


class Overlaps(BrokenRule):
    field = "period"
    message = N_("This period overlaps another one of the same source, from %(start)s to %(end)s.")


class Twice(BrokenRule):
    message = N_("This period stands in line %(line)s already.")


@dataclass(frozen=True)
class Judged:
    """A line with what saving it would do; `existing` is the number it meets."""

    line: Line
    outcome: Outcome
    existing: Observation | None = None
    problem: BrokenRule | None = None


@dataclass(frozen=True)
class Preview:
    """All lines in order. `seen` is a fingerprint: saving asks that it still holds."""

    lines: tuple[Judged, ...]

    def of(self, outcome: Outcome) -> list[Judged]:
        return [judged for judged in self.lines if judged.outcome == outcome]

    @property
    def to_save(self) -> list[Judged]:
        return [*self.of(Outcome.NEW), *self.of(Outcome.REPLACES)]

    @property
    def seen(self) -> str:
        parts = [f"{one.line.number}{one.outcome}{one.existing.id if one.existing else 0}" for one in self.lines]
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def judge(lines: Sequence[Line], current: Sequence[Observation], today: date) -> Preview:
    """Each line against the current numbers of its source, and against the lines before it."""
    known = {Period(row.period_start, row.period_end): row for row in current}
    taken: dict[Period, int] = {}
    return Preview(tuple(_judge(line, known, taken, today) for line in lines))


def check_free(period: Period, others: Sequence[Period], today: date) -> None:
    """Raises NotOver for a period that goes on, Overlaps where another one shares a day with it."""
    if period.end > today:
        raise NotOver
    for other in others:
        if other != period and other.overlaps(period):
            raise Overlaps(start=other.start.isoformat(), end=other.end.isoformat())


def _judge(line: Line, known: dict[Period, Observation], taken: dict[Period, int], today: date) -> Judged:
    if line.period is None or line.figure is None:
        return Judged(line, Outcome.BAD, problem=line.problem)
    try:
        if line.period in taken:
            raise Twice(line=taken[line.period])
        check_free(line.period, [*known, *taken], today)
    except BrokenRule as broken:
        return Judged(line, Outcome.BAD, problem=broken)
    taken[line.period] = line.number
    existing = known.get(line.period)
    if existing is None:
        return Judged(line, Outcome.NEW)
    return Judged(line, Outcome.SAME if is_same(existing, line.figure) else Outcome.REPLACES, existing)


def is_same(row: Observation, figure: Figure) -> bool:
    """True where nothing would change."""
    return (row.value, row.numerator, row.denominator) == (figure.value, figure.numerator, figure.denominator)
