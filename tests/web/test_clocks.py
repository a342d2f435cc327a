"""Clocks in words: they say that they count working days, and over a weekend they never say zero."""

from datetime import date

import pytest
from flask import Flask

from app.web import clocks

FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 11, day) for day in (20, 21, 22, 23))


@pytest.mark.parametrize(
    ("received", "answered", "words"),
    [
        (FRIDAY, FRIDAY, "answered the same day"),
        (SATURDAY, SATURDAY, "answered the same day"),
        (SATURDAY, SUNDAY, "answered in 1 day"),
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
        (FRIDAY, SUNDAY, "2 days left"),
        (SATURDAY, SUNDAY, "1 day left"),
        (SUNDAY, SUNDAY, "today"),
        (SUNDAY, SATURDAY, "1 day late"),
        (FRIDAY, date(2026, 11, 24), "2 working days left"),
        (MONDAY, FRIDAY, "1 working day late"),
    ],
)
def test_a_clock_over_a_weekend_never_says_zero(app: Flask, today: date, due: date, words: str) -> None:
    with app.test_request_context():
        assert clocks.due(today, FRIDAY, due).label == words
