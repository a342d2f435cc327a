"""An agency with a plan in force, another team of the same cycle, and a huddle that meets today."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from app.accounts.models import Person, Role
from app.check_ins.models import Blocker
from app.extensions import db
from app.huddles.models import Huddle, HuddleAction
from app.milestones.models import Milestone
from app.plans.models import VersionMilestone
from tests.check_ins import given
from tests.check_ins.given import Case
from tests.support import builders
from tests.support.builders import TODAY

LAST = TODAY - timedelta(days=14)
NEXT = TODAY + timedelta(days=14)


@dataclass
class Round:
    """`other` holds a seat of the cycle in another office; `leader` reads; `colleague` is of the frontline."""

    case: Case
    huddle: Huddle
    other: Person
    leader: Person

    @property
    def host(self) -> Person:
        return self.case.champion

    @property
    def url(self) -> str:
        return f"/huddles/{self.huddle.ref}"


def meeting() -> Round:
    case = given.case()
    elsewhere = builders.office("Housing", case.agency)
    other = builders.person("Marcus Bell", at=elsewhere)
    builders.seat(elsewhere, other, case.cycle)
    return Round(case, huddle(case), other, builders.with_role(Role.LEADER, case.agency))


def huddle(case: Case, day: date = TODAY, number: int = 1, **fields: Any) -> Huddle:
    return builders.save(
        Huddle(number=number, cycle_id=case.cycle.id, meets_on=day, begins=time(10), host_id=case.champion.id, **fields)
    )


def milestone(case: Case, name: str = "First desk writes orders", due: date = TODAY, **fields: Any) -> Milestone:
    """One that the version in force promises."""
    made = builders.milestone(case.plan, name, due, **fields)
    version = case.plan.versions[0]
    builders.save(VersionMilestone(version_id=version.id, milestone_id=made.id, due_on=due))
    return made


def blocker(case: Case, **fields: Any) -> Blocker:
    return given.blocker(case, **fields)


def action(of: Huddle, owner: Person, words: str = "Ask Legal for a date", **fields: Any) -> HuddleAction:
    dates = {"agreed_on": TODAY, "due_on": NEXT}
    return builders.save(HuddleAction(huddle_id=of.id, words=words, owner_id=owner.id, **{**dates, **fields}))


def again(action: HuddleAction) -> HuddleAction:
    db.session.rollback()
    return db.session.get_one(HuddleAction, action.id)
