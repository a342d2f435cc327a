"""The time, asked for in one place so that tests and the demo can set it. Instants are UTC; what is due is a date."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This instant, in UTC, with its time zone."""
    return datetime.now(UTC)


def today(time_zone: str = "UTC", at: datetime | None = None) -> date:
    """The date it is (or was at `at`) in a time zone: late starts at that place's midnight."""
    return (at or now()).astimezone(ZoneInfo(time_zone)).date()
