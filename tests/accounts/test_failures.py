"""How long an account waits after failed sign-ins."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.accounts.failures import LONGEST_DELAY, TRIES, WITHIN, blocked_until

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_nine_failures_do_not_block() -> None:
    assert blocked_until([START + n * MINUTE for n in range(TRIES - 1)]) is None


def test_ten_within_fifteen_minutes_block_for_a_minute() -> None:
    times = [START + n * MINUTE for n in range(TRIES)]
    assert blocked_until(times) == times[-1] + MINUTE


def test_ten_spread_over_more_than_fifteen_minutes_do_not_block() -> None:
    assert blocked_until([START + n * 2 * MINUTE for n in range(TRIES)]) is None


def test_each_further_failure_doubles_the_delay_up_to_an_hour() -> None:
    burst = [START] * TRIES
    delays = []
    for further in range(1, 9):
        times = [*burst, *(START + n * MINUTE for n in range(1, further + 1))]
        until = blocked_until(times)
        assert until is not None
        delays.append(until - times[-1])
    assert delays[:3] == [2 * MINUTE, 4 * MINUTE, 8 * MINUTE]
    assert delays[-1] == LONGEST_DELAY


@given(st.lists(st.integers(0, 24 * 60), max_size=60))
def test_it_never_blocks_longer_than_an_hour_after_the_last_failure(minutes: list[int]) -> None:
    times = [START + minute * MINUTE for minute in sorted(minutes)]
    until = blocked_until(times)
    if until is not None:
        assert times[-1] < until <= times[-1] + LONGEST_DELAY
    else:
        assert all(b - a > WITHIN for a, b in zip(times, times[TRIES - 1 :], strict=False))
