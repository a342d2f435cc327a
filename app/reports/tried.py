"""A small test as a report keeps it: numbers and days, none of its words."""

from dataclasses import dataclass
from datetime import date

from app.trials.models import Act


@dataclass(frozen=True, slots=True)
class Tried:
    """A small test that is marked on the measure's chart; `result` and `act` as they were on the last day."""

    number: int
    start: date
    end: date
    predicted: float | None = None
    result: float | None = None
    act: Act | None = None
