"""Adding, renaming and closing channels."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.extensions import db
from app.offices.models import Channel
from tests.accounts.house import House
from tests.support.client import Client

People = Callable[[Person], Client]
NEW = {"kind": "counter", "name": "Ground floor"}


def test_a_channel_is_added_and_its_owner_asked_for(house: House, as_person: People) -> None:
    page = as_person(house.admin).submit("/offices/elm-street/channels/new", NEW)
    assert page.h1 == "Who answers for this channel"
    assert len(db.session.scalars(select(Channel).where(Channel.office_id == house.elm.id)).all()) == 2


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_add_none(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post("/offices/elm-street/channels", NEW, expect=403)
    as_person(getattr(house, who)).post(f"/channels/{house.phone.id}", {"name": "x"}, expect=403)
    as_person(getattr(house, who)).post(f"/channels/{house.phone.id}/closings", expect=403)
    assert (house.phone.name, house.phone.closed_on) == ("", None)


def test_the_same_channel_twice_is_said(house: House, as_person: People) -> None:
    as_person(house.admin).submit("/offices/elm-street/channels/new", NEW)
    page = as_person(house.admin).submit("/offices/elm-street/channels/new", NEW, expect=422)
    assert "already" in page.errors["name"]


def test_renaming(house: House, as_person: People) -> None:
    as_person(house.admin).submit(f"/channels/{house.phone.id}/edit", {"name": "Hotline"})
    assert house.phone.name == "Hotline"


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser, path = as_person(house.admin), f"/channels/{house.phone.id}"
    form = browser.get(f"{path}/edit").form(path).values
    browser.submit(f"{path}/edit", {"name": "First"})
    page = browser.post(path, form | {"name": "Second"}, expect=409)
    assert "First" in page
    assert house.phone.name == "First"


def test_closing_ends_the_ownership_and_repeats_harmlessly(house: House, as_person: People) -> None:
    for _ in range(2):
        as_person(house.admin).post(f"/channels/{house.phone.id}/closings")
    db.session.expire_all()
    assert house.phone.closed_on is not None
    assert not house.ali.is_channel_owner


def test_get_closes_nothing(house: House, as_person: People) -> None:
    as_person(house.admin).get(f"/channels/{house.phone.id}/closings", expect=405)
    assert house.phone.closed_on is None
