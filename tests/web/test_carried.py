"""What somebody typed survives the end of their session: it is carried through signing in, and sent again."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import update

from app.accounts import passwords
from app.accounts.models import Person, SignInSession
from app.extensions import db
from app.web import whose
from tests.plans.conftest import Cast, cast  # noqa: F401  # the fixture
from tests.plans.writing import EDIT
from tests.support import builders
from tests.support.client import Client
from tests.support.pages import Page

SAME = {"Sec-Fetch-Site": "same-origin"}
PASSWORD = "walk-the-tour-now"
HOSTILE = 'Typed "late" <b>\n\nsecond line \u200f\U0001f600'


@pytest.fixture
def champion(cast: Cast, as_person: Callable[[Person], Client]) -> Client:  # noqa: F811
    cast.champion.password_hash = passwords.hash_of(PASSWORD)
    builders.save(cast.champion)
    return as_person(cast.champion)


def end_sessions() -> None:
    db.session.execute(update(SignInSession).values(ended_at=builders.AT))
    db.session.commit()


def refused(client: Client, words: str = HOSTILE, **headers: str) -> Page:
    values = client.get(EDIT).form(EDIT).values
    end_sessions()
    return client.post(EDIT, values | {"risks": words}, expect=401, headers=headers or SAME)


def sign_in(client: Client, page: Page, password: str = PASSWORD, expect: int = 200, who: str = "") -> Page:
    values = page.form("/sign-in").values | {"email": email_of(who or "Dana Whitfield"), "password": password}
    return client.post("/sign-in", values, expect=expect)


def email_of(name: str) -> str:
    return str(db.session.query(Person.email).filter(Person.name == name).scalar())


def test_what_was_typed_is_sent_after_signing_in(champion: Client) -> None:
    page = sign_in(champion, refused(champion))
    assert "second line" in page.text
    champion.post(EDIT, page.form(EDIT).values)
    assert champion.get(EDIT).form(EDIT).values["risks"] == HOSTILE.replace("\r", "")


def test_a_wrong_password_loses_nothing(champion: Client) -> None:
    again = sign_in(champion, refused(champion), "not this one", expect=422)
    page = sign_in(champion, again)
    assert page.form(EDIT).values["risks"].replace("\r\n", "\n") == HOSTILE


def test_what_another_site_posts_is_not_carried(champion: Client) -> None:
    page = refused(champion, **{"Sec-Fetch-Site": "cross-site"})
    assert "carried" not in page.html


def test_secrets_do_not_travel(app: Flask, champion: Client) -> None:
    del app
    page = sign_in(champion, refused(champion))
    names = page.form(EDIT).names
    assert "password" not in names
    assert "email" not in names


def test_a_token_of_an_older_session_is_renewed_by_one_press(champion: Client) -> None:
    values = champion.get(EDIT).form(EDIT).values | {"risks": HOSTILE}
    sign_in(champion, champion.post("/sign-out"), expect=200)
    page = champion.post(EDIT, values, csrf=False, expect=400, headers=SAME)
    champion.post(EDIT, page.form(EDIT).values)
    assert champion.get(EDIT).form(EDIT).values["risks"] == HOSTILE


@pytest.fixture
def deputy(cast: Cast) -> str:  # noqa: F811
    """Signs in on the same device and may write in the same draft."""
    cast.deputy.password_hash = passwords.hash_of(PASSWORD)
    return builders.save(cast.deputy).name


def test_somebody_else_on_the_same_device_is_neither_offered_it_nor_told_whose(champion: Client, deputy: str) -> None:
    refused_page = refused(champion)
    page = sign_in(champion, refused_page, who=deputy)
    assert "was not typed by you" in page.text
    assert "second line" not in page.html
    assert "Dana" not in refused_page.html
    assert champion.get(EDIT).form(EDIT).values["risks"] != HOSTILE


def test_a_form_of_somebody_else_that_was_left_open_is_not_sent_by_who_signed_in_since(
    champion: Client, deputy: str
) -> None:
    values = champion.get(EDIT).form(EDIT).values | {"risks": HOSTILE}
    sign_in(champion, champion.post("/sign-out"), who=deputy)
    page = champion.post(EDIT, values, csrf=False, expect=400, headers=SAME)
    assert "second line" not in page.html
    assert "carried" not in page.html


@pytest.mark.parametrize("token", ["", "of-yesterday"])
def test_a_form_that_is_nobodys_is_shown_to_copy_and_not_carried(champion: Client, token: str) -> None:
    values = champion.get(EDIT).form(EDIT).values | {"risks": HOSTILE, "csrf_token": token}
    end_sessions()
    page = champion.post(EDIT, values, csrf=False, expect=401, headers=SAME)
    assert "second line" in page.text
    assert "carried" not in page.html


def test_two_marks_of_one_person_have_nothing_in_common(app: Flask) -> None:
    with app.app_context():
        one, other = whose.mark(7), whose.mark(7)
        assert whose.is_of(one, 7)
        assert not any(whose.is_of(mark, person) for mark, person in ((one, 8), ("", 7), (one[:-1], 7)))
        assert one[:40] != other[:40]
        assert one[40:] != other[40:]


@pytest.mark.parametrize(
    "carried",
    ["", "{", "[[1]]", "7", '[["a"]]', "null", '[["a", "\\ud800"]]', pytest.param("[" * 100_000, id="depth")],
)
@pytest.mark.parametrize("to", ["//elsewhere.example", "https://elsewhere.example/", "/plans"])
def test_damaged_luggage_is_left_behind(champion: Client, carried: str, to: str) -> None:
    page = refused(champion)
    values = page.form("/sign-in").values | {"email": email_of("Dana Whitfield"), "password": PASSWORD}
    champion.post("/sign-in", values | {"carried": carried, "carried_to": to}, follow=False, expect=303)
