"""What tests of check-ins begin with: an agency with a region, an office and its plan, in force for two weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from app.accounts.models import Person, Role
from app.champions.models import Cycle, Seat
from app.check_ins.models import Blocker, BlockerStep, CheckIn, StepKind
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan, PlanState, VersionState
from tests.support import builders
from tests.support.builders import AT, TODAY

IN_FORCE = TODAY - timedelta(days=14)


@dataclass
class Case:
    agency: Office
    region: Office
    office: Office
    cycle: Cycle
    seat: Seat
    champion: Person
    deputy: Person
    sponsor: Person
    director: Person
    program: Person
    colleague: Person
    plan: Plan

    @property
    def url(self) -> str:
        return f"/plans/{self.plan.ref}"


def case(number: int = 12) -> Case:
    agency = builders.office("Family Services")
    region = builders.office("North", agency)
    office = builders.office("Child Support", region)
    cycle = builders.cycle()
    champion, deputy = builders.person("Dana Whitfield", at=office), builders.person("Sam Oyelaran", at=office)
    seat = builders.seat(office, champion, cycle, deputy)
    plan = builders.plan(office, cycle, champion, words={"title": "From 72 days to 1"}, number=number)
    version = plan.versions[0]
    plan.state, version.state, version.decided_at = PlanState.ACTIVE, VersionState.ACCEPTED, AT - timedelta(days=14)
    db.session.commit()
    return Case(
        agency, region, office, cycle, seat, champion, deputy,
        sponsor=builders.with_role(Role.SPONSOR, office, "Ruth Alvarez"),
        director=builders.with_role(Role.SPONSOR, region, "Peter Haldane"),
        program=builders.with_role(Role.PROGRAM_OFFICE, agency, "Tom Beckett"),
        colleague=builders.person("Nadia Osei", at=office),
        plan=plan,
    )  # fmt: skip


def asked(of: Case, on: date = TODAY, **fields: object) -> CheckIn:
    """An open check-in, asked on a day."""
    given = {"due_on": on + timedelta(days=3), "open_until": on + timedelta(days=13)}
    return builders.save(CheckIn(plan_id=of.plan.id, asked_on=on, **{**given, **fields}))


def blocker(of: Case) -> Blocker:
    """Raised by the champion, asked of the head of the office."""
    made = builders.save(
        Blocker(
            plan_id=of.plan.id, words="The court wants paper.", raised_by_id=of.champion.id, raised_on=TODAY,
            asked_of_id=of.sponsor.id, level_id=of.office.id, due_on=TODAY + timedelta(days=7),
        )
    )  # fmt: skip
    builders.save(BlockerStep(blocker_id=made.id, kind=StepKind.RAISED, words=made.words, by_id=of.champion.id, at=AT))
    return made


def check_ins(of: Case) -> list[CheckIn]:
    """All of the plan, the oldest first, read again."""
    db.session.rollback()
    asked = select(CheckIn).where(CheckIn.plan_id == of.plan.id).order_by(CheckIn.asked_on)
    return list(db.session.scalars(asked))
