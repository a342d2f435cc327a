"""A measure in one row of the plan: 24 months before, then the plan's year as a grey band with the promise
in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.charts.free import BEFORE, HALF, Place, is_free, on_marks, on_words
from app.core.charts.metrics import width as width_of
from app.core.charts.model import Area, Chart, Label, Line, Mark, Sign, say
from app.core.charts.palette import BAND, BETTER, COMMON
from app.core.charts.scale import Days, Linear, add_months, upwards
from app.core.charts.series import Formats, Point, point_sign, variation_marks
from app.core.charts.variation import Variation

HISTORY = 24
YEAR = 12
MONTH = 5.8
"""Points across for one month; the same in every row, so that the axis is said once, in the head."""
BAND_START = HISTORY * MONTH
BAND_END = (HISTORY + YEAR) * MONTH
HEIGHT = 50.0
WIDTH = 258.0
AIR = BEFORE + 0.5
"""Between a point and its words."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Where a measure shall be, and by when; `text` as it is written beside the diamond."""

    value: float
    day: date
    text: str


def measure_row(
    points: Sequence[Point],
    *,
    title: str,
    year_start: date,
    variation: Variation | None,
    compared: str,
    promise: Promise | None,
    unit: str,
    formats: Formats,
    header: tuple[str, str],
) -> Chart:
    """The row; `variation` is what the year is compared with and `compared` its words ("mean 72", "baseline 72");
    `header` names the two columns of its table."""
    first, last = add_months(year_start, -HISTORY), add_months(year_start, YEAR)
    across = Days(first, last, 0.0, BAND_END)
    shown = [point for point in points if first <= point.day < last]
    upright = _upright(shown, variation, promise)
    marks: list[Mark] = [Area(BAND_START, 0, BAND_END - BAND_START, HEIGHT, BAND)]
    labels: list[Label] = []
    places = [(across(point.day), upright(point.value)) for point in shown]
    if variation:
        marks += variation_marks(variation, upright, BAND_START)
    if len(places) > 1:
        marks.append(Line(tuple(places), COMMON, 0.6))
    marks += [point_sign(point, x, y, 1.7) for point, (x, y) in zip(shown, places, strict=True)]
    if promise:
        start = max([BAND_START + 2, *(x + 4 for x, _ in places if x > BAND_START)])
        labels += _promise(promise, across.inside(promise.day), upright(promise.value), start, marks)
    if variation:
        levels = [upright(level) for level in (variation.mean, variation.lower, variation.upper) if level is not None]
        labels += _compared(compared, levels, places, [*on_marks(marks), *on_words(labels)])
    rows = tuple((formats.month_year(point.day), formats.number(point.value, unit)) for point in shown)
    return Chart(WIDTH, HEIGHT, title, tuple(marks), tuple(labels), header, rows)


def _compared(words: str, levels: Sequence[float], places: Sequence[Place], drawn: Sequence[Place]) -> list[Label]:
    """What the year is compared with, where nothing is drawn; left out where all is. `levels` begin with the mean."""
    length = width_of(words)
    place = next((one for one in _wanted(levels, places, length) if is_free(one, length, drawn)), None)
    return [say(*place, words)] if place and words else []


def _wanted(levels: Sequence[float], places: Sequence[Place], length: float) -> Iterator[Place]:
    """At the mean's height after the last point, while that is near the time before; else under or over its limits."""
    last = max((x for x, _ in places), default=0.0)
    after = max(BAND_START, last) + AIR
    if last < BAND_START + 3 * MONTH and after + length <= BAND_END:
        yield after, levels[0]
    for y in (max(levels) + HALF + 2, min(levels) - HALF - 2):
        if HALF <= y <= HEIGHT - HALF:
            yield from ((x, y) for x in range(0, int(BAND_START - length), int(2 * MONTH)))


def _upright(points: list[Point], variation: Variation | None, promise: Promise | None) -> Linear:
    values = [point.value for point in points]
    if variation:
        values += [value for value in (variation.mean, variation.lower, variation.upper) if value is not None]
    if promise:
        values.append(promise.value)
    return upwards(values, HEIGHT - 8, 8)


def _promise(promise: Promise, x: float, y: float, start: float, marks: list[Mark]) -> list[Label]:
    if x - start > 6:
        marks.append(Line(((start, y), (x - 4, y)), BETTER, 1.25, (1.2, 2.2)))
    marks.append(Sign("diamond", x, y, BETTER, 3.0))
    return [say(x + 8, y, promise.text, colour=BETTER, strong=True)]
