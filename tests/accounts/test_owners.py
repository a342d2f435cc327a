"""Who answers for a channel."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import ChannelOwnership, Person
from app.extensions import db
from tests.accounts.house import House
from tests.support.client import Client

People = Callable[[Person], Client]


def running(house: House) -> list[int]:
    rows = select(ChannelOwnership).where(
        ChannelOwnership.channel_id == house.phone.id, ChannelOwnership.to_on.is_(None)
    )
    return [row.person_id for row in db.session.scalars(rows)]


def test_a_channel_goes_from_one_owner_to_the_next(house: House, as_person: People) -> None:
    as_person(house.admin).submit(f"/channels/{house.phone.id}/owners/new", {"owner": house.dana.email})
    assert running(house) == [house.dana.id]
    assert len(db.session.scalars(select(ChannelOwnership)).all()) == 2


def test_left_empty_nobody_owns_it(house: House, as_person: People) -> None:
    as_person(house.admin).submit(f"/channels/{house.phone.id}/owners/new", {"owner": ""})
    assert running(house) == []


def test_the_same_owner_again_changes_nothing(house: House, as_person: People) -> None:
    as_person(house.admin).submit(f"/channels/{house.phone.id}/owners/new", {"owner": house.ali.name})
    assert len(db.session.scalars(select(ChannelOwnership)).all()) == 1


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_name_nobody(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post(f"/channels/{house.phone.id}/owners", {"owner": ""}, expect=403)
    assert running(house) == [house.ali.id]


def test_an_unknown_name_is_said_beside_the_field(house: House, as_person: People) -> None:
    page = as_person(house.admin).submit(f"/channels/{house.phone.id}/owners/new", {"owner": "Nobody"}, expect=422)
    assert "Nobody" in page.errors["owner"]


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    path = f"/channels/{house.phone.id}/owners"
    form = browser.get(f"{path}/new").form(path).values
    browser.submit(f"{path}/new", {"owner": house.dana.email})
    page = browser.post(path, form | {"owner": house.colleague.email}, expect=409)
    assert house.dana.email in page
    assert running(house) == [house.dana.id]
