"""A process in lanes: who has the work, how long it is worked on, how long it waits, all to one scale; below it how
long the same way takes afterwards, so that the emptiness beside it is the message.

Ink is work; hatched is a wait of our own making, solid grey one that the law asks for, hollow grey any other. Where
words stand is in lane_words.py.
"""

from collections.abc import Sequence
from itertools import pairwise

from app.core.charts.lane_words import BAR, GAP, LANE, RAIL, TICK, Bar, Block, Way, Words, axis, waits
from app.core.charts.metrics import wrap
from app.core.charts.model import Area, Chart, Label, Line, Mark, Part, say
from app.core.charts.palette import BAND, BETTER, COMMON, INK, PAPER, ROW, TEXT, WAIT, WORSE
from app.core.charts.scale import Linear

HEAD, FOOT = 18.0, 2.0
ROOM = 9.0
"""Points that a step needs for signs of full size."""
BESIDE = 160.0
"""Points that words beside a bar need at least."""
LINE = 12.0


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
    labels = [*axis(ticks, across, words, width), *_lane_names(names, middles)]
    labels += [*waits(bars, middles, words, width), *drawn[1]]
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


def _bars(blocks: Sequence[Block], names: Sequence[str], across: Linear) -> list[Bar]:
    places = {name: number for number, name in enumerate(names)}
    found, at = [], 0.0
    for block in blocks:
        worked = at + block.work
        end = worked + block.wait
        found.append(Bar(block, places[block.lane], across(at), across(worked), across(end)))
        at = end
    return found


def _marks(bars: Sequence[Bar], middles: Sequence[float]) -> list[Mark]:
    """Waits, then the way from lane to lane, then work over both; finer where many steps share the scale."""
    fine = max(0.2, min(1.0, (bars[-1].end - RAIL) / len(bars) / ROOM)) if bars else 1.0
    waits = [_wait(bar, middles[bar.lane]) for bar in bars if bar.block.wait]
    steps: list[Mark] = [
        Line(((after.start, middles[before.lane]), (after.start, middles[after.lane])), INK, 0.75 * fine)
        for before, after in pairwise(bars)
        if before.lane != after.lane
    ]
    work: list[Mark] = [
        Area(bar.start, middles[bar.lane] - BAR / 2 - 2, max(TICK * fine, bar.worked - bar.start), BAR + 4, INK)
        for bar in bars
        if bar.block.work
    ]
    return [*waits, *steps, *work]


def _wait(bar: Bar, middle: float) -> Mark:
    """At least as wide as can be seen."""
    frame = (bar.worked, middle - BAR / 2, max(1.2, bar.end - bar.worked), BAR)
    if bar.block.cause == "own":
        return Area(*frame, WAIT, WORSE, WORSE)
    return Area(*frame, COMMON) if bar.block.cause == "law" else Area(*frame, BAND, COMMON)


def _lane_names(names: Sequence[str], middles: Sequence[float]) -> list[Label]:
    return [
        say(0, middle + LINE * number, line, colour=INK, strong=True)
        for name, middle in zip(names, middles, strict=True)
        for number, line in enumerate(_wrapped(name))
    ]


def _rules(tops: Sequence[float], width: float) -> list[Mark]:
    return [Line(((0, top), (width, top)), ROW, 0.5) for top in tops]


def _grid(ticks: Sequence[float], across: Linear, height: float) -> list[Mark]:
    return [Line(((across(tick), HEAD - 4), (across(tick), height)), ROW, 0.5) for tick in ticks]


def _ways(ways: Sequence[Way], top: float, across: Linear, width: float) -> tuple[list[Mark], list[Label], float]:
    """Below an ink rule, one row each; the lower edge comes last."""
    marks: list[Mark] = [Line(((0, top), (width, top)), INK, 1.0)] if ways else []
    labels: list[Label] = []
    for way in ways:
        end = max(across(way.length), RAIL + 4)
        names, middle = _wrapped(way.name), top + LANE / 2
        marks.append(Area(RAIL + 0.5, middle - BAR / 2, end - RAIL, BAR, PAPER if way.is_promise else BETTER, BETTER))
        words = _way_words(way.text, end, middle, width)
        labels += [say(0, middle + LINE * n, line, colour=INK, strong=True) for n, line in enumerate(names)]
        labels += words
        top = max(top + LANE + LINE * (len(names) - 1), words[-1].y + LINE)
    return marks, labels, top


def _way_words(text: str, end: float, middle: float, width: float) -> list[Label]:
    """After the bar, or below it where little room is left."""
    room = width - end - 2 * GAP
    x, y, room = (end + GAP, middle, room) if room >= BESIDE else (RAIL, middle + BAR, width - RAIL)
    lines = wrap(text, room)
    return [Label(x, y + LINE * n, (Part(line, colour=TEXT),), has_ground=True) for n, line in enumerate(lines)]
