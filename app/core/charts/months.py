"""Twelve months: one row per milestone in order of date, its owner in the rail, the words beside the sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.charts.beside import beside
from app.core.charts.metrics import width as width_of
from app.core.charts.metrics import wrap
from app.core.charts.model import Chart, Label, Line, Mark, Part, Sign, say
from app.core.charts.palette import BETTER, INK, ROW, RULE, TEXT, WORSE
from app.core.charts.scale import Days, add_months, months_from
from app.core.charts.series import Formats

RAIL, WIDTH, HEAD, ROW_HEIGHT, LINE = 129.0, 504.0, 17.0, 16.0, 12.0
CLEAR = 8.0
"""From the middle of a sign to its words."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One row. `due` is the day promised now, `first_due` the first promise when it moved; `note` says
    what came of it.
    """

    name: str
    owner: str
    due: date
    is_decision_point: bool = False
    first_due: date | None = None
    note: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What is written: the text for those who cannot see it, the columns of the table, the name of today's
    line.
    """

    title: str
    header: tuple[str, str, str]
    today: str = ""


def twelve_months(
    milestones: Sequence[Milestone], start: date, *, words: Words, formats: Formats, today: date | None = None
) -> Chart:
    """The rows over the twelve months from the month of `start`; milestones outside stand at the edge with
    their date.
    """
    ordered = sorted(milestones, key=lambda milestone: milestone.due)
    across = Days(add_months(start, 0), add_months(start, 12), RAIL, WIDTH)
    signs: list[Mark] = []
    labels: list[Label] = []
    rules: list[Mark] = []
    y = HEAD
    for milestone in ordered:
        height = _row(milestone, y, across, formats, signs, labels)
        y += height
        rules.append(Line(((0, y), (WIDTH, y)), ROW, 0.5))
    grid, names = _grid(start, y, across, formats)
    if today and across.first <= today < across.last:
        grid.append(Line(((across(today), HEAD - 4), (across(today), y)), INK, 0.75, (1.2, 1.6)))
    rows = tuple((formats.day_month(item.due), item.name, item.owner) for item in ordered)
    return Chart(WIDTH, y + 1, words.title, (*grid, *rules, *signs), (*names, *labels), words.header, rows)


def _grid(start: date, bottom: float, across: Days, formats: Formats) -> tuple[list[Mark], list[Label]]:
    marks: list[Mark] = []
    labels: list[Label] = []
    months = list(months_from(start, 12))
    widest = max(width_of(formats.month(month)) for month in months)
    step = 1 if widest < (WIDTH - RAIL) / 12 - 5 else 3
    for number, month in enumerate(months):
        x = across(month)
        is_quarter = number % 3 == 0
        top = 2.0 if is_quarter else HEAD
        marks.append(Line(((x, top), (x, bottom)), RULE if is_quarter else ROW, 0.75 if is_quarter else 0.5))
        if number % step == 0:
            labels.append(say(x + 3, 7, formats.month(month)))
    marks.append(Line(((WIDTH, HEAD), (WIDTH, bottom)), RULE, 0.75))
    marks.append(Line(((0, HEAD), (WIDTH, HEAD)), INK, 1.0))
    return marks, labels


def _row(
    milestone: Milestone, y: float, across: Days, formats: Formats, marks: list[Mark], labels: list[Label]
) -> float:
    """Draws one row from `y` down and returns its height."""
    owner = wrap(milestone.owner, RAIL - 16)
    x = across.inside(milestone.due)
    middle = y + ROW_HEIGHT / 2
    marks += _signs(milestone, x, middle, across)
    words = _words(milestone, x, middle, across, formats)
    labels += [say(0, middle + LINE * number, line) for number, line in enumerate(owner)]
    labels += words
    return ROW_HEIGHT + LINE * (max(len(owner), len(words)) - 1)


def _signs(milestone: Milestone, x: float, y: float, across: Days) -> list[Mark]:
    colour = WORSE if milestone.is_late else BETTER
    marks: list[Mark] = []
    if milestone.first_due and milestone.first_due != milestone.due:
        old = across.inside(milestone.first_due)
        marks += [Line(((old, y), (x, y)), colour, 1.0), Sign("ring", old, y, colour, 2.8)]
    shape = Sign("diamond", x, y, colour, 3.4) if milestone.is_decision_point else Sign("dot", x, y, colour, 3.8)
    return [*marks, shape]


def _words(milestone: Milestone, x: float, y: float, across: Days, formats: Formats) -> list[Label]:
    note = f" · {milestone.note}" if milestone.note else ""
    old = across.inside(milestone.first_due) if milestone.first_due else x
    return beside(
        Part(formats.day_month(milestone.due), strong=True, colour=INK),
        Part(f"{milestone.name}{note}", colour=TEXT),
        sign=(min(x, old) - CLEAR, max(x, old) + CLEAR),
        edges=(RAIL, WIDTH),
        y=y,
    )
