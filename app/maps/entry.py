"""A table of steps as people type it, read row by row: what each row says, or what is wrong in which of its cells.

Shape only, no database and no request. What was typed is kept whatever is wrong with it.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.core import numerals
from app.core.durations import Unit
from app.core.errors import BrokenRule
from app.core.numerals import ENGLISH, Writing
from app.maps import figures, times
from app.maps.errors import (
    NoLane,
    NoName,
    NotAPlace,
    NotARule,
    NotAShare,
    NoTime,
    TooLongText,
    TooManyLanes,
    TooManySteps,
)
from app.maps.models import MOST_LANES, MOST_STEPS, Rule
from app.plans.process import MapStep

Cells = Mapping[str, str]
CELLS = ("name", "lane", "work", "wait", "right", "rule", "rule_name", "rule_owner")
MOST_LETTERS = {"name": 200, "lane": 60, "rule_name": 200, "rule_owner": 120}


@dataclass(frozen=True)
class Reading:
    """How a table is read: numbers in a language, words for units and rules, the units of lone numbers."""

    writing: Writing = ENGLISH
    units: Mapping[str, Unit] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    work: Unit = Unit.MINUTES
    wait: Unit = Unit.DAYS


@dataclass(frozen=True)
class Row:
    """A row as typed; `step` where it can be read, else what is wrong by cell."""

    cells: Cells
    step: MapStep | None = None
    problems: Mapping[str, BrokenRule] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """All rows that say something, in the order of their places; `problem` is about the table as a whole."""

    rows: tuple[Row, ...]
    problem: BrokenRule | None = None

    @property
    def is_good(self) -> bool:
        return self.problem is None and all(row.step for row in self.rows)

    @property
    def steps(self) -> tuple[MapStep, ...]:
        return tuple(row.step for row in self.rows if row.step)


def read(rows: Sequence[Cells], reading: Reading) -> Table:
    """Every row that is not empty. More than 200 steps are a problem of the table, a 13th lane one of its row."""
    ordered = _in_order([cells for cells in rows if any(cells.get(name, "") for name in CELLS)])
    found = [_row(cells, place_problem, reading) for cells, place_problem in ordered]
    problem = TooManySteps(most=MOST_STEPS, count=len(found)) if len(found) > MOST_STEPS else None
    return Table(tuple(_within_lanes(found)), problem)


def _in_order(rows: Sequence[Cells]) -> list[tuple[Cells, BrokenRule | None]]:
    """By the places that were typed; a row without a good one stays where it stands."""
    placed: list[tuple[Decimal, Cells, BrokenRule | None]] = []
    for number, cells in enumerate(rows, start=1):
        typed = cells.get("place", "")
        try:
            place = numerals.read(typed.replace(",", ".")) if typed else Decimal(number)
            placed.append((place, cells, None))
        except BrokenRule:
            placed.append((Decimal(number), cells, NotAPlace()))
    return [(cells, problem) for _, cells, problem in sorted(placed, key=lambda one: one[0])]


def _row(cells: Cells, place_problem: BrokenRule | None, reading: Reading) -> Row:
    problems: dict[str, BrokenRule] = {"place": place_problem} if place_problem else {}
    values: dict[str, object] = {}
    for name, reader in _READERS.items():
        try:
            values[name] = reader(name, cells.get(name, ""), reading)
        except BrokenRule as broken:
            problems[name] = broken
    if not problems and not values["work"] and not values["wait"]:
        problems["work"] = NoTime()
    known = {**cells, "rule": str(values.get("rule", cells.get("rule", "")))}
    if problems:
        return Row(known, None, problems)
    return Row(known, MapStep(**values))  # type: ignore[arg-type]  # read by name


def _within_lanes(rows: Sequence[Row]) -> list[Row]:
    """The first row of each lane too many says so."""
    known = [figures.lane_key(lane) for lane in figures.lanes(row.step for row in rows if row.step)]
    too_many = {lane: number for number, lane in enumerate(known, start=1) if number > MOST_LANES}
    found = []
    for row in rows:
        lane = figures.lane_key(row.cells.get("lane", ""))
        if row.step and lane in too_many:
            row = Row(row.cells, None, {"lane": TooManyLanes(count=too_many.pop(lane), most=MOST_LANES)})
        found.append(row)
    return found


def _words(name: str, text: str, _reading: Reading) -> str:
    if not text and name in ("name", "lane"):
        raise NoName if name == "name" else NoLane
    if len(text) > MOST_LETTERS[name]:
        raise TooLongText(most=MOST_LETTERS[name], count=len(text))
    return text


def _time(name: str, text: str, reading: Reading) -> int:
    bare = reading.work if name == "work" else reading.wait
    return times.read(text, bare, reading.writing, reading.units)


def _right(_name: str, text: str, reading: Reading) -> int | None:
    try:
        found = numerals.read_or_none(text, reading.writing)
    except BrokenRule as broken:
        raise NotAShare from broken
    if found is None:
        return None
    if not 0 <= found <= 100 or found % 1:
        raise NotAShare
    return int(found)


def _rule(_name: str, text: str, reading: Reading) -> str:
    word = unicodedata.normalize("NFKC", text).casefold().strip()
    if not word:
        return ""
    if word in list(Rule):
        return word
    if word not in reading.rules:
        raise NotARule(text=text[:40])
    return reading.rules[word]


_READERS = {
    "name": _words, "lane": _words, "work": _time, "wait": _time, "right": _right, "rule": _rule,
    "rule_name": _words, "rule_owner": _words,
}  # fmt: skip
