"""Twelve months: one row per milestone in order of date, its owner in the rail, the words beside the sign.

On screen the sign says how far it is (ticked, ring) and a dashed ring keeps the first promise; on paper, where nothing
is done yet, a promise is a dot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.charts.beside import beside
from app.core.charts.metrics import width as width_of
from app.core.charts.metrics import wrap
from app.core.charts.model import PHONE, Anchor, Chart, Label, Line, Mark, Part, Shape, Sign, say
from app.core.charts.palette import BETTER, INK, ROW, RULE, TEXT, WORSE
from app.core.charts.scale import Days, add_months, months_from
from app.core.charts.series import Formats

RAIL, WIDTH, HEAD, ROW_HEIGHT, LINE = 129.0, 504.0, 17.0, 16.0, 12.0
CLEAR = 8.0
"""From the middle of a sign to its words."""
NARROW = 4.0
"""How near the line of today may come to a name of a month."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One row. `due` is the day promised now (or on which it was done), `first_due` the first promise when it moved;
    `note` says what came of it; `is_done` is None on paper, where promises are all alike.
    """

    name: str
    owner: str
    due: date
    is_decision_point: bool = False
    first_due: date | None = None
    note: str = ""
    is_late: bool = False
    is_done: bool | None = None

    @property
    def has_moved(self) -> bool:
        return self.first_due is not None and self.first_due != self.due


@dataclass(frozen=True, slots=True)
class Words:
    """What is written: the text for those who cannot see it, the columns of the table, the name of today's
    line ("today, 24 Nov").
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
        line, names = _today(across(today), y, words.today, names)
        grid += line
    rows = tuple((formats.day_month(item.due), item.name, item.owner) for item in ordered)
    return Chart(
        WIDTH, y + 1, words.title, (*grid, *rules, *signs), (*names, *labels), words.header, rows,
        opens_until=_first_look(across, today),
    )  # fmt: skip


def _first_look(across: Days, today: date | None) -> float:
    """With today in the middle; the start of a year that has not begun."""
    return min(WIDTH, across.inside(today) + PHONE / 2) if today and today >= across.first else 0.0


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


def _today(x: float, bottom: float, words: str, months: list[Label]) -> tuple[list[Mark], list[Label]]:
    """The line of today with its name in the head; names of months that it would touch are left out."""
    if not words:
        return [Line(((x, HEAD - 4), (x, bottom)), INK, 0.75, (1.2, 1.6))], months
    length = width_of(words, strong=True)
    anchor: Anchor = "end" if x + length > WIDTH else "start"
    start = x - length if anchor == "end" else x
    free = [one for one in months if one.x > start + length + NARROW or one.x + width_of(one.text) < start - NARROW]
    name = say(x, 7, words, colour=INK, strong=True, anchor=anchor)
    return [Line(((x, HEAD - 3), (x, bottom)), INK, 1.25)], [*free, name]


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
    colour = WORSE if milestone.is_late else BETTER if milestone.is_done is None else INK
    marks: list[Mark] = []
    if milestone.first_due is not None and milestone.has_moved:
        old = across.inside(milestone.first_due)
        first: Shape = "ring" if milestone.is_done is None else "dashed-ring"
        marks += [Line(((old, y), (x, y)), colour, 1.0), Sign(first, old, y, colour, 2.8)]
    return [*marks, _sign(milestone, x, y, colour)]


def _sign(milestone: Milestone, x: float, y: float, colour: str) -> Sign:
    if milestone.is_decision_point:
        return Sign("full-diamond" if milestone.is_done else "diamond", x, y, colour, 3.4)
    shapes: dict[bool | None, Shape] = {None: "dot", True: "ticked", False: "ring"}
    return Sign(shapes[milestone.is_done], x, y, colour, 3.8 if milestone.is_done is None else 4.2)


def _words(milestone: Milestone, x: float, y: float, across: Days, formats: Formats) -> list[Label]:
    note = f" · {milestone.note}" if milestone.note else ""
    old = across.inside(milestone.first_due) if milestone.first_due else x
    is_loud = milestone.is_late and milestone.is_done is False
    return beside(
        Part(formats.day_month(milestone.due), strong=True, colour=WORSE if is_loud else INK),
        Part(f"{milestone.name}{note}", strong=is_loud, colour=WORSE if is_loud else TEXT),
        sign=(min(x, old) - CLEAR, max(x, old) + CLEAR),
        edges=(RAIL, WIDTH),
        y=y,
    )
