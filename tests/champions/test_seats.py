"""Seats: given, on leave, handed over, ended; roles and reports follow."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role
from app.champions.models import Seat, SeatState
from app.extensions import db
from app.notices.models import Notice
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]


def seats_path(house: House) -> str:
    return f"/cycles/{house.cycle.id}/seats"


def seat_path(house: House) -> str:
    return f"{seats_path(house)}/{house.seat.id}"


def new(house: House, **fields: str) -> dict[str, str]:
    return {"office": "hill-road", "champion": house.colleague.email, "deputy": ""} | fields


def test_a_seat_gives_champion_and_deputy_their_roles(house: House, as_person: People) -> None:
    as_person(house.program).submit(f"{seats_path(house)}/new", new(house, deputy=house.ali.name))
    db.session.expire_all()
    assert house.colleague.has_role(Role.CHAMPION, house.hill, house.cycle.id)
    assert house.ali.has_role(Role.DEPUTY, house.hill, house.cycle.id)
    assert not house.colleague.has_role(Role.CHAMPION, house.elm)
    assert sorted(db.session.scalars(select(Notice.kind))) == ["seat_given", "seat_given"]


def test_open_reports_go_to_the_new_champion(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.ali)
    as_person(house.program).submit(f"{seats_path(house)}/new", new(house, office="elm-street"))
    assert point.responsible_id == house.colleague.id


@pytest.mark.parametrize("who", ["colleague", "dana", "admin", "auditor"])
def test_others_give_and_change_none(house: House, as_person: People, who: str) -> None:
    browser = as_person(getattr(house, who))
    browser.post(seats_path(house), new(house), expect=403)
    for change in ("leaves", "returns", "endings", "handovers", "deputies"):
        browser.post(f"{seat_path(house)}/{change}", expect=403)
    assert len(db.session.scalars(select(Seat)).all()) == 1
    assert house.seat.state is SeatState.ACTIVE


def test_nobody_gives_themself_a_seat(house: House, as_person: People) -> None:
    page = as_person(house.program).submit(
        f"{seats_path(house)}/new", new(house, champion=house.program.email), expect=422
    )
    assert "champion" in page.errors
    page = as_person(house.program).submit(
        f"{seats_path(house)}/new", new(house, deputy=house.program.email), expect=422
    )
    assert "deputy" in page.errors


def test_one_seat_per_office_and_cycle(house: House, as_person: People) -> None:
    page = as_person(house.program).submit(f"{seats_path(house)}/new", new(house, office="child-support"), expect=422)
    assert "already" in page.errors["office"]
    assert page.form(seats_path(house)).values["champion"] == house.colleague.email


def test_no_more_seats_than_the_cycle_has(house: House, as_person: People) -> None:
    house.cycle.seat_limit = 1
    db.session.commit()
    page = as_person(house.program).submit(f"{seats_path(house)}/new", new(house), expect=422)
    assert "All 1 seats" in page


@pytest.mark.parametrize("field", ["office", "champion", "deputy"])
def test_unknown_names_stand_beside_their_field(house: House, as_person: People, field: str) -> None:
    page = as_person(house.program).submit(f"{seats_path(house)}/new", new(house, **{field: "Nobody"}), expect=422)
    assert "Nobody" in page.errors[field]


def test_who_cannot_sign_in_gets_no_seat(house: House, as_person: People) -> None:
    house.colleague.is_active = False
    db.session.commit()
    page = as_person(house.program).submit(f"{seats_path(house)}/new", new(house), expect=422)
    assert "champion" in page.errors


def test_champion_and_deputy_are_two(house: House, as_person: People) -> None:
    page = as_person(house.program).submit(
        f"{seats_path(house)}/new", new(house, deputy=house.colleague.email), expect=422
    )
    assert "deputy" in page.errors


def test_on_leave_the_deputy_answers_and_back_again(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.colleague)
    browser = as_person(house.program)
    for _ in range(2):
        browser.post(f"{seat_path(house)}/leaves")
    assert point.responsible_id == house.ali.id
    for _ in range(2):
        browser.post(f"{seat_path(house)}/returns")
    assert point.responsible_id == house.dana.id


def test_without_a_deputy_the_office_above_answers(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.colleague)
    browser = as_person(house.program)
    browser.submit(f"{seat_path(house)}/deputies/new", {"deputy": ""})
    browser.post(f"{seat_path(house)}/leaves")
    db.session.expire_all()
    assert not house.ali.has_role(Role.DEPUTY)
    assert point.responsible_id == house.program.id


def test_another_deputy_takes_the_role(house: House, as_person: People) -> None:
    as_person(house.program).submit(f"{seat_path(house)}/deputies/new", {"deputy": house.colleague.email})
    db.session.expire_all()
    assert house.seat.deputy == house.colleague
    assert house.colleague.has_role(Role.DEPUTY, house.support)
    assert not house.ali.has_role(Role.DEPUTY)


def test_handing_over_keeps_the_old_seat_and_moves_the_rights(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.ali)
    page = as_person(house.program).submit(
        f"{seat_path(house)}/handovers/new", {"champion": house.colleague.email, "deputy": house.dana.email}
    )
    db.session.expire_all()
    assert "Kofi Mensah" in page
    assert (house.seat.state, house.seat.champion_id) == (SeatState.HANDED_OVER, house.dana.id)
    assert house.colleague.has_role(Role.CHAMPION, house.support)
    assert not house.dana.has_role(Role.CHAMPION)
    assert house.dana.has_role(Role.DEPUTY, house.support)
    assert not house.ali.has_role(Role.DEPUTY)
    assert point.responsible_id == house.colleague.id


def test_to_the_same_person_it_is_not_handed_over(house: House, as_person: People) -> None:
    page = as_person(house.program).submit(
        f"{seat_path(house)}/handovers/new", {"champion": house.dana.email}, expect=422
    )
    assert "champion" in page.errors


def test_ending_takes_the_roles_and_repeats_harmlessly(house: House, as_person: People) -> None:
    for _ in range(2):
        as_person(house.program).post(f"{seat_path(house)}/endings")
    db.session.expire_all()
    assert (house.seat.state, house.seat.acting_id) == (SeatState.ENDED, None)
    assert house.dana.grants == []
    assert sorted(db.session.scalars(select(Notice.kind))) == ["seat_ended", "seat_ended"]


def test_an_ended_seat_is_not_changed(house: House, as_person: People) -> None:
    browser = as_person(house.program)
    browser.post(f"{seat_path(house)}/endings")
    browser.post(f"{seat_path(house)}/leaves", expect=409)
    browser.get(f"{seat_path(house)}/handovers/new", expect=403)
    assert house.seat.state is SeatState.ENDED


def test_the_office_may_get_a_new_seat_afterwards(house: House, as_person: People) -> None:
    as_person(house.program).post(f"{seat_path(house)}/endings")
    as_person(house.program).submit(f"{seats_path(house)}/new", new(house, office="child-support"))
    assert len(db.session.scalars(select(Seat).where(Seat.office_id == house.support.id)).all()) == 2


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser, path = as_person(house.program), f"{seat_path(house)}/deputies"
    form = browser.get(f"{path}/new").form(path).values
    browser.submit(f"{path}/new", {"deputy": ""})
    page = browser.post(path, form | {"deputy": house.colleague.email}, expect=409)
    assert page.form(path).values["deputy"] == house.colleague.email
    assert house.seat.deputy_id is None


def test_a_seat_of_another_cycle_is_not_found_there(house: House, as_person: People) -> None:
    other = builders.cycle("Year 2")
    as_person(house.program).get(f"/cycles/{other.id}/seats/{house.seat.id}", expect=404)


def test_get_changes_nothing(house: House, as_person: People) -> None:
    for change in ("leaves", "endings", "handovers"):
        as_person(house.program).get(f"{seat_path(house)}/{change}", expect=405)
    assert house.seat.state is SeatState.ACTIVE
