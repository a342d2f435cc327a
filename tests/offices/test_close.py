"""Closing offices: nothing is deleted, nothing is left without someone."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role, RoleGrant
from app.extensions import db
from app.offices.models import OfficeSuccession
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]


def close(browser: Client, slug: str, successor: str = "hill-road", expect: int = 200) -> None:
    browser.submit(f"/offices/{slug}/closings/new", {"successor": successor}, expect=expect)


def test_its_people_channels_and_work_go_on(house: House, as_person: People) -> None:
    builders.grant(house.ali, Role.SPONSOR, house.elm)
    close(as_person(house.admin), "elm-street")
    db.session.expire_all()
    assert house.elm.closed_on is not None
    assert house.colleague.office == house.hill
    assert house.phone.closed_on is not None
    assert not house.ali.is_channel_owner
    assert not house.ali.has_role(Role.SPONSOR)
    assert db.session.scalars(select(OfficeSuccession.successor_id)).one() == house.hill.id


def test_it_stays_readable_with_its_successor(house: House, as_person: People) -> None:
    close(as_person(house.admin), "elm-street")
    page = as_person(house.colleague).get("/offices/elm-street")
    assert "its work goes on in Hill Road" in page
    assert "Change" not in [words for words, _href in page.links]


def test_open_reports_are_answered_from_above(house: House, as_person: People) -> None:
    seat = builders.seat(house.elm, house.colleague, house.cycle)
    point = builders.pain_point(house.elm, house.colleague, house.ali)
    close(as_person(house.admin), "elm-street")
    db.session.expire_all()
    assert point.responsible_id == house.dana.id
    assert seat.to_on is not None
    assert db.session.scalars(select(RoleGrant).where(RoleGrant.seat_id == seat.id)).one().to_on is not None


def test_not_while_offices_hang_below(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    close(browser, "child-support", expect=422)
    assert browser.last is not None
    assert "1 offices still hang below it" in browser.last
    assert house.support.closed_on is None


@pytest.mark.parametrize("successor", ["elm-street", "nowhere", ""])
def test_it_takes_an_open_office_elsewhere(house: House, as_person: People, successor: str) -> None:
    close(as_person(house.admin), "elm-street", successor, expect=422)
    assert house.elm.closed_on is None


def test_the_agency_itself_stays(house: House, as_person: People) -> None:
    close(as_person(house.admin), "marlow", expect=422)


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_close_nothing(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post("/offices/elm-street/closings", {"successor": "hill-road"}, expect=403)
    assert house.elm.closed_on is None


def test_a_closed_office_is_not_changed(house: House, as_person: People) -> None:
    close(as_person(house.admin), "elm-street")
    for path in ("edit", "moves/new", "closings/new", "rules/new", "channels/new"):
        as_person(house.admin).get(f"/offices/elm-street/{path}", expect=403)
