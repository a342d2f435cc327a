"""Moving offices: no cycles, the whole subtree at once, and the history kept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import select

from app.accounts.models import Person
from app.extensions import db
from app.offices.models import Office, OfficeParent
from tests.accounts.house import House
from tests.support import builders
from tests.support.builders import TODAY
from tests.support.client import Client

People = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def still(clock: time_machine.Traveller) -> None:
    """The day does not change during a test."""


def move(browser: Client, office: Office, parent: str, on: date = TODAY, expect: int = 200) -> None:
    path = f"/offices/{office.slug}/moves/new"
    browser.submit(path, {"parent": parent, "on": on.isoformat()}, expect=expect)


def stays(office: Office) -> list[tuple[int | None, date, date | None]]:
    rows = select(OfficeParent).where(OfficeParent.office_id == office.id).order_by(OfficeParent.from_on)
    return [(row.parent_id, row.from_on, row.to_on) for row in db.session.scalars(rows)]


def test_the_whole_subtree_moves(house: House, as_person: People) -> None:
    desk = builders.office("Desk", house.elm)
    move(as_person(house.admin), house.support, "hill-road")
    assert house.support.path == f"{house.hill.path}{house.support.id}/"
    assert desk.path == f"{house.hill.path}{house.support.id}/{house.elm.id}/{desk.id}/"
    assert desk.is_within(house.hill)


def test_the_tree_of_before_stays_known(house: House, as_person: People) -> None:
    day = TODAY - timedelta(days=10)
    move(as_person(house.admin), house.elm, "hill-road", on=day)
    assert stays(house.elm) == [(house.support.id, house.elm.opened_on, day), (house.hill.id, day, None)]


def test_a_second_move_on_the_same_day_replaces_the_first(house: House, as_person: People) -> None:
    move(as_person(house.admin), house.elm, "hill-road")
    move(as_person(house.admin), house.elm, "marlow")
    assert stays(house.elm) == [(house.support.id, house.elm.opened_on, TODAY), (house.agency.id, TODAY, None)]


@pytest.mark.parametrize("below", ["child-support", "elm-street"])
def test_never_below_itself(house: House, as_person: People, below: str) -> None:
    browser = as_person(house.admin)
    move(browser, house.support, below, expect=422)
    assert browser.last is not None
    assert "parent" in browser.last.errors


@pytest.mark.parametrize("days", [1, -4000])
def test_neither_in_the_future_nor_before_the_last_move(house: House, as_person: People, days: int) -> None:
    browser = as_person(house.admin)
    move(browser, house.elm, "hill-road", on=TODAY + timedelta(days=days), expect=422)
    assert browser.last is not None
    assert "on" in browser.last.errors
    assert house.elm.parent_id == house.support.id


def test_the_agency_itself_stays(house: House, as_person: People) -> None:
    move(as_person(house.admin), house.agency, "elm-street", expect=422)


def test_not_below_a_closed_office(house: House, as_person: People) -> None:
    house.hill.closed_on = TODAY
    db.session.commit()
    move(as_person(house.admin), house.elm, "hill-road", expect=422)


def test_who_looks_after_only_one_side_moves_nothing(house: House, as_person: People) -> None:
    move(as_person(house.other_admin), house.elm, "hill-road", expect=403)
    as_person(house.other_admin).get("/offices/hill-road/moves/new", expect=403)
    assert house.elm.parent_id == house.support.id


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_move_nothing(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post("/offices/elm-street/moves", {"parent": "hill-road"}, expect=403)


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    form = browser.get("/offices/elm-street/moves/new").form("/offices/elm-street/moves").values
    move(browser, house.elm, "hill-road")
    browser.post("/offices/elm-street/moves", form | {"parent": "marlow"}, expect=409)
    assert house.elm.parent_id == house.hill.id


def test_open_reports_follow_the_tree(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.colleague)
    move(as_person(house.admin), house.elm, "hill-road")
    assert point.responsible_id == house.program.id
