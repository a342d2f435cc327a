"""The calendar of a measure."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.measures.models import Cadence
from app.measures.periods import Period, containing, following, fresh_until, missing, recent

DAYS = st.dates(date(1900, 1, 1), date(2190, 1, 1))


@given(DAYS, st.sampled_from(Cadence))
def test_periods_follow_each_other_without_a_gap(day: date, cadence: Cadence) -> None:
    period = containing(day, cadence)
    assert period.start <= day <= period.end
    assert following(period.end, cadence).start == period.end + timedelta(days=1)


@given(DAYS, st.sampled_from(Cadence))
def test_the_next_period_never_overlaps_an_odd_one(day: date, cadence: Cadence) -> None:
    assert following(day, cadence).start > day


def test_a_measure_is_fresh_for_half_a_period_after_the_next_number_was_due() -> None:
    assert fresh_until(date(2026, 9, 30), date(2026, 1, 1), Cadence.MONTH) == date(2026, 11, 15)
    assert fresh_until(None, date(2026, 9, 12), Cadence.MONTH) == date(2026, 10, 15)
    assert fresh_until(date(2026, 9, 30), date(2026, 1, 1), Cadence.QUARTER) == date(2027, 2, 14)


def test_missing_periods_are_those_that_are_over() -> None:
    found = missing(date(2026, 8, 31), date(2026, 1, 1), Cadence.MONTH, date(2026, 11, 23))
    assert found == [Period(date(2026, 9, 1), date(2026, 9, 30)), Period(date(2026, 10, 1), date(2026, 10, 31))]
    assert missing(date(2026, 10, 31), date(2026, 1, 1), Cadence.MONTH, date(2026, 11, 23)) == []
    assert len(missing(None, date(1990, 1, 1), Cadence.WEEK, date(2026, 1, 1))) == 24


def test_recent_periods_are_over_and_newest_first() -> None:
    assert [period.start for period in recent(Cadence.MONTH, date(2026, 11, 23), 2)] == [
        date(2026, 10, 1), date(2026, 9, 1),
    ]  # fmt: skip
