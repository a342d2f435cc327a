"""When a team is asked: every two weeks from the day its plan came into force, never twice a week, on working days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.check_ins import rhythm
from app.core.workdays import is_workday

MONDAY = date(2026, 11, 9)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def test_the_first_time_is_two_weeks_after_the_plan_came_into_force() -> None:
    assert rhythm.next_on(MONDAY, MONDAY) == MONDAY + timedelta(days=14)


def test_a_holiday_moves_one_asking_and_not_the_rhythm() -> None:
    holiday = MONDAY + timedelta(days=14)
    moved = rhythm.next_on(MONDAY, MONDAY, {holiday})
    assert moved == holiday + timedelta(days=1)
    assert rhythm.next_on(MONDAY, moved) == MONDAY + timedelta(days=28)


def test_who_told_unasked_is_left_in_peace_for_a_week() -> None:
    told = MONDAY + timedelta(days=10)
    assert rhythm.next_on(MONDAY, told) == MONDAY + timedelta(days=28)


def test_after_a_long_stop_only_one_is_asked_and_the_rhythm_goes_on() -> None:
    late = MONDAY + timedelta(days=72)
    assert rhythm.is_due(MONDAY, MONDAY, late)
    assert rhythm.next_on(MONDAY, late) == MONDAY + timedelta(days=84)


@given(DAYS, st.integers(0, 400))
def test_an_asking_is_a_working_day_a_week_or_more_and_three_weeks_at_most_after_the_last(
    begun: date, since: int
) -> None:
    last = begun + timedelta(days=since)
    found = rhythm.next_on(begun, last)
    assert is_workday(found)
    assert timedelta(days=7) <= found - last <= timedelta(days=7 + 14 + 2)


def test_weekends_do_not_ask() -> None:
    saturday = MONDAY + timedelta(days=19)
    assert not rhythm.is_due(MONDAY, MONDAY, saturday)
