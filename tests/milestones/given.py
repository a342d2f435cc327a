"""What tests of milestones begin with: an office with its cast, a plan, a draft or a version in force."""

from dataclasses import dataclass
from datetime import date

from app.accounts.models import Person, Role
from app.extensions import db
from app.milestones.models import Milestone
from app.milestones.queries import for_plan
from app.offices.models import Office
from app.plans.models import Plan, PlanState, VersionMilestone, VersionState
from tests.support import builders as build


@dataclass
class Cast:
    """One agency with an office, its people and its plan."""

    agency: Office
    office: Office
    champion: Person
    deputy: Person
    colleague: Person
    stranger: Person
    program: Person
    auditor: Person
    plan: Plan

    @property
    def readers(self) -> tuple[Person, ...]:
        """Who may read the plan in force and not write in it."""
        return self.colleague, self.stranger, self.program, self.auditor


def cast() -> Cast:
    agency = build.office("Family Services")
    office, elsewhere = build.office("Child Support", agency), build.office("Housing", agency)
    cycle = build.cycle()
    champion, deputy = build.person("Dana Whitfield", at=office), build.person("Sam Oyelaran", at=office)
    stranger = build.person("Marcus Bell", at=elsewhere)
    build.seat(office, champion, cycle, deputy)
    build.seat(elsewhere, stranger, cycle)
    plan = build.plan(office, cycle, champion, words={"title": "Orders on the day both parents agree"})
    return Cast(
        agency, office, champion, deputy, build.person("Tom Fell", at=office), stranger,
        build.with_role(Role.PROGRAM_OFFICE, agency), build.with_role(Role.AUDITOR, agency), plan,
    )  # fmt: skip


def promised(plan: Plan, name: str = "First desk writes orders", due: date = date(2026, 12, 1)) -> Milestone:
    """A milestone of the version in force."""
    made = build.milestone(plan, name, due, owner="Legal unit", shown_by="The first order")
    accept(plan)
    return made


def accept(plan: Plan) -> None:
    """Put the plan's first version in force, with every milestone it has."""
    version = plan.versions[0]
    version.state, plan.state = VersionState.ACCEPTED, PlanState.ACTIVE
    for milestone in for_plan(plan.id):
        db.session.merge(
            VersionMilestone(version_id=version.id, milestone_id=milestone.id, due_on=milestone.due_on)
        )
    db.session.commit()
