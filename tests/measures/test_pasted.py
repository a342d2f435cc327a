"""Pasted tables: what is read, and what is refused with its line."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BrokenRule
from app.measures.models import Cadence, Unit
from app.measures.pasted import Line, NothingPasted, TooManyLines, UnknownColumn, read
from app.measures.periods import Period

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "adversarial"
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


def lines(text: str, cadence: Cadence = Cadence.MONTH, unit: Unit = Unit.DAYS) -> list[Line]:
    return read(text, cadence, unit)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10,4.2", "2026-10;4,2", "2026-10\t4,2", "2026-10-31;4.2", "\ufeff2026-10;4.2\r\n",
        "2026-10-01,2026-10-31,4.2",
        "value;month\n4.2;2026-10", "from\tto\tresult\n2026-10-01\t2026-10-31\t4.2", "٢٠٢٦-١٠;٤٫٢", '"2026-10","4.2"',
        "2026-10;4.2;;", "period,numerator,denominator\n2026-10,42,10",
    ],
)  # fmt: skip
def test_the_same_number_is_read_from_many_shapes(text: str) -> None:
    (line,) = lines(text)
    assert line.problem is None
    assert (line.period, line.figure and line.figure.value) == (OCTOBER, Decimal("4.2"))


@pytest.mark.parametrize(
    ("text", "cadence", "period"),
    [
        ("2026-Q4;1", Cadence.QUARTER, (date(2026, 10, 1), date(2026, 12, 31))),
        ("2026-W41;1", Cadence.WEEK, (date(2026, 10, 5), date(2026, 10, 11))),
        ("2026-10-07;1", Cadence.WEEK, (date(2026, 10, 5), date(2026, 10, 11))),
        ("2026;1", Cadence.YEAR, (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_periods_of_every_cadence_are_read(text: str, cadence: Cadence, period: tuple[date, date]) -> None:
    assert lines(text, cadence)[0].period == period


@pytest.mark.parametrize(
    "row",
    [
        "2026-13;4", "31/10/2026;4", "yesterday 2;4", "2026-10;four", "2026-10;NaN", "2026-10;1e400",
        "2026-10;-4", "2026-10",
        "2026-10;4;5;6;7", "2026-10-31;2026-10-01;4", "1066;4", "2026-10;1.234",
        "2026-W60;1", "9999-12-32;1", "0000-01;1",
    ],
)  # fmt: skip
def test_a_bad_line_names_its_number_and_its_reason(row: str) -> None:
    good, bad = lines(f"2026-09;3\n{row}")
    assert good.problem is None
    assert bad.number == 2
    assert bad.problem
    assert bad.problem.message % bad.problem.facts


def test_line_numbers_are_those_of_the_text_with_header_and_empty_lines() -> None:
    assert [line.number for line in lines("period;value\n\n2026-09;3\n\n2026-10;4")] == [3, 5]


def test_an_unknown_or_repeated_heading_is_named() -> None:
    with pytest.raises(UnknownColumn):
        lines("period;colour\n2026-10;4")
    with pytest.raises(UnknownColumn):
        lines("value;value\n2026-10;4")


@pytest.mark.parametrize("text", ["", " \n\n", "period;value"])
def test_nothing_to_read_is_said(text: str) -> None:
    with pytest.raises(NothingPasted):
        lines(text)


def test_a_table_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooManyLines):
        lines("2026-10;1\n" * 1002)


@given(st.text(max_size=300), st.sampled_from(Cadence), st.sampled_from(Unit))
def test_any_text_is_read_or_refused(text: str, cadence: Cadence, unit: Unit) -> None:
    try:
        found = lines(text, cadence, unit)
    except BrokenRule:
        return
    assert all((line.problem is None) == (line.figure is not None and line.period is not None) for line in found)


@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile inputs are not on this machine")
def test_hostile_tables_and_strings_are_read_or_refused() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((HOSTILE / "csv_spectrum").glob("*.csv"))]
    texts += json.loads((HOSTILE / "naughty_strings.json").read_text(encoding="utf-8"))
    assert len(texts) > 200
    for text in texts:
        for made in (text, f"2026-10;{text}", f"{text};4"):
            try:
                problems = [line.problem for line in lines(made)]
            except BrokenRule as refused:
                problems = [refused]
            assert problems
            assert all(problem.message % problem.facts for problem in problems if problem)
