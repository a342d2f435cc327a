"""What the parts of the demo share: the day it is told from, chance from one seed, people and offices by key.

Days are counted from the reference day, so that the story is as old as it was on whatever day it is loaded.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.accounts.models import Person
from app.champions.models import Cycle, Seat
from app.core import workdays
from app.demo.chronicle import Chronicle
from app.demo.texts.names import SEATS
from app.funding.models import FundingRequest
from app.measures.models import Measure
from app.offices.models import Channel, Office
from app.plans.models import Plan
from app.reports.models import Report

ONE_DAY = timedelta(days=1)


@dataclass
class World:
    """Filled part by part while the demo is loaded. `say` shows a line of progress."""

    today: date
    seed: int
    say: Callable[[str], None]
    chronicle: Chronicle = field(default_factory=Chronicle)
    people: dict[str, Person] = field(default_factory=dict)
    staff: dict[int, list[Person]] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    zones: dict[int, str] = field(default_factory=dict)
    channels: dict[int, list[Channel]] = field(default_factory=dict)
    cycles: dict[str, Cycle] = field(default_factory=dict)
    seats: dict[tuple[str, str], Seat] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    requests: dict[str, FundingRequest] = field(default_factory=dict)
    linked: dict[str, list[int]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    has_new_numbers: bool = False
    _by_id: dict[int, Office] = field(default_factory=dict)
    _speakers: dict[str, list[Person]] = field(default_factory=dict)

    @property
    def offices_by_id(self) -> dict[int, Office]:
        if len(self._by_id) != len(self.offices):
            self._by_id = {office.id: office for office in self.offices.values()}
        return self._by_id

    def speakers(self, language: str) -> list[Person]:
        """Everyone who works in a language."""
        if language not in self._speakers:
            self._speakers[language] = [one for one in self.people.values() if one.language == language]
        return self._speakers[language]

    def chance(self, area: str) -> random.Random:
        """Chance for one part: what another part draws does not change it."""
        return random.Random(f"{self.seed}:{area}")  # noqa: S311  # a story, no secret

    def day(self, days: int) -> date:
        """The working day that lies so many days from today, or the last one before it."""
        found = self.today + timedelta(days=days)
        while not workdays.is_workday(found, self.holidays):
            found -= ONE_DAY
        return found

    def workday(self, ago: int) -> date:
        """The working day so many working days before today."""
        found = self.day(0)
        for _ in range(ago):
            found = self.day((found - self.today).days - 1)
        return found

    def who_answers(self, slug: str, on: date) -> Person:
        """The champion whose seat ran on a day, the newest cycle first; else the program office."""
        spans = {"coming": (-1, None), "running": (-10, None), "past": (-25, -13)}
        for key, (start, end) in spans.items():
            if self.month(start) < on and (end is None or on < self.month(end)):
                for cycle, office, champion, _ in SEATS:
                    if (cycle, office) == (key, slug):
                        return self.people[champion]
        return self.people["program"]

    def month(self, months: int) -> date:
        """The first day of the month that lies so many months from this one."""
        count = self.today.year * 12 + self.today.month - 1 + months
        return date(count // 12, count % 12 + 1, 1)

    def at(self, office: Office, day: date, hour: int = 10, minute: int = 0) -> datetime:
        """An instant in the office's working hours; never after the end of the reference day."""
        zone = ZoneInfo(self.zones.get(office.id, "UTC"))
        return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)
