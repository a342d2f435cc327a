"""A process in lanes: who has the work, how long it is worked on, how long it waits, all to one scale; below it how long
the same way takes afterwards, so that the emptiness beside it is the message.

Ink is work; hatched is a wait of our own making, solid grey one that the law asks for, hollow grey any other. Words stand
where there is room for them, those of the longest waits first; the table that goes with the drawing has them all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.core.charts.metrics import width as width_of
from app.core.charts.metrics import wrap
from app.core.charts.model import Area, Chart, Label, Line, Mark, Part, Row, say
from app.core.charts.palette import BAND, BETTER, COMMON, INK, PAPER, QUIET, ROW, TEXT, WAIT, WORSE
from app.core.charts.scale import Linear

Cause = Literal["own", "law", "other"]

RAIL, HEAD, FOOT = 129.0, 18.0, 2.0
LANE, BAR, LINE, TICK = 24.0, 14.0, 12.0, 2.4
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
class _Bar:
    """Where a block stands."""

    block: Block
    lane: int
    start: float
    worked: float
    end: float


def lanes(
    blocks: Sequence[Block], ways: Sequence[Way], *, words: Words, ticks: Sequence[float], width: float = 504.0
) -> Chart:
    """The drawing, `width` points wide, at most as high as its lanes need."""
    names = list(dict.fromkeys(block.lane for block in blocks))
    longest = max([sum(block.work + block.wait for block in blocks), *(way.length for way in ways)]) or 1.0
    across = Linear(0, longest, RAIL, width - 3)
    tops, bottom = _tops(names)
    bars = _bars(blocks, names, across)
    middles = [top + LANE / 2 for top in tops]
    drawn = _ways(ways, bottom, across, width)
    height = drawn[2]
    marks = [*_rules(tops[1:], width), *_grid(ticks, across, height), *_marks(bars, middles), *drawn[0]]
    labels = [*_axis(ticks, across, words, width), *_lane_names(names, middles)]
    labels += [*_waits(bars, middles, words, width), *drawn[1]]
    rows = tuple((bar.block.lane, words.amount(bar.block.wait), bar.block.why) for bar in bars)
    return Chart(width, height + FOOT, words.title, tuple(marks), tuple(labels), words.header, rows)


def _tops(names: Sequence[str]) -> tuple[list[float], float]:
    """The upper edge of each lane, and the lower edge of the last."""
    tops, y = [], HEAD
    for name in names:
        tops.append(y)
        y += max(LANE, LINE * len(_wrapped(name)) + 6)
    return tops, y


def _wrapped(name: str) -> list[str]:
    return wrap(name, RAIL - 14, strong=True)


def _bars(blocks: Sequence[Block], names: Sequence[str], across: Linear) -> list[_Bar]:
    places = {name: number for number, name in enumerate(names)}
    found, at = [], 0.0
    for block in blocks:
        worked = at + block.work
        end = worked + block.wait
        found.append(_Bar(block, places[block.lane], across(at), across(worked), across(end)))
        at = end
    return found


def _marks(bars: Sequence[_Bar], middles: Sequence[float]) -> list[Mark]:
    """Waits, then the way from lane to lane, then work over both."""
    waits = [_wait(bar, middles[bar.lane]) for bar in bars if bar.block.wait]
    steps: list[Mark] = [
        Line(((after.start, middles[before.lane]), (after.start, middles[after.lane])), INK, 0.75)
        for before, after in zip(bars, bars[1:], strict=False)
        if before.lane != after.lane
    ]
    work: list[Mark] = [
        Area(bar.start, middles[bar.lane] - BAR / 2 - 2, max(TICK, bar.worked - bar.start), BAR + 4, INK)
        for bar in bars
        if bar.block.work
    ]
    return [*waits, *steps, *work]


def _wait(bar: _Bar, middle: float) -> Mark:
    """At least as wide as can be seen."""
    frame = (bar.worked, middle - BAR / 2, max(1.2, bar.end - bar.worked), BAR)
    if bar.block.cause == "own":
        return Area(*frame, WAIT, WORSE, WORSE)
    return Area(*frame, COMMON) if bar.block.cause == "law" else Area(*frame, BAND, COMMON)


def _waits(bars: Sequence[_Bar], middles: Sequence[float], words: Words, width: float) -> list[Label]:
    """How long and why: inside the bar and beside it, as far as the lane is free there."""
    taken: dict[int, list[tuple[float, float]]] = {}
    for bar in bars:
        taken.setdefault(bar.lane, []).append((bar.start, max(bar.end, bar.start + TICK)))
    found: list[Label] = []
    for bar in sorted(bars, key=lambda one: one.worked - one.end):
        if bar.block.wait:
            found += _said(bar, middles[bar.lane], taken[bar.lane], words, width)
    return found


def _said(bar: _Bar, y: float, taken: list[tuple[float, float]], words: Words, width: float) -> list[Label]:
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
    bar: _Bar, parts: tuple[Part, ...], taken: list[tuple[float, float]], width: float
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


def _lane_names(names: Sequence[str], middles: Sequence[float]) -> list[Label]:
    return [
        say(0, middle + LINE * number, line, colour=INK, strong=True)
        for name, middle in zip(names, middles, strict=True)
        for number, line in enumerate(_wrapped(name))
    ]


def _axis(ticks: Sequence[float], across: Linear, words: Words, width: float) -> list[Label]:
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


def _rules(tops: Sequence[float], width: float) -> list[Mark]:
    return [Line(((0, top), (width, top)), ROW, 0.5) for top in tops]


def _grid(ticks: Sequence[float], across: Linear, height: float) -> list[Mark]:
    return [Line(((across(tick), HEAD - 4), (across(tick), height)), ROW, 0.5) for tick in ticks]


def _ways(
    ways: Sequence[Way], top: float, across: Linear, width: float
) -> tuple[list[Mark], list[Label], float]:
    """Below an ink rule, one row each; the lower edge comes last."""
    marks: list[Mark] = [Line(((0, top), (width, top)), INK, 1.0)] if ways else []
    labels: list[Label] = []
    for way in ways:
        end = max(across(way.length), RAIL + 4)
        lines = wrap(way.text, max(60.0, width - end - 2 * GAP))
        names = _wrapped(way.name)
        middle = top + LANE / 2
        fill = PAPER if way.is_promise else BETTER
        marks.append(Area(RAIL + 0.5, middle - BAR / 2, end - RAIL, BAR, fill, BETTER))
        labels += [say(0, middle + LINE * n, line, colour=INK, strong=True) for n, line in enumerate(names)]
        labels += _way_words(lines, end, middle, width)
        top += max(LANE, LINE * max(len(names), len(lines)) + 8)
    return marks, labels, top


def _way_words(lines: Sequence[str], end: float, middle: float, width: float) -> list[Label]:
    """After the bar; inside its end where the bar leaves no room."""
    if end + 60 > width:
        return [Label(end - GAP, middle, (Part(" ".join(lines), colour=TEXT),), "end", has_ground=True)]
    return [
        Label(end + GAP, middle + LINE * number, (Part(line, colour=TEXT),), has_ground=True)
        for number, line in enumerate(lines)
    ]
