"""The time, asked for in one place so that tests and the demo can set it. Instants are UTC; what is due is a date."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_set_to: ContextVar[datetime | None] = ContextVar("set_to", default=None)


def now() -> datetime:
    """This instant, in UTC, with its time zone."""
    return _set_to.get() or datetime.now(UTC)


def today(time_zone: str = "UTC", at: datetime | None = None) -> date:
    """The date it is (or was at `at`) in a time zone: late starts at that place's midnight."""
    return (at or now()).astimezone(ZoneInfo(time_zone)).date()


@contextmanager
def set_to(at: datetime) -> Iterator[None]:
    """Within, it is `at`: to write down what happened before."""
    token = _set_to.set(at)
    try:
        yield
    finally:
        _set_to.reset(token)
