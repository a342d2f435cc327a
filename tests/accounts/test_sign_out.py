"""Signing out: here, elsewhere, everywhere."""

from collections.abc import Callable

from sqlalchemy import select

from app.accounts.models import Person, SignInSession
from app.extensions import db
from tests.accounts.house import House
from tests.support.client import Client

People = Callable[[Person], Client]


def test_signing_out_ends_the_session_on_the_server(house: House, as_person: People) -> None:
    browser = as_person(house.dana)
    with browser.browser.session_transaction() as session:
        cookie = dict(session)
    browser.post("/sign-out", follow=False, expect=303)
    with browser.browser.session_transaction() as session:
        session.update(cookie)
    assert browser.get("/account", follow=False, expect=303).location.startswith("/sign-in")


def test_it_is_harmless_to_repeat(house: House, as_person: People) -> None:
    browser = as_person(house.dana)
    browser.post("/sign-out", follow=False, expect=303)
    browser.post("/sign-out", follow=False, expect=303)


def test_get_does_not_sign_out(house: House, as_person: People) -> None:
    browser = as_person(house.dana)
    browser.get("/sign-out", expect=405)
    browser.get("/account")


def test_ending_one_leaves_the_other(house: House, as_person: People) -> None:
    here, there = as_person(house.dana), as_person(house.dana)
    other = db.session.scalars(select(SignInSession.id).order_by(SignInSession.id.desc())).first()
    assert "signed out" in here.submit("/account", to=f"/account/sessions/{other}/endings")
    assert there.get("/account", follow=False, expect=303).location.startswith("/sign-in")


def test_everywhere_ends_all_of_mine_and_none_of_others(house: House, as_person: People) -> None:
    here, there, stranger = as_person(house.dana), as_person(house.dana), as_person(house.colleague)
    here.submit("/account", to="/account/sessions/endings", follow=False, expect=303)
    for browser in (here, there):
        assert browser.get("/account", follow=False, expect=303).location.startswith("/sign-in")
    stranger.get("/account")


def test_sessions_of_others_do_not_exist_for_me(house: House, as_person: People) -> None:
    as_person(house.colleague)
    theirs = db.session.scalars(select(SignInSession.id)).one()
    as_person(house.dana).post(f"/account/sessions/{theirs}/endings", expect=404)
    assert db.session.get_one(SignInSession, theirs).ended_at is None
