"""A measure over time at full size: points, ordinary variation, dated changes, the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.charts import measure_labels as words_at
from app.core.charts.measure_labels import BOTTOM, TOP, Plot
from app.core.charts.measure_row import Promise
from app.core.charts.metrics import width as width_of
from app.core.charts.model import PHONE, Area, Chart, Label, Line, Mark, Sign
from app.core.charts.palette import BAND, BETTER, COMMON, INK
from app.core.charts.scale import Days, upwards
from app.core.charts.series import Change, Formats, Point, point_sign, variation_marks
from app.core.charts.spans import LANE, Span, since, span_marks, words_within
from app.core.charts.variation import Variation

WIDTH, HEIGHT = 375.0, 132.0


@dataclass(frozen=True, slots=True)
class Words:
    """What is written into the chart, in the reader's language; `mean` names the line of the time before, `now` is
    the newest number as it stands beside its point, `tried` the table's column of what `spans` are."""

    title: str
    mean: str
    target: str
    header: tuple[str, str]
    now: str = ""
    tried: str = ""


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
    spans: Sequence[Span] = (),
    width: float = WIDTH,
    height: float = HEIGHT,
) -> Chart:
    """The chart. Limits stop at `variation_until` (else at the last point), where the time after the change begins.
    `spans` are named in a lane at the foot, within the same height."""
    days, spans = since(spans, _ends(points, promise, changes, band))
    base = height - BOTTOM - (LANE if spans else 0)
    room = words_at.end_room(words.target, promise, words.now)
    plot = _plot(days, _values(points, variation, promise), base, width, room, formats)
    until = plot.across.inside(variation_until or (points[-1].day if points else days[1]))
    run = [(plot.across(point.day), plot.upright(point.value)) for point in points]
    axis, figures = words_at.axis(plot, formats)
    flags, names = words_at.change_names(changes, plot)
    ticks, months = words_at.months(*days, plot, formats)
    tried, called = span_marks(spans, plot)
    leads, ends = words_at.ends(plot, words.target, promise, points[-1] if points else None, words.now, run)
    promised = [Line(tuple(plot.level(promise.value)), BETTER, 1.0, (1, 2.2))] if promise else []
    marks: list[Mark] = [
        *_tints(plot, band, variation, until), *tried, *axis, *_ordinary(plot, variation, until), *promised, *flags,
        *_run(points, run), Line(((plot.left, plot.base), (plot.right, plot.base)), INK, 1.0), *ticks, *leads,
        *_diamond(plot, promise),
    ]  # fmt: skip
    labels = [*figures, *names, *months, *called, *ends]
    labels += _mean(plot, variation, words.mean, marks, [plot.across(change.day) for change in changes])
    return Chart(
        width, height, words.title, tuple(marks), tuple(labels), *_table(points, words, unit, formats, spans),
        opens_until=_first_look(run, words.now, width),
    )  # fmt: skip


def _first_look(run: Sequence[tuple[float, float]], now: str, width: float) -> float:
    """The newest number with its words; with the target too where that is near."""
    newest = run[-1][0] if run else 0.0
    is_near = width - newest <= PHONE * 2 / 3
    return width if is_near else newest + 16 + width_of(now, strong=True)


def _diamond(plot: Plot, promise: Promise | None) -> list[Mark]:
    """Where the measure shall be, and by when."""
    if promise is None:
        return []
    return [Sign("diamond", plot.across.inside(promise.day), plot.upright(promise.value), BETTER, 3.4)]


def _plot(
    days: tuple[date, date], values: list[float], base: float, width: float, room: float, formats: Formats
) -> Plot:
    """The field between the axis and the words at its end, which take `room`."""
    upright = upwards(values, base, TOP + 6)
    left, right = words_at.axis_room(upright.high, formats), width - room
    return Plot(Days(*days, left + 4, right), upright, left, right, base, width)


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


def _tints(plot: Plot, band: tuple[date, date] | None, variation: Variation | None, until: float) -> list[Mark]:
    """The period that is told about, and what is ordinary."""
    marks: list[Mark] = []
    if band:
        start, end = plot.across.inside(band[0]), plot.across.inside(band[1])
        marks.append(Area(start, TOP, end - start, plot.base - TOP, BAND))
    if variation and variation.upper is not None:
        top = plot.upright(variation.upper)
        low = plot.upright(0 if variation.lower is None else variation.lower)
        marks.append(Area(plot.left, top, until - plot.left, low - top, BAND))
    return marks


def _ordinary(plot: Plot, variation: Variation | None, until: float) -> list[Mark]:
    return variation_marks(variation, plot.upright, until, plot.left) if variation else []


def _mean(
    plot: Plot, variation: Variation | None, words: str, marks: Sequence[Mark], changes: Sequence[float]
) -> list[Label]:
    if variation is None:
        return []
    lines = [mark.points for mark in marks if isinstance(mark, Line) and mark.width > words_at.QUIET_LINE]
    levels = [level for level in (variation.lower, variation.mean, variation.upper) if level is not None]
    return words_at.mean_label(words, levels, plot, lines, sorted(changes))


def _run(points: Sequence[Point], places: Sequence[tuple[float, float]]) -> list[Mark]:
    line: list[Mark] = [Line(tuple(places), COMMON, 0.7)] if len(places) > 1 else []
    return line + [point_sign(point, x, y) for point, (x, y) in zip(points, places, strict=True)]


def _table(
    points: Sequence[Point], words: Words, unit: str, formats: Formats, spans: Sequence[Span]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Period and number; where there are spans, also what was tried since the number before."""
    header = (*words.header, words.tried) if spans and words.tried else words.header
    rows: list[tuple[str, ...]] = []
    since_day = date.min
    for point in points:
        tried = formats.listed(words_within(spans, since_day, point.day))
        row = (formats.month_year(point.day), formats.number(point.value, unit), tried or "–")
        rows.append(row[: len(header)])
        since_day = point.day + timedelta(days=1)
    return header, tuple(rows)
