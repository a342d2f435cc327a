"""A measure over time at full size: points, ordinary variation, dated changes, the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.charts.measure_row import Promise
from app.core.charts.metrics import width as width_of
from app.core.charts.model import Anchor, Area, Chart, Label, Line, Mark, Sign, say
from app.core.charts.palette import BAND, BETTER, COMMON, INK, TEXT
from app.core.charts.scale import Days, Linear, add_months, upwards
from app.core.charts.series import Change, Formats, Point, point_sign, variation_marks
from app.core.charts.spread import spread
from app.core.charts.variation import Variation

WIDTH, HEIGHT = 375.0, 132.0
TOP, BOTTOM, END = 20.0, 18.0, 54.0
LINE = 12.0
START: Anchor = "start"
BACK: Anchor = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """What is written into the chart, in the reader's language; `mean` names the line of the time before."""

    title: str
    mean: str
    target: str
    header: tuple[str, str]


def measure_chart(
    points: Sequence[Point],
    *,
    words: Words,
    unit: str,
    formats: Formats,
    variation: Variation | None = None,
    variation_until: date | None = None,
    promise: Promise | None = None,
    changes: Sequence[Change] = (),
    band: tuple[date, date] | None = None,
    width: float = WIDTH,
    height: float = HEIGHT,
) -> Chart:
    """The chart. Limits stop at `variation_until` (else at the last point), where the time after the
    change begins.
    """
    first, last = _ends(points, promise, changes, band)
    end = _room(promise, words)
    across = Days(first, last, 4.0, width - end)
    upright = upwards(_values(points, variation, promise), height - BOTTOM, TOP + 6)
    marks: list[Mark] = []
    labels: list[Label] = []
    if band:
        left, right = across.inside(band[0]), across.inside(band[1])
        marks.append(Area(left, TOP, right - left, height - BOTTOM - TOP, BAND))
    if variation:
        until = across.inside(variation_until or (points[-1].day if points else last))
        marks += variation_marks(variation, upright, until)
        low = upright(variation.lower if variation.lower is not None else variation.mean)
        labels.append(say(4, min(low + 8, height - BOTTOM - 7), words.mean))
    marks += _changes(changes, across, width, height, labels)
    marks += _run(points, across, upright)
    marks.append(Line(((0, height - BOTTOM), (width - end, height - BOTTOM)), INK, 1.0))
    labels += _months(first, last, across, height, formats, marks)
    if promise:
        marks.append(Sign("diamond", across.inside(promise.day), upright(promise.value), BETTER, 3.4))
        labels += _target(promise, words, width - end, upright(promise.value), height, marks)
    rows = tuple((formats.month_year(point.day), formats.number(point.value, unit)) for point in points)
    return Chart(width, height, words.title, tuple(marks), tuple(labels), words.header, rows)


def _ends(
    points: Sequence[Point], promise: Promise | None, changes: Sequence[Change], band: tuple[date, date] | None
) -> tuple[date, date]:
    days = [point.day for point in points] + [change.day for change in changes] + list(band or ())
    days += [promise.day] if promise else []
    if not days:
        raise ValueError("a chart needs at least one date")
    return min(days), max(days)


def _values(points: Sequence[Point], variation: Variation | None, promise: Promise | None) -> list[float]:
    values = [point.value for point in points] + ([promise.value] if promise else [])
    if variation:
        values += [value for value in (variation.mean, variation.lower, variation.upper) if value is not None]
    return values


def _run(points: Sequence[Point], across: Days, upright: Linear) -> list[Mark]:
    places = [(across(point.day), upright(point.value)) for point in points]
    line: list[Mark] = [Line(tuple(places), COMMON, 0.7)] if len(places) > 1 else []
    return line + [point_sign(point, x, y) for point, (x, y) in zip(points, places, strict=True)]


def _changes(
    changes: Sequence[Change], across: Days, width: float, height: float, labels: list[Label]
) -> list[Mark]:
    """A dotted line with its name on top; names stand where they do not touch, and are left out where none
    would fit.
    """
    marks: list[Mark] = []
    taken: list[tuple[float, float]] = []
    for change in sorted(changes, key=lambda change: change.day, reverse=True):
        x = across(change.day)
        marks.append(Line(((x, TOP - 4), (x, height - BOTTOM)), INK, 0.75, (1.2, 1.6)))
        length = width_of(change.name) + 4
        for start, end in ((x + 3, x + 3 + length), (x - 3 - length, x - 3)):
            if start >= 0 and end <= width and all(end < a or start > b for a, b in taken):
                taken.append((start, end))
                labels.append(
                    say(x + 3 if start > x else x - 3, 8, change.name, colour=TEXT, anchor=START if start > x else BACK)
                )
                break
    return marks


def _months(first: date, last: date, across: Days, height: float, formats: Formats, marks: list[Mark]) -> list[Label]:
    """Month and year along the foot, as many as have room."""
    count = (last.year - first.year) * 12 + last.month - first.month
    room = max(1, int(across.end / 84))
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600) if count / step <= room), 1200)
    labels = []
    for number in range(0, count + 1, step):
        day = max(first, add_months(first, number))
        x = across(day)
        if x > across.end - 30 and number:
            continue
        marks.append(Line(((x, height - BOTTOM), (x, height - BOTTOM + 4)), INK, 0.75))
        labels.append(say(max(0.0, x - 2), height - BOTTOM + 11, formats.month_year(day)))
    return labels


def _room(promise: Promise | None, words: Words) -> float:
    """What the words about the target take at the end, with a gap before them; never less than END."""
    if promise is None:
        return END
    return max(END, 14 + max(width_of(words.target), width_of(promise.text, strong=True)))


def _target(promise: Promise, words: Words, end: float, y: float, height: float, marks: list[Mark]) -> list[Label]:
    x = end + 8
    wanted = [say(x, y - LINE / 2, words.target), say(x, y + LINE / 2, promise.text, colour=BETTER, strong=True)]
    labels, leads = spread(wanted, LINE, TOP, height - 24)
    marks += leads
    return labels
