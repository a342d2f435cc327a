"""Cycles: planned, open, closed, and their rules."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role
from app.champions.models import Cycle, CycleState, Paper
from app.core.events import Event
from app.extensions import db
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]
NEW = {
    "name": "Year 2", "starts_on": "2027-10-01", "ends_on": "2028-09-30", "plan_due_on": "2027-12-15",
    "page_limit": "2", "paper": "A4", "seat_limit": "10",
}  # fmt: skip


def year_2() -> Cycle | None:
    return db.session.scalar(select(Cycle).where(Cycle.name == "Year 2"))


def test_a_cycle_is_added_as_planned(house: House, as_person: People) -> None:
    page = as_person(house.program).submit("/cycles/new", NEW)
    cycle = year_2()
    assert cycle is not None
    assert page.h1 == "Year 2"
    assert (cycle.state, cycle.paper, cycle.page_limit) == (CycleState.PLANNED, Paper.A4, 2)


@pytest.mark.parametrize("who", ["colleague", "dana", "admin", "auditor"])
def test_others_add_none_but_read_all(house: House, as_person: People, who: str) -> None:
    browser = as_person(getattr(house, who))
    browser.post("/cycles", NEW, expect=403)
    browser.post(f"/cycles/{house.cycle.id}/closings", expect=403)
    assert "Year 1" in browser.get("/cycles")
    assert "Dana Whitfield" in browser.get(f"/cycles/{house.cycle.id}")
    assert year_2() is None


def test_the_program_office_of_one_office_does_not_run_the_agencys_cycles(house: House, as_person: People) -> None:
    local = builders.with_role(Role.PROGRAM_OFFICE, house.hill)
    as_person(local).post("/cycles", NEW, expect=403)
    as_person(local).post(f"/cycles/{house.cycle.id}/closings", expect=403)
    assert house.cycle.state is CycleState.OPEN


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "Year 1"), ("ends_on", "2027-10-01"), ("ends_on", "2026-01-01"), ("starts_on", "soon"),
     ("plan_due_on", "2028-10-01"), ("plan_due_on", ""), ("page_limit", "0"), ("page_limit", "5"),
     ("page_limit", ""), ("paper", "Legal"), ("seat_limit", "-3")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(house: House, as_person: People, field: str, value: str) -> None:
    page = as_person(house.program).submit("/cycles/new", NEW | {field: value}, expect=422)
    assert field in page.errors
    assert page.form("/cycles").values["seat_limit"] == (value if field == "seat_limit" else "10")


def test_a_change_is_saved(house: House, as_person: People) -> None:
    as_person(house.program).submit(f"/cycles/{house.cycle.id}/edit", {"paper": "A4", "seat_limit": "7"})
    assert (house.cycle.paper, house.cycle.seat_limit) == (Paper.A4, 7)
    event = db.session.scalars(select(Event.data).where(Event.verb == "cycle.updated")).one()
    assert event["fields"] == ["paper", "seat_limit"]


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser, path = as_person(house.program), f"/cycles/{house.cycle.id}"
    form = browser.get(f"{path}/edit").form(path).values
    browser.submit(f"{path}/edit", {"paper": "A4"})
    page = browser.post(path, form | {"seat_limit": "99"}, expect=409)
    assert "99" in page
    assert page.form(path).values["seat_limit"] == "99"
    assert house.cycle.seat_limit == 40


def test_fewer_seats_than_given_are_refused(house: House, as_person: People) -> None:
    builders.seat(house.hill, house.colleague, house.cycle)
    page = as_person(house.program).submit(f"/cycles/{house.cycle.id}/edit", {"seat_limit": "1"}, expect=422)
    assert "2 seats are given" in page.errors["seat_limit"]


def test_opening_repeats_harmlessly(house: House, as_person: People) -> None:
    cycle = builders.cycle("Year 2", state=CycleState.PLANNED)
    for _ in range(2):
        as_person(house.program).post(f"/cycles/{cycle.id}/openings")
    assert cycle.state is CycleState.OPEN
    assert len(db.session.scalars(select(Event).where(Event.verb == "cycle.opened")).all()) == 1


def test_closing_ends_seats_and_roles_and_reports_go_on(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.colleague)
    path = f"/cycles/{house.cycle.id}/closings"
    as_person(house.program).submit(f"{path}/new", to=path)
    db.session.expire_all()
    assert house.cycle.state is CycleState.CLOSED
    assert house.seat.to_on is not None
    assert not house.dana.has_role(Role.CHAMPION)
    assert not house.ali.has_role(Role.DEPUTY)
    assert point.responsible_id == house.program.id


def test_a_closed_cycle_stays_closed(house: House, as_person: People) -> None:
    browser = as_person(house.program)
    browser.post(f"/cycles/{house.cycle.id}/closings")
    browser.post(f"/cycles/{house.cycle.id}/openings", expect=409)
    browser.get(f"/cycles/{house.cycle.id}/edit", expect=403)
    browser.get(f"/cycles/{house.cycle.id}/seats/new", expect=403)
    assert house.cycle.state is CycleState.CLOSED


def test_get_changes_nothing(house: House, as_person: People) -> None:
    as_person(house.program).get(f"/cycles/{house.cycle.id}/closings", expect=405)
    as_person(house.program).get(f"/cycles/{house.cycle.id}/closings/new")
    assert house.cycle.state is CycleState.OPEN
