"""Stretches of time on a chart, such as small tests: hatched between two dashed lines, named in a lane at the foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.charts.measure_labels import BOTTOM, TOP, Plot
from app.core.charts.metrics import width as width_of
from app.core.charts.model import Area, Label, Line, Mark, say
from app.core.charts.palette import BAND, COMMON, INK, ROW, TEXT

LANE = 15.0
"""What the lane takes of the height."""
LEAST = 3.0
"""A day is drawn at least so wide."""


@dataclass(frozen=True, slots=True)
class Span:
    """`name` is written in the lane where there is room ("Test 2"), `number` where there is less; `words` say in the
    table what it was and what came of it."""

    start: date
    end: date
    number: str
    name: str
    words: str


def since(spans: Sequence[Span], days: tuple[date, date]) -> tuple[tuple[date, date], list[Span]]:
    """The days of the chart with room for spans to come, and those that it shows, in order: what ended before its first
    day is left out."""
    shown = sorted(
        (span for span in spans if span.end >= days[0]), key=lambda span: (span.start, span.end, span.number)
    )
    return (days[0], max([days[1], *(span.end for span in shown)])), shown


def span_marks(spans: Iterable[Span], plot: Plot) -> tuple[list[Mark], list[Label]]:
    """Marks to be drawn beneath the numbers, and their names; `spans` as `since` gives them."""
    marks: list[Mark] = []
    labels: list[Label] = []
    taken = 0.0
    y = plot.base + BOTTOM + LANE / 2 - 1
    for span in spans:
        start = min(plot.across.inside(span.start), plot.right - LEAST)
        end = max(plot.across.inside(span.end), start + LEAST)
        marks += _stretch(start, end, y, plot)
        name = next((text for text in (span.name, span.number) if _is_free(text, end, taken, plot)), "")
        if name:
            labels.append(say(end + 4, y, name, colour=TEXT))
        taken = max(taken, end + 4 + width_of(name) + 6)
    return marks, labels


def words_within(spans: Iterable[Span], start: date, end: date) -> list[str]:
    """What was tried in a period, for its row in the table."""
    return [span.words for span in spans if span.start <= end and span.end >= start]


def _stretch(start: float, end: float, y: float, plot: Plot) -> list[Mark]:
    return [
        Area(start, TOP, end - start, plot.base - TOP, BAND, hatch=ROW),
        *(Line(((x, TOP), (x, y)), COMMON, 0.75, (2, 2)) for x in (start, end)),
        Line(((start, y), (end, y)), INK, 2.5),
    ]


def _is_free(text: str, end: float, taken: float, plot: Plot) -> bool:
    return end + 4 >= taken and end + 4 + width_of(text) <= plot.width
