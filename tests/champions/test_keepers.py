"""No plan is left behind: whatever happens to its seat, somebody looks after it, is told, and is shown."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role
from app.champions.models import SeatState
from app.extensions import db
from app.notices.models import Notice
from app.plans.models import Plan, PlanState
from app.plans.queries import keeper
from app.plans.queries.keeper import As
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]


@pytest.fixture
def plan(house: House) -> Plan:
    return builders.plan(house.support, house.cycle, house.dana, words={"title": "From 72 days to 1"}, number=7)


def kept(plan: Plan) -> tuple[As, str]:
    db.session.expire_all()
    found = keeper.for_plan(plan.id)
    return found.kind, found.name


def told() -> list[int]:
    return list(db.session.scalars(select(Notice.person_id).where(Notice.kind == "plan_kept")))


def end_seat(house: House, as_person: People) -> None:
    as_person(house.program).post(f"/cycles/{house.cycle.id}/seats/{house.seat.id}/endings")


def test_champion_then_deputy_then_sponsor_then_program_office(house: House, plan: Plan, as_person: People) -> None:
    assert kept(plan) == (As.CHAMPION, "Dana Whitfield")
    house.seat.state = SeatState.ON_LEAVE
    db.session.commit()
    assert kept(plan) == (As.DEPUTY, "Ali Demir")
    house.ali.is_active = False
    db.session.commit()
    assert kept(plan) == (As.PROGRAM_OFFICE, "Pia Program")
    builders.with_role(Role.SPONSOR, house.agency, "Sol Above")
    builders.with_role(Role.SPONSOR, house.support, "Sam Sponsor")
    assert kept(plan) == (As.SPONSOR, "Sam Sponsor")
    house.program.is_active = False
    db.session.commit()
    assert kept(plan)[0] is As.SPONSOR


def test_the_champion_of_the_next_cycle_comes_before_the_sponsor(house: House, plan: Plan) -> None:
    builders.with_role(Role.SPONSOR, house.support)
    later = builders.cycle("Year 2", starts_on=date(2027, 10, 1), ends_on=date(2028, 9, 30))
    builders.seat(house.support, house.colleague, later)
    house.seat.to_on, house.seat.state = date(2026, 11, 23), SeatState.ENDED
    db.session.commit()
    assert kept(plan) == (As.SUCCESSOR, "Kofi Mensah")


def test_an_administrator_where_there_is_nobody_else(house: House, plan: Plan) -> None:
    for person in (house.dana, house.ali, house.program):
        person.is_active = False
    db.session.commit()
    assert kept(plan)[0] is As.ADMINISTRATOR


def test_who_keeps_it_is_told_once_and_the_program_office_sees_it(house: House, plan: Plan, as_person: People) -> None:
    sponsor = builders.with_role(Role.SPONSOR, house.support, "Sam Sponsor")
    for _ in range(2):
        end_seat(house, as_person)
    assert told() == [sponsor.id]
    page = as_person(house.program).get("/program")
    assert "Plans without a champion" in page
    assert "Sam Sponsor looks after it as sponsor" in " ".join(page.text.split())
    assert (f"Give the seat: {plan.ref}", f"/cycles/{house.cycle.id}/seats/new?office=child-support") in [
        (" ".join(words.split()).replace(" :", ":"), href) for words, href in page.links
    ]


def test_a_new_seat_takes_the_plan_over(house: House, plan: Plan, as_person: People) -> None:
    end_seat(house, as_person)
    new = {"office": "child-support", "champion": house.colleague.email}
    as_person(house.program).submit(f"/cycles/{house.cycle.id}/seats/new", new)
    assert kept(plan) == (As.CHAMPION, "Kofi Mensah")
    assert "Plans without a champion" not in as_person(house.program).get("/program")
    as_person(house.colleague).get(f"/plans/{plan.ref}/edit")


def test_closing_the_cycle_tells_who_keeps_its_plans(house: House, plan: Plan, as_person: People) -> None:
    as_person(house.program).post(f"/cycles/{house.cycle.id}/closings")
    assert told() == [house.program.id]


def test_closing_an_account_tells_who_keeps_its_plans(house: House, plan: Plan, as_person: People) -> None:
    house.seat.deputy_id = None
    db.session.commit()
    as_person(house.admin).post(f"/people/{house.dana.id}/deactivations")
    assert told() == [house.program.id]
    assert kept(plan) == (As.PROGRAM_OFFICE, "Pia Program")


def test_a_plan_that_has_ended_needs_nobody(house: House, plan: Plan, as_person: People) -> None:
    plan.state = PlanState.COMPLETED
    db.session.commit()
    end_seat(house, as_person)
    assert told() == []
    assert keeper.without_champion() == []
