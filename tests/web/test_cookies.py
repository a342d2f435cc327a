"""A cookie that was checked a moment ago is not checked again; nothing else gets in that way."""

from typing import Any

import pytest
from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface

from app.web import cookies

Checked = list[object]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> tuple[Flask, Checked]:
    """An app that writes into its session what it is asked to, and the cookies whose signature was looked at."""
    app, checked = Flask(__name__), []
    app.secret_key, app.session_interface = "k" * 40, cookies.CheckedOnce()

    @app.get("/put/<value>")
    def put(value: str) -> str:
        session["value"] = [value] if value == "list" else value
        return ""

    @app.get("/")
    def get() -> str:
        return str(session.get("value"))

    look = SecureCookieSessionInterface.open_session

    def noted(self: Any, app: Flask, request: Any) -> Any:
        checked.append(request.cookies.get("session"))
        return look(self, app, request)

    monkeypatch.setattr(SecureCookieSessionInterface, "open_session", noted)
    return app, checked


def test_a_cookie_is_checked_once(served: tuple[Flask, Checked]) -> None:
    app, checked = served
    browser = app.test_client()
    browser.get("/put/one")
    assert [browser.get("/").text for _ in range(3)] == ["one", "one", "one"]
    assert len(checked) == 2  # without a cookie, and the one that came of it
    browser.get("/put/two")
    assert [browser.get("/").text for _ in range(2)] == ["two", "two"]


def test_what_was_changed_on_the_way_is_nobodys(served: tuple[Flask, Checked]) -> None:
    app, _ = served
    browser = app.test_client()
    browser.get("/put/one")
    browser.get("/")
    cookie = browser.get_cookie("session")
    assert cookie
    browser.set_cookie("session", cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "Q"))
    assert browser.get("/").text == "None"


def test_it_is_checked_again_when_its_time_is_over(
    served: tuple[Flask, Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, checked = served
    monkeypatch.setattr(cookies, "SECONDS", 0.0)
    browser = app.test_client()
    browser.get("/put/one")
    assert [browser.get("/").text for _ in range(2)] == ["one", "one"]
    assert len(checked) == 3


def test_what_a_request_could_change_is_not_kept(served: tuple[Flask, Checked]) -> None:
    app, checked = served
    browser = app.test_client()
    browser.get("/put/list")
    assert [browser.get("/").text for _ in range(2)] == ["['list']", "['list']"]
    assert len(checked) == 3
