"""Clocks in words: they always count working days and say so, and over a weekend they never say zero."""

from datetime import date

import pytest
from flask import Flask
from flask_babel import force_locale

from app.core import workdays
from app.web import clocks

FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 11, day) for day in (20, 21, 22, 23))


@pytest.mark.parametrize(
    ("received", "answered", "words"),
    [
        (FRIDAY, FRIDAY, "answered the same day"),
        (SATURDAY, SATURDAY, "answered the same day"),
        (SATURDAY, SUNDAY, "answered in less than a working day"),
        (FRIDAY, MONDAY, "answered in 1 working day"),
        (FRIDAY, date(2026, 11, 24), "answered in 2 working days"),
    ],
)
def test_an_answer_says_how_long_it_took(app: Flask, received: date, answered: date, words: str) -> None:
    with app.test_request_context():
        assert clocks.done(received, answered).label == words


@pytest.mark.parametrize(
    ("today", "due", "words"),
    [
        (FRIDAY, SATURDAY, "less than a working day left"),
        (FRIDAY, SUNDAY, "less than a working day left"),
        (SATURDAY, SUNDAY, "less than a working day left"),
        (FRIDAY, MONDAY, "1 working day left"),
        (SUNDAY, SUNDAY, "today"),
        (SUNDAY, SATURDAY, "less than a working day late"),
        (FRIDAY, date(2026, 11, 24), "2 working days left"),
        (MONDAY, FRIDAY, "1 working day late"),
    ],
)
def test_a_clock_over_a_weekend_never_says_zero(app: Flask, today: date, due: date, words: str) -> None:
    with app.test_request_context():
        assert clocks.due(today, FRIDAY, due).label == words


@pytest.mark.parametrize(
    ("days", "left", "late"),
    [
        (1, "بقي يوم عمل واحد", "متأخر يوم عمل واحدًا"),
        (2, "بقي يوما عمل", "متأخر يومَي عمل"),
        (3, "بقيت ٣ أيام عمل", "متأخر ٣ أيام عمل"),
        (11, "بقي ١١ يوم عمل", "متأخر ١١ يوم عمل"),
    ],
)
def test_in_arabic_too_they_count_working_days(app: Flask, days: int, left: str, late: str) -> None:
    due = workdays.add(FRIDAY, days)
    with app.test_request_context(), force_locale("ar"):
        assert (clocks.due(FRIDAY, FRIDAY, due).label, clocks.due(due, FRIDAY, FRIDAY).label) == (left, late)
        over = [clocks.due(FRIDAY, FRIDAY, day).label for day in (SATURDAY, SUNDAY)]
        assert over[0] == over[1], "no day of the calendar is counted"
