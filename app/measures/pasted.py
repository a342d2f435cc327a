"""A pasted table of observations, read line by line. Shape only: what is already recorded is judged in `previews`.

Columns are separated by tab, semicolon or comma, whichever the first line holds. With a header they may stand in any
order: period, start, end, value, numerator, denominator. Without one: period and value, or start, end and value.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.errors import N_, BrokenRule
from app.core.numerals import ENGLISH, Writing, read_or_none
from app.measures.models import Cadence, Unit
from app.measures.numbers import Figure, figure
from app.measures.periods import Period, containing

MOST_LINES = 1000
NAMES = {
    "period": "period", "month": "period", "week": "period", "quarter": "period", "year": "period", "date": "period",
    "start": "start", "from": "start", "period_start": "start", "end": "end", "to": "end", "period_end": "end",
    "value": "value", "number": "value", "result": "value",
    "numerator": "numerator", "count": "numerator", "denominator": "denominator", "total": "denominator",
    "of": "denominator",
}  # fmt: skip
EARLIEST = date(1900, 1, 1)


class NothingPasted(BrokenRule):
    field = "text"
    message = N_("Paste at least one line: a period and a number.")


class TooManyLines(BrokenRule):
    field = "text"
    message = N_("Paste at most %(most)s lines at a time.")


class UnknownColumn(BrokenRule):
    field = "text"
    message = N_(
        "The heading “%(name)s” is not known. Use period, start, end, value, numerator and denominator, once each."
    )


class WrongColumns(BrokenRule):
    message = N_("This line has %(count)s columns. Write a period and a number, or first day, last day and a number.")


class NotAPeriod(BrokenRule):
    message = N_("“%(text)s” is not a period. Write it as 2026-10, 2026-10-05, 2026-Q4, 2026-W41 or 2026.")


class EndsBeforeItBegins(BrokenRule):
    message = N_("The last day lies before the first.")


@dataclass(frozen=True)
class Line:
    """One line as pasted: its number, and either what it says or why it cannot be read."""

    number: int
    text: str
    period: Period | None = None
    figure: Figure | None = None
    problem: BrokenRule | None = None


def read(text: str, cadence: Cadence, unit: Unit, writing: Writing = ENGLISH) -> list[Line]:
    """All lines that hold something, numbers in that `writing`. Raises NothingPasted, TooManyLines, UnknownColumn."""
    rows = list(_rows(text.lstrip("\ufeff")))
    if len(rows) > MOST_LINES + 1:
        raise TooManyLines(most=MOST_LINES)
    columns = _header(rows[0][1]) if rows and _is_header(rows[0][1]) else None
    held = rows[1:] if columns else rows
    found = [_line(number, cells, columns, cadence, unit, writing) for number, cells in held]
    if not found:
        raise NothingPasted
    return found


def period_of(text: str, cadence: Cadence) -> Period:
    """The period that a text names; a day stands for the period of the calendar it lies in. Raises NotAPeriod."""
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.strip()).upper()
    try:
        found = _named(plain, cadence)
    except (ValueError, OverflowError):
        found = None
    if found is None or found.start < EARLIEST:
        raise NotAPeriod(text=text.strip()[:40])
    return found


def _named(plain: str, cadence: Cadence) -> Period | None:
    if re.fullmatch(r"\d{4}", plain):
        return containing(date(int(plain), 1, 1), Cadence.YEAR)
    if match := re.fullmatch(r"(\d{4})-?Q([1-4])", plain):
        return containing(date(int(match[1]), int(match[2]) * 3, 1), Cadence.QUARTER)
    if match := re.fullmatch(r"(\d{4})-?W(\d{2})", plain):
        return containing(date.fromisocalendar(int(match[1]), int(match[2]), 1), Cadence.WEEK)
    if match := re.fullmatch(r"(\d{4})-(\d{2})", plain):
        return containing(date(int(match[1]), int(match[2]), 1), Cadence.MONTH)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain):
        return containing(date.fromisoformat(plain), cadence)
    return None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Number of the first line of each row, and its cells without blanks around; empty rows are left out."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = next((mark for mark in "\t;," if mark in first), ",")
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = ["?"]
        number, before = before + 1, reader.line_num
        cells = [cell.strip() for cell in cells]
        if any(cells):
            yield number, cells


def _is_header(cells: Sequence[str]) -> bool:
    return not any(sign.isdigit() for cell in cells for sign in cell) and len(cells) > 1


def _header(cells: Sequence[str]) -> list[str]:
    columns = [NAMES.get(cell.casefold().replace(" ", "_"), "") for cell in cells]
    for cell, column in zip(cells, columns, strict=True):
        if not column or columns.count(column) > 1:
            raise UnknownColumn(name=cell[:40])
    return columns


def _line(
    number: int, cells: list[str], columns: list[str] | None, cadence: Cadence, unit: Unit, writing: Writing
) -> Line:
    text = " | ".join(cells)[:120]
    try:
        named = _by_name(cells, columns)
        period = _period(named, cadence)
        numbers = (read_or_none(named.get(name, ""), writing) for name in ("value", "numerator", "denominator"))
        return Line(number, text, period, figure(unit, *numbers))
    except BrokenRule as broken:
        return Line(number, text, problem=broken)


def _by_name(cells: list[str], columns: list[str] | None) -> dict[str, str]:
    while cells and not cells[-1] and len(cells) > len(columns or (1, 2)):
        cells = cells[:-1]
    columns = columns or {2: ["period", "value"], 3: ["start", "end", "value"]}.get(len(cells), [])
    if len(columns) != len(cells):
        raise WrongColumns(count=len(cells))
    return dict(zip(columns, cells, strict=True))


def _period(named: dict[str, str], cadence: Cadence) -> Period:
    if named.get("period"):
        return period_of(named["period"], cadence)
    start = period_of(named.get("start", ""), cadence)
    if not named.get("end"):
        return start
    return between(_day(named["start"]), _day(named["end"]))


def between(start: date, end: date) -> Period:
    """The period of two days. Raises EndsBeforeItBegins."""
    if end < start:
        raise EndsBeforeItBegins
    return Period(start, end)


def _day(text: str) -> date:
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.strip())
    try:
        found = date.fromisoformat(plain) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain) else None
    except ValueError:
        found = None
    if found is None or found < EARLIEST:
        raise NotAPeriod(text=text.strip()[:40])
    return found
