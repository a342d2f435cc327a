"""How sure we are: the signal and the evidence grade of a measure, from its numbers and its dated changes.

Pure: no database, no clock. Each rule stands beside its function. Staleness depends on today and is not in here
(models.Measure.grade_on).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.measures.control import RUN, Limits, limits_of, signals
from app.measures.models import Direction, Signal

BASE_POINTS = 6
SUSTAINED_POINTS = 12
COMPARED_OFFICES = 3


@dataclass(frozen=True)
class Point:
    """One current number: its period, and which source it came from."""

    start: date
    end: date
    value: float
    source_id: int = 0


@dataclass(frozen=True)
class Facts:
    """What a measure says of itself. `counted` holds the period of a stated baseline, `changes` the dated changes."""

    direction: Direction
    points: Sequence[Point]
    changes: Sequence[date] = ()
    baseline: float | None = None
    counted: tuple[date, date] | None = None
    target: float | None = None


class Lack(StrEnum):
    """What would raise the grade, the nearest step first."""

    BASELINE = "baseline"
    CHANGE = "change"
    AFTER = "after"
    BASE_POINTS = "base_points"
    POINTS = "points"
    GUARDED = "guarded"
    SIGNAL = "signal"
    COMPARED = "compared"
    RECOUNT = "recount"


@dataclass(frozen=True)
class Evidence:
    """The result with what it rests on. `flags` go with the points; `grade` has the step for a changed source taken."""

    grade: int
    signal: Signal
    lack: Lack
    change: date | None
    limits: Limits | None
    base: tuple[Point, ...]
    after: tuple[Point, ...]
    flags: dict[Point, Signal]
    has_changed_source: bool
    compared: int


def assess(facts: Facts, compared: int = 0) -> Evidence:
    """Signal and grade. `compared`: offices like this one where nothing of the kind was seen (`compared_offices`)."""
    change = change_of(facts)
    base, after = base_of(facts, change), _after(facts, change)
    limits = limits_of([point.value for point in base]) if len(base) >= BASE_POINTS else None
    flags = _flags(facts, _judged(facts, change, base), limits)
    signal = _newest(flags)
    earned, lack = _grade(facts, base, after, change, signal, compared)
    is_mixed = len({point.source_id for point in (*base, *after)}) > 1
    return Evidence(
        grade=max(0, earned - is_mixed), signal=signal, lack=lack, change=change, limits=limits, base=tuple(base),
        after=tuple(after), flags=flags, has_changed_source=is_mixed, compared=compared,
    )  # fmt: skip


def change_of(facts: Facts) -> date | None:
    """The change that the measure is judged by: the first after the stated baseline, else the first of all."""
    later = [day for day in facts.changes if facts.counted is None or day > facts.counted[1]]
    return min(later, default=None)


def base_of(facts: Facts, change: date | None) -> list[Point]:
    """The time before: the points of the stated baseline where it holds at least six, else all before the change.

    Nothing changed yet: all."""
    before = [point for point in facts.points if change is None or point.end < change]
    if facts.counted:
        start, end = facts.counted
        inside = [point for point in before if start <= point.start and point.end <= end]
        return inside if len(inside) >= BASE_POINTS else before
    return before


def _after(facts: Facts, change: date | None) -> list[Point]:
    """Full periods after the change; the one in which it fell belongs to neither side."""
    return [point for point in facts.points if change and point.start >= change]


def _judged(facts: Facts, change: date | None, base: Sequence[Point]) -> list[Point]:
    """The points whose signals count: after the change; without one after the stated baseline, else all."""
    if change:
        return _after(facts, change)
    if facts.counted and len(base) < len(facts.points):
        return [point for point in facts.points if point.start > base[-1].end] if base else []
    return list(facts.points)


def _flags(facts: Facts, judged: Sequence[Point], limits: Limits | None) -> dict[Point, Signal]:
    if limits is None:
        return {}
    found = signals([point.value for point in judged], limits)
    return {point: _meaning(facts, limits, sign) for point, sign in zip(judged, found, strict=True)}


def _meaning(facts: Facts, limits: Limits, sign: int) -> Signal:
    """Better or worse by the measure's direction. What must be kept is worse on the target's side, else no news."""
    if sign == 0:
        return Signal.NONE
    if facts.direction is Direction.KEEP:
        is_floor = facts.target is not None and facts.target < limits.mean
        return Signal.WORSE if (sign < 0) == is_floor else Signal.NONE
    return Signal.IMPROVING if (sign > 0) == (facts.direction is Direction.UP) else Signal.WORSE


def _newest(flags: dict[Point, Signal]) -> Signal:
    """The newest signal among the last seven points; what lies further back is over."""
    recent = list(flags.values())[-RUN:]
    return next((signal for signal in reversed(recent) if signal is not Signal.NONE), Signal.NONE)


def _grade(
    facts: Facts, base: Sequence[Point], after: Sequence[Point], change: date | None, signal: Signal, compared: int
) -> tuple[int, Lack]:
    """The grade as earned, and what the next one needs."""
    is_counted = facts.baseline is not None and facts.counted is not None
    steps = (
        (0, Lack.BASELINE, is_counted or len(base) >= BASE_POINTS),
        (1, Lack.CHANGE, change is not None),
        (1, Lack.AFTER, bool(after)),
        (2, Lack.GUARDED, facts.direction is not Direction.KEEP),
        (2, Lack.BASE_POINTS, len(base) >= BASE_POINTS),
        (2, Lack.POINTS, len(base) + len(after) >= SUSTAINED_POINTS),
        (2, Lack.SIGNAL, signal is Signal.IMPROVING),
        (3, Lack.COMPARED, compared >= COMPARED_OFFICES),
    )
    return next(((grade, lack) for grade, lack, is_met in steps if not is_met), (4, Lack.RECOUNT))


def compared_offices(found: Evidence, others: Sequence[Facts]) -> int:
    """How many offices without a change of their own can be compared over the same time; 0 where any shows the signal.

    An office with too few numbers before or after counts for nothing.
    """
    if found.change is None or not found.after:
        return 0
    until = found.after[-1].end
    seen = [_seen(other, found.change, until) for other in others if not any(day <= until for day in other.changes)]
    judged = [signal for signal in seen if signal is not None]
    return 0 if Signal.IMPROVING in judged else len(judged)


def _seen(other: Facts, change: date, until: date) -> Signal | None:
    """The signal another office shows, had the change been made there; None where its numbers do not reach."""
    points = [point for point in other.points if point.end <= until]
    found = assess(Facts(other.direction, points, (change,), target=other.target))
    return found.signal if len(found.base) >= BASE_POINTS and found.after else None
