"""What is drawn of a process in lanes, and where its words stand: the steps, how they lie on the scale, their labels.

The longest waits come first: words stand inside a bar, beside it, or nowhere, since the table has them all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.core.charts.metrics import width as width_of
from app.core.charts.model import Label, Part, Row, say
from app.core.charts.palette import INK, QUIET
from app.core.charts.scale import Linear

Cause = Literal["own", "law", "other"]

RAIL = 129.0
LANE, BAR, TICK = 24.0, 14.0, 2.4
GAP = 6.0


@dataclass(frozen=True, slots=True)
class Block:
    """A step: work, then a wait, in the unit of the scale; `why` says what makes it wait."""

    lane: str
    work: float
    wait: float
    cause: Cause = "other"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How long another way takes, in one bar; a promise is hollow until it was seen."""

    name: str
    length: float
    text: str
    is_promise: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What is written. `amount` writes a time in short ("14 d"); `first` and `last` name the ends of the scale."""

    title: str
    first: str
    last: str
    header: Row
    amount: Callable[[float], str]
    tick: Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a block stands."""

    block: Block
    lane: int
    start: float
    worked: float
    end: float


def waits(bars: Sequence[Bar], middles: Sequence[float], words: Words, width: float) -> list[Label]:
    """How long and why: inside the bar and beside it, as far as the lane is free there."""
    taken: dict[int, list[tuple[float, float]]] = {}
    for bar in bars:
        taken.setdefault(bar.lane, []).append((bar.start, max(bar.end, bar.start + TICK)))
    found: list[Label] = []
    for bar in sorted(bars, key=lambda one: one.worked - one.end):
        if bar.block.wait:
            found += _said(bar, middles[bar.lane], taken[bar.lane], words, width)
    return found


def _said(bar: Bar, y: float, taken: list[tuple[float, float]], words: Words, width: float) -> list[Label]:
    amount, why = words.amount(bar.block.wait), bar.block.why
    is_inside = width_of(amount, strong=True) + 2 * GAP <= bar.end - bar.worked
    strong = Part(amount, strong=True, colour=INK)
    inside = [Label((bar.worked + bar.end) / 2, y, (strong,), "middle", has_ground=True)] if is_inside else []
    parts = (Part(why, colour=QUIET),) if is_inside else (strong, Part(f" {why}", colour=QUIET))
    if is_inside and not why:
        return inside
    beside = _beside(bar, parts, taken, width)
    if beside is None:
        return inside
    x, anchor = beside
    return [*inside, Label(x, y, parts, anchor, has_ground=True)]


def _beside(
    bar: Bar, parts: tuple[Part, ...], taken: list[tuple[float, float]], width: float
) -> tuple[float, Literal["start", "end"]] | None:
    """After the bar, else before it, where nothing else of the lane stands; None where there is no room."""
    needed = sum(width_of(part.text, strong=part.strong) for part in parts) + GAP
    right_edge = min((start for start, _ in taken if start >= bar.end - 0.01), default=width)
    if bar.end + GAP + needed <= right_edge:
        taken.append((bar.end + GAP, bar.end + GAP + needed))
        return bar.end + GAP, "start"
    left_edge = max((end for start, end in taken if end <= bar.start + TICK and start < bar.start), default=RAIL)
    if bar.start - GAP - needed >= left_edge:
        taken.append((bar.start - GAP - needed, bar.start - GAP))
        return bar.start - GAP, "end"
    return None


def axis(ticks: Sequence[float], across: Linear, words: Words, width: float) -> list[Label]:
    """Both ends, and the steps between that have room."""
    labels = [say(RAIL, 6, words.first), say(width, 6, words.last, anchor="end")]
    clear, room = RAIL + width_of(words.first) + 10, width - width_of(words.last) - 10
    for tick in ticks:
        text = words.tick(tick)
        half = width_of(text) / 2
        if across(tick) - half > clear and across(tick) + half < room:
            labels.append(say(across(tick), 6, text, anchor="middle"))
            clear = across(tick) + half + 10
    return labels
