"""Whom a huddle concerns: the team that takes its actions, who was there, and the plans it is about."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from app.accounts.models import Person, Role, RoleGrant
from app.extensions import db
from app.huddles.models import Huddle, HuddlePresence
from app.offices.models import Office
from app.plans.models import Plan
from app.plans.policy import TEAM
from app.plans.turns import GOING_ON


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may host a huddle and take its actions. `has_seat`: a champion or deputy of the cycle."""

    id: int
    name: str
    office: str
    has_seat: bool


@dataclass(frozen=True, slots=True)
class RunningPlan:
    """A plan that goes on."""

    id: int
    number: int
    title: str
    office_id: int
    office: str

    @property
    def ref(self) -> str:
        return f"P-{self.number}"


def team_of(cycle_id: int) -> list[Member]:
    """Champions and deputies of the cycle, and the program office of the whole agency; by name, in one query."""
    is_seat = RoleGrant.role.in_(TEAM) & (RoleGrant.cycle_id == cycle_id)
    is_program = (RoleGrant.role == Role.PROGRAM_OFFICE) & Office.parent_id.is_(None)
    rows = db.session.execute(
        select(Person.id, Person.name, Office.name.label("office"), RoleGrant.role)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .join(Office, Office.id == RoleGrant.office_id)
        .where(or_(is_seat, is_program), RoleGrant.to_on.is_(None), Person.is_active)
        .order_by(RoleGrant.id)
    )
    found: dict[int, Member] = {}
    for row in rows:
        member = Member(row.id, row.name, row.office, row.role in TEAM)
        if row.id not in found or (member.has_seat and not found[row.id].has_seat):
            found[row.id] = member
    return sorted(found.values(), key=lambda one: (one.name, one.id))


def present(huddle: Huddle) -> list[tuple[int, str]]:
    """Id and name of who was there, by name."""
    rows = db.session.execute(
        select(Person.id, Person.name)
        .join(HuddlePresence, HuddlePresence.person_id == Person.id)
        .where(HuddlePresence.huddle_id == huddle.id)
        .order_by(Person.name, Person.id)
    )
    return [(row.id, row.name) for row in rows]


def running_plans(cycle_id: int) -> list[RunningPlan]:
    """The cycle's plans that go on, by office."""
    rows = db.session.execute(
        select(Plan.id, Plan.number, Plan.title, Office.id, Office.name)
        .join(Office, Office.id == Plan.office_id)
        .where(Plan.cycle_id == cycle_id, Plan.state.in_(GOING_ON))
        .order_by(Office.name, Plan.id)
    )
    return [RunningPlan(*row) for row in rows]
