"""A small agency and the steps that administrators and the program office take in it; what must hold after each."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from app.accounts.actions import grants, people
from app.accounts.models import Person, Role, RoleGrant
from app.champions.actions import cycles, seats
from app.champions.models import Cycle, CycleState, Paper, Seat
from app.champions.responsibility import responsible_for
from app.core.database import LostUpdate, transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.offices.actions import closings, moves
from app.offices.models import Office
from app.pain_points import responsibility
from app.pain_points.models import PainPoint
from app.pain_points.policy import OPEN
from app.plans.queries import keeper
from tests.support import builders
from tests.support.builders import AT, TODAY

Step = tuple[str, int, int, int]
NAMES = (
    "give", "leave", "back", "hand_over", "end_seat", "deputy", "open", "close_cycle", "move", "close_office",
    "deactivate", "reactivate", "move_person", "grant", "end_grant",
)  # fmt: skip
SEATS_AND_CYCLES = NAMES[:8]
NEXT = cycles.CycleRules("", TODAY, TODAY + timedelta(days=365), TODAY + timedelta(days=60), 2, Paper.A4, 40)


class World:
    """Six offices, eight people, two cycles, a report in each office; two of the people run the house."""

    def __init__(self) -> None:
        root = builders.office("Agency")
        north, south = builders.office("North", root), builders.office("South", root)
        self.offices = [root, north, south, *(builders.office(f"Desk {n}", north) for n in range(3))]
        self.people = [builders.person(f"Person {n}", at=self.offices[n % 6]) for n in range(6)]
        self.runners = [builders.person("Runner A", at=root), builders.person("Runner B", at=root)]
        for runner in self.runners:
            for role in (Role.ADMINISTRATOR, Role.PROGRAM_OFFICE):
                builders.grant(runner, role, root)
        self.cycles = [builders.cycle("Open"), builders.cycle("Planned", state=CycleState.PLANNED)]
        for office in self.offices:
            builders.pain_point(office, self.runners[0], self.people[0])
        self.plans = [builders.plan(office, self.cycles[0], self.people[0]) for office in self.offices[:2]]

    def everyone(self) -> list[Person]:
        return [*self.people, *self.runners]

    def take(self, step: Step) -> None:
        """One step by someone who holds the role for it; what is refused changes nothing."""
        name, a, b, c = step
        role = Role.PROGRAM_OFFICE if name in SEATS_AND_CYCLES else Role.ADMINISTRATOR
        able = [person for person in self.everyone() if person.is_active and person.has_role_everywhere(role)]
        by = able[a % len(able)]
        with suppress(BrokenRule, LostUpdate), transaction():
            getattr(self, name)(by, b, c)
            responsibility.reassign(at=AT)

    def give(self, by: Person, b: int, c: int) -> None:
        champion, deputy = self.people[b % 6], self.people[c % 6]
        seats.give(self.cycles[c % 2], self.offices[b % 6], champion=champion, deputy=deputy, by=by, at=AT)

    def leave(self, by: Person, b: int, c: int) -> None:
        self.with_seat(b, lambda seat: seats.leave(seat, by=by, at=AT))

    def back(self, by: Person, b: int, c: int) -> None:
        self.with_seat(b, lambda seat: seats.come_back(seat, by=by, at=AT))

    def end_seat(self, by: Person, b: int, c: int) -> None:
        self.with_seat(b, lambda seat: seats.end(seat, by=by, at=AT))

    def deputy(self, by: Person, b: int, c: int) -> None:
        other = self.people[c % 6] if c % 3 else None
        self.with_seat(b, lambda seat: seats.name_deputy(seat, seat.lock, other, by=by, at=AT))

    def hand_over(self, by: Person, b: int, c: int) -> None:
        heir = self.people[c % 6]
        self.with_seat(b, lambda seat: seats.hand_over(seat, seat.lock, champion=heir, deputy=None, by=by, at=AT))

    def open(self, by: Person, b: int, c: int) -> None:
        cycles.open_up(self.cycles[b % 2], by=by, at=AT)

    def close_cycle(self, by: Person, b: int, c: int) -> None:
        """And the next one is planned."""
        closed = self.cycles[b % 2]
        cycles.close(closed, by=by, at=AT)
        self.cycles[b % 2] = cycles.add(replace(NEXT, name=f"After {closed.id}"), by=by, at=AT)

    def move(self, by: Person, b: int, c: int) -> None:
        office, parent = self.offices[b % 6], self.offices[c % 6]
        moves.move(office, office.lock, parent=parent, on=TODAY, by=by, at=AT)

    def close_office(self, by: Person, b: int, c: int) -> None:
        office, successor = self.offices[b % 6], self.offices[c % 6]
        if closings.close(office, office.lock, successor=successor, by=by, at=AT):
            seats.end_all_of(office, by=by, at=AT)
            grants.close_on(office, by=by, at=AT)
            people.move_all(office, successor, by=by, at=AT)

    def deactivate(self, by: Person, b: int, c: int) -> None:
        person = self.everyone()[b % 8]
        people.deactivate(person, by=by, at=AT)
        seats.step_aside(person, by=by, at=AT)

    def reactivate(self, by: Person, b: int, c: int) -> None:
        people.reactivate(self.everyone()[b % 8], by=by, at=AT)

    def move_person(self, by: Person, b: int, c: int) -> None:
        person, office = self.everyone()[b % 8], self.offices[c % 6]
        texts = {"email": person.email, "name": person.name, "language": person.language}
        if people.update(person, person.lock, office=office, by=by, at=AT, **texts):
            seats.end_outside(person, by=by, at=AT)

    def grant(self, by: Person, b: int, c: int) -> None:
        role = (Role.PROGRAM_OFFICE, Role.ADMINISTRATOR, Role.SPONSOR)[c % 3]
        grants.give(self.everyone()[b % 8], role, self.offices[c % 2], by=by, at=AT)

    def end_grant(self, by: Person, b: int, c: int) -> None:
        running = db.session.scalars(select(RoleGrant).where(RoleGrant.to_on.is_(None)).order_by(RoleGrant.id)).all()
        grants.end(running[(b * 10 + c) % len(running)], by=by, at=AT)

    def with_seat(self, b: int, change: Callable[[Seat], object]) -> None:
        running = db.session.scalars(select(Seat).where(Seat.to_on.is_(None)).order_by(Seat.id)).all()
        if running:
            change(running[b % len(running)])

    def check(self) -> None:
        """Each open report has the right person, who can sign in, each plan somebody; the house has who runs it."""
        db.session.expire_all()
        for point in db.session.scalars(select(PainPoint).where(PainPoint.state.in_(OPEN))):
            assert point.responsible.is_active
            assert point.responsible_id == responsible_for(point.office).id
        for role in (Role.ADMINISTRATOR, Role.PROGRAM_OFFICE):
            assert any(person.is_active and person.has_role_everywhere(role) for person in self.everyone())
        for plan in self.plans:
            assert db.session.get_one(Person, keeper.for_plan(plan.id).person_id).is_active
        check_tree()
        check_rights()


def check_tree() -> None:
    """Paths say what the parents say, and nothing hangs below itself."""
    offices = {office.id: office for office in db.session.scalars(select(Office))}
    for office in offices.values():
        above = offices[office.parent_id].path if office.parent_id else "/"
        assert office.path == f"{above}{office.id}/"


def check_rights() -> None:
    """Rights of champions and deputies are exactly those of running seats."""
    held = {
        (grant.seat_id, grant.person_id)
        for grant in db.session.scalars(select(RoleGrant).where(RoleGrant.to_on.is_(None)))
        if grant.role in (Role.CHAMPION, Role.DEPUTY)
    }
    running = db.session.scalars(select(Seat).where(Seat.to_on.is_(None))).all()
    wanted = {(seat.id, who) for seat in running for who in (seat.champion_id, seat.deputy_id) if who}
    assert held == wanted
    assert not [seat.id for seat in running if db.session.get_one(Cycle, seat.cycle_id).state is CycleState.CLOSED]
