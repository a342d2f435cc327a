"""Where the words of a measure's chart stand, so that none covers a number, a line or another word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.charts.free import HALF, Place, along, is_free
from app.core.charts.measure_row import Promise
from app.core.charts.metrics import width as width_of
from app.core.charts.model import Anchor, Label, Line, Mark, Part, Sign, say
from app.core.charts.palette import BETTER, INK, ROW, TEXT, WORSE
from app.core.charts.scale import Days, Linear, add_months, ticks
from app.core.charts.series import Change, Formats, Point
from app.core.charts.spread import spread

TOP, BOTTOM, END = 20.0, 18.0, 54.0
LINE = 12.0
QUIET_LINE = 0.6
"""Lines up to this width only help to read; words may stand on them, with a ground of their own."""
COLOURS = {"better": BETTER, "worse": WORSE, "": TEXT}
START: Anchor = "start"
BACK: Anchor = "end"


@dataclass(frozen=True, slots=True)
class Plot:
    """The field of the numbers: `left` to `right`, down to `base`; words stand around and in it."""

    across: Days
    upright: Linear
    left: float
    right: float
    base: float
    width: float

    def level(self, value: float, until: float | None = None) -> list[Place]:
        y = self.upright(value)
        return [(self.left, y), (self.right if until is None else until, y)]


def axis(plot: Plot, formats: Formats) -> tuple[list[Mark], list[Label]]:
    """Round values on quiet lines, from 0 up."""
    values = ticks(plot.upright.high, 4)
    lines: list[Mark] = [Line(tuple(plot.level(value)), ROW, 0.5) for value in values]
    words = [say(plot.left - 5, plot.upright(value), formats.number(value), anchor=BACK) for value in values]
    return lines, words


def axis_room(high: float, formats: Formats) -> float:
    return 7 + max(width_of(formats.number(value)) for value in ticks(high, 4))


def end_room(target: str, promise: Promise | None, now: str) -> float:
    """What the words at the end take, with a gap before them; never less than END."""
    target_width = width_of(f"{target} ") + width_of(promise.text, strong=True) if promise else 0.0
    return max(END, 14 + max(target_width, width_of(now, strong=True)))


def change_names(changes: Sequence[Change], plot: Plot) -> tuple[list[Mark], list[Label]]:
    """A line with a flag and its name on top; names stand where they do not touch, and are left out where none
    would fit.
    """
    marks: list[Mark] = []
    labels: list[Label] = []
    taken: list[tuple[float, float]] = []
    for change in sorted(changes, key=lambda change: change.day, reverse=True):
        x = plot.across(change.day)
        marks += [Line(((x, TOP - 10), (x, plot.base)), INK, 0.75), Sign("full-square", x, TOP - 12, INK, 2.4)]
        length = width_of(change.name) + 7
        for start, end in ((x + 4, x + 4 + length), (x - 4 - length, x - 4)):
            if start >= 0 and end <= plot.width and all(end < a or start > b for a, b in taken):
                taken.append((start, end))
                after = start > x
                labels.append(
                    say(x + 6 if after else x - 6, 8, change.name, colour=TEXT, anchor=START if after else BACK)
                )
                break
    return marks, labels


def months(first: date, last: date, plot: Plot, formats: Formats) -> tuple[list[Mark], list[Label]]:
    """Month and year along the foot, as many as have room."""
    count = (last.year - first.year) * 12 + last.month - first.month
    room = max(1, int(plot.right / 84))
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600) if count / step <= room), 1200)
    marks: list[Mark] = []
    labels = []
    for number in range(0, count + 1, step):
        day = max(first, add_months(first, number))
        x = plot.across(day)
        if x > plot.right - 30 and number:
            continue
        marks.append(Line(((x, plot.base), (x, plot.base + 4)), INK, 0.75))
        labels.append(say(max(0.0, x - 2), plot.base + 11, formats.month_year(day)))
    return marks, labels


def ends(
    plot: Plot, target: str, promise: Promise | None, last: Point | None, now: str, run: Sequence[Place]
) -> tuple[list[Mark], list[Label]]:
    """What is now and what was promised: now beside its point where that is free, else in the column at the end."""
    column = []
    lines = along(run) + (along(plot.level(promise.value)) if promise else [])
    inside = None
    if last and now:
        x, y = run[-1]
        colour = COLOURS[last.signal]
        here = [(x + 8, y + step) for step in (0, -11, 11, -16, 16)]
        place = _free(here, width_of(now, strong=True), plot, lines) if promise else None
        if place:
            inside = replace(say(*place, now, colour=colour, strong=True), has_ground=True)
        else:
            column.append(say(plot.right + 8, y, now, colour=colour, strong=True))
    if promise:
        parts = (*say(0, 0, f"{target} ").parts, Part(promise.text, True, BETTER))
        column.append(Label(plot.right + 8, plot.upright(promise.value), parts))
    spaced, leads = spread(column, LINE, TOP, plot.base - 6)
    return [*leads], [*spaced, *([inside] if inside else [])]


def mean_label(
    words: str, levels: Sequence[float], plot: Plot, lines: Iterable[Sequence[Place]], starts: Sequence[float]
) -> list[Label]:
    """The words about ordinary variation: under its lowest line, over its highest, or where else nothing runs; from
    the start or right of one of the changes (`starts`). Left out where no place is free."""
    heights = [plot.upright(level) for level in levels]
    near = [max(heights) + HALF + 2, min(heights) - HALF - 2]
    steps = int((plot.base - TOP) / 6)
    places = near + sorted((TOP + 6 * step for step in range(steps)), key=lambda y: abs(y - near[0]))
    drawn = [place for line in lines for place in along(line)]
    wanted = [(x, y) for x in (plot.left + 4, *(start + 7 for start in starts)) for y in places]
    place = _free(wanted, width_of(words), plot, drawn)
    return [replace(say(*place, words), has_ground=True)] if place and words else []


def _free(wanted: Iterable[Place], length: float, plot: Plot, drawn: Sequence[Place]) -> Place | None:
    """The first place from which words of this length touch nothing that is drawn and stay in the field."""
    return next(
        (
            (x, y) for x, y in wanted
            if y - HALF + 4 >= TOP and y + HALF <= plot.base + 1 and x + length <= plot.right
            and is_free((x, y), length, drawn)
        ), None,
    )  # fmt: skip
