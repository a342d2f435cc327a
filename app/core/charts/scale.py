"""From values and days to places in points."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Linear:
    """Maps low..high to start..end; a domain without width maps to the middle."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        return round(self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start), 2)


@dataclass(frozen=True, slots=True)
class Days:
    """Maps the days from `first` to `last` to start..end. Days outside fall outside."""

    first: date
    last: date
    start: float
    end: float

    def __call__(self, day: date) -> float:
        length = max(1, (self.last - self.first).days)
        return round(self.start + (day - self.first).days / length * (self.end - self.start), 2)

    def inside(self, day: date) -> float:
        """The place of the day, held at the edge when it lies outside."""
        return min(max(self(day), self.start), self.end)


def upwards(values: list[float], start: float, end: float) -> Linear:
    """A scale for a height: from 0, so that no difference looks bigger than it is, unless there are values
    below.
    """
    low, high = min([0.0, *values]), max([0.0, *values])
    return Linear(low, high if high > low else low + 1, start, end)


def add_months(day: date, months: int) -> date:
    """The first of the month that lies so many months after (before, when negative) the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def months_from(first: date, count: int) -> Iterator[date]:
    """The firsts of `count` months, starting with that of `first`."""
    return (add_months(first, number) for number in range(count))


def day_ticks(longest: float, most: int = 6) -> list[float]:
    """Steps of days, weeks or more from 0 that do not pass `longest`, at most so many."""
    weeks = (1, 2, 7, 14, 28, 91, 182, 364)
    step = next((step for step in weeks if longest / step <= most), 0)
    return [float(step * number) for number in range(int(longest / step) + 1)] if step else ticks(longest)


def ticks(high: float, most: int = 6) -> list[float]:
    """Round steps from 0 that do not pass `high`, at most so many."""
    for step in (n * 10**power for power in range(-1, 9) for n in (1, 2, 5, 7)):
        if high / step <= most - 1:
            return [round(step * number, 2) for number in range(int(high / step) + 1)]
    return [0.0]
