"""One's own account: name, language, password."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts import passwords
from app.accounts.models import Person, SignInSession
from app.core.events import Event
from app.extensions import db
from tests.accounts.house import PASSWORD, House
from tests.support.client import Client

People = Callable[[Person], Client]
OTHER = "another four brown words"


def test_name_and_language_are_saved(house: House, as_person: People) -> None:
    as_person(house.dana).submit("/account", {"name": "Dana W.", "language": "en"})
    assert house.dana.name == "Dana W."
    event = db.session.scalars(select(Event).where(Event.verb == "person.updated")).one()
    assert event.data == {"fields": ["name"]}


def test_the_pages_then_speak_the_language(house: House, as_person: People) -> None:
    page = as_person(house.dana).submit("/account", {"language": "ar"})
    assert page.one("html").get("dir") == "rtl"


def test_it_asks_to_sign_in_first(client: Client, house: House) -> None:
    assert client.get("/account", follow=False, expect=303).location.startswith("/sign-in")
    client.post("/account", {"name": "x"}, expect=401)


def test_an_empty_name_is_refused_beside_its_field(house: House, as_person: People) -> None:
    page = as_person(house.dana).submit("/account", {"name": "   "}, expect=422)
    assert page.errors["name"] == "Write the name."


def test_saving_twice_changes_it_once(house: House, as_person: People) -> None:
    browser = as_person(house.dana)
    for _ in range(2):
        browser.submit("/account", {"name": "Dana W."})
    assert len(db.session.scalars(select(Event).where(Event.verb == "person.updated")).all()) == 1


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    first, second = as_person(house.dana), as_person(house.dana)
    form = second.get("/account").form("/account").values
    first.submit("/account", {"name": "First"})
    page = second.post("/account", form | {"name": "Second"}, expect=409)
    assert "Someone saved this while you were writing" in page
    assert "First" in page
    assert page.form("/account").values["name"] == "Second"
    assert house.dana.name == "First"
    second.post("/account", page.form("/account").values)
    assert house.dana.name == "Second"


@pytest.fixture
def signed(house: House, as_person: People) -> Client:
    house.dana.password_hash = passwords.hash_of(PASSWORD)
    db.session.commit()
    return as_person(house.dana)


def test_the_password_is_changed_and_other_browsers_signed_out(
    house: House, signed: Client, as_person: People
) -> None:
    other = as_person(house.dana)
    signed.submit("/account/passwords/new", {"current": PASSWORD, "password": OTHER, "again": OTHER})
    assert passwords.matches(OTHER, house.dana.password_hash)
    signed.get("/account")
    assert other.get("/account", follow=False, expect=303).location.startswith("/sign-in")


def test_without_the_password_of_now_nothing_changes(house: House, signed: Client) -> None:
    page = signed.submit(
        "/account/passwords/new", {"current": "wrong", "password": OTHER, "again": OTHER}, expect=422
    )
    assert "not your password" in page.errors["current"]
    assert passwords.matches(PASSWORD, house.dana.password_hash)


def test_a_weak_new_password_is_refused(signed: Client) -> None:
    fields = {"current": PASSWORD, "password": "short", "again": "short"}
    assert "12 characters" in signed.submit("/account/passwords/new", fields, expect=422).errors["password"]


def test_sessions_show_device_and_which_is_this_one(house: House, as_person: People) -> None:
    browser = as_person(house.dana)
    session = db.session.scalars(select(SignInSession)).one()
    session.device = "Firefox, Linux"
    db.session.commit()
    page = browser.get("/account")
    assert "Firefox, Linux" in page
    assert "this one" in page
