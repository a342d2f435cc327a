"""Giving and ending roles by hand."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role, RoleGrant
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]


def give(
    browser: Client, person: Person, role: str = "sponsor", office: str = "child-support", expect: int = 200
) -> object:
    return browser.post(f"/people/{person.id}/grants", {"role": role, "office": office}, expect=expect)


def test_a_role_is_given_for_an_office_and_below(house: House, as_person: People) -> None:
    as_person(house.admin).submit(
        f"/people/{house.dana.id}/grants/new", {"role": "sponsor", "office": "child-support"}
    )
    db.session.expire_all()
    assert house.dana.has_role(Role.SPONSOR, house.elm)
    assert not house.dana.has_role(Role.SPONSOR, house.hill)
    assert db.session.scalars(select(Notice.kind)).one() == "role_given"
    assert db.session.scalars(select(Event.data).where(Event.verb == "role_grant.given")).one()["role"] == "sponsor"


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_give_none(house: House, as_person: People, who: str) -> None:
    give(as_person(getattr(house, who)), house.colleague, expect=403)


def test_nobody_grants_themself(house: House, as_person: People) -> None:
    give(as_person(house.admin), house.admin, "auditor", "marlow", expect=403)
    assert not any(grant.role is Role.AUDITOR for grant in house.admin.grants)


def test_an_administrator_of_one_office_gives_none_above_it(house: House, as_person: People) -> None:
    give(as_person(house.other_admin), house.dana, "administrator", "marlow", expect=403)
    give(as_person(house.other_admin), house.dana, "sponsor", "elm-street")
    db.session.expire_all()
    assert {grant.role for grant in house.dana.grants} == {Role.CHAMPION, Role.SPONSOR}


@pytest.mark.parametrize("role", ["champion", "deputy", "emperor", ""])
def test_seats_give_champions_their_role_not_this_form(house: House, as_person: People, role: str) -> None:
    give(as_person(house.admin), house.colleague, role, expect=422)
    assert house.colleague.grants == []


def test_the_same_role_twice_is_said(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    give(browser, house.dana)
    give(browser, house.dana, expect=422)
    assert browser.last is not None
    assert "already" in browser.last.errors["role"]


def test_a_role_ends_and_with_it_the_right(house: House, as_person: People) -> None:
    grant = builders.grant(house.colleague, Role.REVIEWER, house.agency)
    path = f"/people/{house.colleague.id}/grants/{grant.id}/endings"
    for _ in range(2):
        as_person(house.admin).post(path)
    db.session.expire_all()
    assert not house.colleague.has_role(Role.REVIEWER)
    assert len(db.session.scalars(select(Event).where(Event.verb == "role_grant.ended")).all()) == 1


def test_the_last_administrator_stays(house: House, as_person: People) -> None:
    grant = next(grant for grant in house.admin.grants)
    browser = as_person(house.admin)
    browser.post(f"/people/{house.admin.id}/grants/{grant.id}/endings")
    assert browser.last is not None
    assert "last person" in browser.last
    assert db.session.get_one(RoleGrant, grant.id).to_on is None


def test_a_role_of_a_seat_ends_with_the_seat_only(house: House, as_person: People) -> None:
    grant = next(grant for grant in house.dana.grants if grant.seat_id)
    as_person(house.admin).post(f"/people/{house.dana.id}/grants/{grant.id}/endings", expect=403)
    assert db.session.get_one(RoleGrant, grant.id).to_on is None


def test_a_grant_of_somebody_else_is_not_found_there(house: House, as_person: People) -> None:
    grant = builders.grant(house.colleague, Role.REVIEWER, house.agency)
    as_person(house.admin).post(f"/people/{house.dana.id}/grants/{grant.id}/endings", expect=404)
