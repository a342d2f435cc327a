"""Times as people type them, in the words and digits of six languages."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.durations import Unit
from app.core.errors import BrokenRule
from app.core.numerals import Writing
from app.maps import times
from app.maps.times import LARGEST

SIGNS = {Unit.MINUTES: "min", Unit.HOURS: "h", Unit.DAYS: "d"}
HOUR, DAY = 60, 24 * 60


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45 min", 45), ("2 h", 2 * HOUR), ("3 d", 3 * DAY), ("3d", 3 * DAY), ("1 h 30 min", 90), ("1.5 h", 90),
        ("0.5 d", 12 * HOUR), ("2 weeks", 14 * DAY), ("3 Days", 3 * DAY), ("90 mins.", 90), ("", 0), ("0 min", 0),
        ("٣ أيام", 3 * DAY), ("٤٥ دقيقة", 45), ("3 วัน", 3 * DAY), ("๓ วัน", 3 * DAY),
        ("3天", 3 * DAY), ("２ 小时", 2 * HOUR),
        ("3 gün", 3 * DAY), ("2 saat", 2 * HOUR), ("3 ημέρες", 3 * DAY), ("2 ώρες", 2 * HOUR), ("1,500 min", 1500),
        ("7", 7 * DAY),
    ],
)  # fmt: skip
def test_a_time_is_read_in_minutes(text: str, minutes: int) -> None:
    assert times.read(text, Unit.DAYS) == minutes


def test_a_lone_number_counts_in_the_unit_of_its_column() -> None:
    assert [times.read("90", unit) for unit in Unit] == [90, 90 * HOUR, 90 * DAY]


def test_a_decimal_comma_is_read_where_the_language_writes_one() -> None:
    assert times.read("1,5 h", Unit.DAYS, Writing(",")) == 90


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "3 moons",
        "-3 d",
        "3 d soon",
        "d",
        "1 h 30",
        "1:30",
        "∞",
        "3651 d",
        "9" * 50,
        "0.001 min",
        "x" * 100_000,
        "\x00",
    ],
)
def test_what_is_no_time_is_refused_by_a_rule(text: str) -> None:
    with pytest.raises(BrokenRule):
        times.read(text, Unit.HOURS)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, LARGEST), st.sampled_from([".", ","]))
def test_what_a_field_shows_is_read_back_exactly(minutes: int, decimal: str) -> None:
    writing = Writing(decimal)
    assert times.read(times.write(minutes, SIGNS, writing), Unit.DAYS, writing) == minutes


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_a_time_within_bounds_or_a_rule(text: str) -> None:
    with suppress(BrokenRule):
        assert 0 <= times.read(text, Unit.DAYS) <= LARGEST
