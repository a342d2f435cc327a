"""From today to after: how many days it takes, both to one scale, so that the emptiness beside "after" is
the message.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.charts.beside import beside
from app.core.charts.metrics import width as width_of
from app.core.charts.metrics import wrap
from app.core.charts.model import Area, Chart, Label, Line, Mark, Part, say
from app.core.charts.palette import BAND, BETTER, COMMON, INK, QUIET, ROW, TEXT, WAIT, WORSE
from app.core.charts.scale import Linear, day_ticks, ticks
from app.core.charts.series import Formats

RAIL, WIDTH, COLUMN = 129.0, 504.0, 375.0
HEAD, ROW_HEIGHT, BAR, LINE = 16.0, 18.0, 12.0, 12.0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how it goes today: who, how many days, why, and whether the law asks for it."""

    lane: str
    days: float
    why: str
    is_law: bool = False
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """What is written. `days` writes a number of days ("72 days"), `first` names the start of the axis
    ("Day 0").
    """

    title: str
    today: str
    after: str
    first: str
    header: tuple[str, str]
    days: Callable[[float], str]
    is_in_days: bool = True

    def ticks(self, longest: float) -> list[float]:
        return day_ticks(longest) if self.is_in_days else ticks(longest)


def bar(days: float, longest: float, *, is_after: bool, words: Words) -> Chart:
    """One bar over the column, with its days after it or inside its end; `longest` is the scale of both
    bars.
    """
    across = Linear(0, longest, 0, COLUMN - 2)
    text = words.days(days)
    end = max(across(days), 5.0)
    fill, stroke = (BETTER, BETTER) if is_after else (BAND, COMMON)
    area = Area(0, 1, end, BAR, fill, stroke)  # no hatching: nobody has said who makes the wait
    fits = end + 8 + width_of(text, strong=True) <= COLUMN
    colour = BETTER if is_after else INK
    place = end + 8 if fits else end - 8
    label = Label(place, 7, (Part(text, strong=True, colour=colour),), "start" if fits else "end", has_ground=False)
    return Chart(COLUMN, BAR + 2, f"{words.after if is_after else words.today}: {text}", (area,), (label,))


def axis(longest: float, *, words: Words, formats: Formats) -> Chart:
    """The days along the top, said once for both bars."""
    across = Linear(0, longest, 0, COLUMN - 2)
    labels = [say(0, 6, words.first)]
    clear = width_of(words.first) + 14
    last = words.days(longest)
    room = COLUMN - width_of(last) - 14
    for tick in words.ticks(longest)[1:]:
        text = formats.number(tick)
        half = width_of(text) / 2
        if across(tick) - half > clear and across(tick) + half < room:
            labels.append(say(across(tick), 6, text, anchor="middle"))
    labels.append(say(COLUMN, 6, last, anchor="end"))
    return Chart(COLUMN, 13, words.title, (), tuple(labels))


def today_to_after(today_days: float, after_days: float, *, words: Words, formats: Formats) -> Chart:
    """Both bars as one figure, for pages that say the rest in words elsewhere."""
    longest = max(today_days, after_days, 1)
    upper = bar(today_days, longest, is_after=False, words=words)
    lower = bar(after_days, longest, is_after=True, words=words)
    marks = (*_down(upper.marks, HEAD), *_down(lower.marks, HEAD + ROW_HEIGHT + 4))
    labels = [_moved(label, HEAD) for label in upper.labels]
    labels += [_moved(label, HEAD + ROW_HEIGHT + 4) for label in lower.labels]
    rows = (
        (words.today, words.days(today_days)),
        (words.after, words.days(after_days)),
    )
    top = axis(longest, words=words, formats=formats)
    height = HEAD + 2 * ROW_HEIGHT + 4
    return Chart(COLUMN, height, words.title, marks, (*top.labels, *labels), words.header, rows)


def staircase(steps: Sequence[Step], *, words: Words, formats: Formats) -> Chart:
    """Steps in order, each beginning where the last ended; hatched are waits of our own making, grey is
    the law.
    """
    total = sum(step.days for step in steps) or 1
    across = Linear(0, total, RAIL, WIDTH - 3)
    marks: list[Mark] = []
    labels = [_moved(label, 0, RAIL) for label in axis(total, words=words, formats=formats).labels]
    rules: list[Mark] = []
    y, done, last = HEAD, 0.0, HEAD
    for number, step in enumerate(steps):
        lane = wrap(step.lane, RAIL - 14, strong=True)
        middle = y + ROW_HEIGHT / 2
        start, end = across(done), across(done + step.days)
        end = max(end, start + 4)
        if number:
            marks.append(Line(((start, last), (start, middle)), INK, 0.75))
        last = middle
        marks.append(_step_area(step, start, end, middle))
        labels += [say(0, middle + LINE * line, text, colour=INK, strong=True) for line, text in enumerate(lane)]
        reason = _reason(step, start, end, middle, words)
        labels += reason
        y += ROW_HEIGHT + LINE * (max(len(lane), len(reason)) - 1)
        rules.append(Line(((0, y), (WIDTH, y)), ROW, 0.5))
        done += step.days
    grid: list[Mark] = [Line(((across(tick), HEAD), (across(tick), y)), ROW, 0.5) for tick in words.ticks(total)]
    rows = tuple((step.lane, formats.listed((words.days(step.days), step.why))) for step in steps)
    return Chart(WIDTH, y + 1, words.title, (*rules[:-1], *grid, *marks), tuple(labels), words.header, rows)


def _step_area(step: Step, start: float, end: float, middle: float) -> Area:
    if step.is_law:
        return Area(start, middle - BAR / 2, end - start, BAR, COMMON)
    if not step.is_ours:
        return Area(start, middle - BAR / 2, end - start, BAR, BAND, COMMON)
    return Area(start, middle - BAR / 2, end - start, BAR, WAIT, WORSE, WORSE)


def _reason(step: Step, start: float, end: float, middle: float, words: Words) -> list[Label]:
    return beside(
        Part(words.days(step.days), strong=True, colour=TEXT),
        Part(step.why, colour=QUIET),
        sign=(start - 6, end + 6),
        edges=(RAIL, WIDTH),
        y=middle,
    )


def _moved(label: Label, down: float, along: float = 0.0) -> Label:
    return Label(label.x + along, label.y + down, label.parts, label.anchor, label.size, label.has_ground)


def _down(marks: tuple[Mark, ...], by: float) -> list[Mark]:
    return [
        Area(mark.x, mark.y + by, mark.width, mark.height, mark.fill, mark.stroke, mark.hatch)
        for mark in marks
        if isinstance(mark, Area)
    ]
