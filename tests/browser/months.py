"""Whole months before today, for numbers that are due."""

from datetime import date, timedelta

from app.core import clock


def months_before(count: int) -> list[date]:
    """The first days of the last whole months, oldest first."""
    days, first = [], clock.now().date().replace(day=1)
    for _ in range(count):
        first = (first - timedelta(days=1)).replace(day=1)
        days.append(first)
    return days[::-1]
