"""What stands in the calendar: one thing on one day, and whose dates are asked for. Asks nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from sqlalchemy import ColumnElement, false, or_, true

from app.accounts.models import Person
from app.calendar.models import Shows
from app.core import clock
from app.offices.models import Office
from app.offices.places import OnTree
from app.offices.queries import rules_at
from app.plans.models import Plan
from app.plans.queries.readable import team_of


class Kind(StrEnum):
    """What happens on the day."""

    MILESTONE_DUE = "milestone_due"
    MILESTONE_LATE = "milestone_late"
    MILESTONE_DONE = "milestone_done"
    MILESTONE_MOVED = "milestone_moved"
    PLANS_DUE = "plans_due"
    CYCLE_STARTS = "cycle_starts"
    CYCLE_ENDS = "cycle_ends"
    SEAT_BEGINS = "seat_begins"
    SEAT_ENDS = "seat_ends"
    NUMBER_DUE = "number_due"
    TRIAL_BEGINS = "trial_begins"
    TRIAL_ENDS = "trial_ends"
    SIGN_OFF_DUE = "sign_off_due"
    CHECK_IN_DUE = "check_in_due"
    HUDDLE = "huddle"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on one day. `key` names it for good ("milestone-12-due"), `revision` rises when it changes.

    `name` is in people's words, `day_now` the day to which it moved.
    """

    day: date
    kind: Kind
    name: str
    path: str
    key: str
    office: str = ""
    ref: str = ""
    revision: int = 0
    day_now: date | None = None

    @property
    def order(self) -> tuple[date, str, str]:
        return self.day, self.kind, self.key


@dataclass(frozen=True)
class Scope:
    """Whose dates, as conditions on Plan and Office. What `viewer` may read is each source's own rule beside it.

    `most`: rows of one source. A screen holds fewer; who sees more narrows it.
    """

    viewer: Person
    shows: Shows
    at: datetime
    office: OnTree | None = None
    plan: int | None = None
    most: int = 400

    @cached_property
    def of_plans(self) -> ColumnElement[bool]:
        """Needs Plan joined with Office."""
        if self.plan is not None:
            return Plan.number == self.plan
        if self.shows is Shows.MINE:
            return or_(false(), *team_of(self.viewer))
        return self.of_offices

    @property
    def of_offices(self) -> ColumnElement[bool]:
        """Needs Office."""
        return Office.path.like(f"{self.office.path}%") if self.office is not None else true()

    def today(self, office_path: str) -> date:
        """The day it is at an office."""
        return clock.today(rules_at(office_path, self.at.date()).time_zone, self.at)
