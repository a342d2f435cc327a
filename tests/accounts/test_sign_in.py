"""Signing in: who gets in, who does not, and that the answer never tells why."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from app.accounts import passwords
from app.accounts.failures import TRIES, account_hash
from app.accounts.models import Person, SignInFailure, SignInSession
from app.extensions import db
from tests.accounts.house import PASSWORD, House
from tests.support import builders
from tests.support.client import Client


@pytest.fixture
def dana(house: House) -> Person:
    house.dana.password_hash = passwords.hash_of(PASSWORD)
    db.session.commit()
    return house.dana


def try_in(client: Client, email: str, password: str, expect: int = 422) -> str:
    return client.submit("/sign-in", {"email": email, "password": password}, expect=expect, follow=False).html


def test_the_right_password_signs_in(client: Client, dana: Person) -> None:
    page = client.submit("/sign-in", {"email": dana.email.upper(), "password": PASSWORD}, follow=False, expect=303)
    assert page.location == "/"
    client.is_signed_in = True
    assert client.get("/account").h1 == "Your account"


def test_it_leads_back_to_the_page_that_was_asked_for(client: Client, dana: Person) -> None:
    asked = client.get("/account", follow=False, expect=303)
    page = client.submit(asked.location, {"email": dana.email, "password": PASSWORD}, follow=False, expect=303)
    assert page.location == "/account"


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "", "x"]
)
def test_it_never_leads_elsewhere(client: Client, dana: Person, target: str) -> None:
    data = {"email": dana.email, "password": PASSWORD, "next": target}
    assert client.post("/sign-in", data, follow=False, expect=303).location == "/"


@pytest.mark.parametrize("password", ["wrong password", "", "x" * 5000])
def test_a_wrong_password_is_refused_without_telling_why(client: Client, dana: Person, password: str) -> None:
    assert "do not fit together" in try_in(client, dana.email, password)


def test_known_and_unknown_addresses_get_the_same_answer(client: Client, dana: Person) -> None:
    known = try_in(client, dana.email, "wrong password").replace(dana.email, "X")
    unknown = try_in(client, "nobody@agency.example", "wrong password").replace("nobody@agency.example", "X")
    assert _without_token(known) == _without_token(unknown)


def test_both_cost_one_hash(client: Client, dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str | None] = []

    def counting(word: str, stored: str | None) -> bool:
        hashed.append(stored)
        return False

    monkeypatch.setattr(passwords, "matches", counting)
    for email in (dana.email, "nobody@agency.example"):
        hashed.clear()
        try_in(client, email, "wrong password")
        assert len(hashed) == 1


def test_who_may_no_longer_sign_in_is_refused_alike(client: Client, dana: Person) -> None:
    dana.is_active = False
    db.session.commit()
    assert "do not fit together" in try_in(client, dana.email, PASSWORD)


def test_who_has_no_password_yet_is_refused_alike(client: Client, house: House) -> None:
    assert "do not fit together" in try_in(client, house.ali.email, "")


def test_after_ten_failures_even_the_right_password_waits(
    client: Client, dana: Person, clock: time_machine.Traveller
) -> None:
    failed_before(dana.email, TRIES)
    assert "do not fit together" in try_in(client, dana.email, PASSWORD)
    clock.shift(timedelta(minutes=1, seconds=1))
    assert client.submit("/sign-in", {"email": dana.email, "password": PASSWORD}, follow=False, expect=303)


def test_while_it_waits_nothing_is_counted(client: Client, dana: Person, clock: time_machine.Traveller) -> None:
    """Else a stranger could keep somebody out for ever."""
    failed_before(dana.email, TRIES)
    try_in(client, dana.email, "wrong password")
    assert db.session.scalar(select(func.count()).select_from(SignInFailure)) == TRIES


def test_unknown_addresses_are_counted_alike(client: Client, house: House, clock: time_machine.Traveller) -> None:
    try_in(client, "nobody@agency.example", "wrong password")
    stored = db.session.scalars(select(SignInFailure.account_hash)).one()
    assert "nobody" not in stored


def test_success_clears_the_count(client: Client, dana: Person, clock: time_machine.Traveller) -> None:
    failed_before(dana.email, TRIES - 1)
    clock.shift(timedelta(seconds=1))
    client.submit("/sign-in", {"email": dana.email, "password": PASSWORD}, follow=False, expect=303)
    clock.shift(timedelta(seconds=1))
    fresh = Client(client.app)
    try_in(fresh, dana.email, "wrong password")
    assert fresh.submit("/sign-in", {"email": dana.email, "password": PASSWORD}, follow=False, expect=303)


def test_a_session_planted_before_is_not_the_one_after(client: Client, dana: Person) -> None:
    with client.browser.session_transaction() as session:
        session["token"] = "planted"
        session["left"] = "over"
    client.submit("/sign-in", {"email": dana.email, "password": PASSWORD}, follow=False, expect=303)
    with client.browser.session_transaction() as session:
        assert session["token"] != "planted"
        assert "left" not in session


def test_the_cookie_holds_no_more_than_the_database_hashes(client: Client, dana: Person) -> None:
    client.submit("/sign-in", {"email": dana.email, "password": PASSWORD}, follow=False, expect=303)
    with client.browser.session_transaction() as session:
        token = session["token"]
    assert token != db.session.scalars(select(SignInSession.token_hash)).one()


def test_without_its_token_the_form_is_refused(client: Client, dana: Person) -> None:
    client.post("/sign-in", {"email": dana.email, "password": PASSWORD}, csrf=False, expect=400)


def test_an_idle_session_ends(
    house: House, clock: time_machine.Traveller, as_person: Callable[[Person], Client]
) -> None:
    browser = as_person(house.dana)
    clock.shift(timedelta(hours=13))
    assert browser.get("/account", follow=False, expect=303).location.startswith("/sign-in")


def test_seen_is_written_at_most_hourly(
    house: House, clock: time_machine.Traveller, as_person: Callable[[Person], Client]
) -> None:
    browser = as_person(house.dana)
    first = db.session.scalars(select(SignInSession.seen_at)).one()
    clock.shift(timedelta(minutes=59))
    browser.get("/account")
    assert db.session.scalars(select(SignInSession.seen_at)).one() == first
    clock.shift(timedelta(minutes=2))
    browser.get("/account")
    assert db.session.scalars(select(SignInSession.seen_at)).one() > first


def failed_before(email: str, count: int) -> None:
    for _ in range(count):
        builders.save(SignInFailure(account_hash=account_hash(email), at=builders.AT))


def _without_token(html: str) -> str:
    start = html.index('name="csrf_token" value="')
    return html[:start] + html[html.index(">", start) :]
