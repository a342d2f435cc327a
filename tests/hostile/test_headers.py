"""Headers that no browser would send: the page comes in a language of ours, and nothing of them is believed."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import time_machine
from flask import Flask

from app import create_app
from config import Settings
from tests.guards.acting import Stage
from tests.hostile.raw import send, send_bare
from tests.support.builders import AT
from tests.support.client import BROWSER, Client


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(scope="module")
def agency(stage: Stage) -> Iterator[Flask]:
    with stage.copy() as app:
        yield app


@pytest.mark.parametrize(
    "asked",
    [
        "", "*", "zz-ZZ;q=-1", "el;q=nan", "ar;q=1e999", "../../etc/passwd", "tr;q=\u0663", "x" * 8_000,
        "en;q=0.1," * 900, "el_GR\x00", "<script>", "zh-Hans-CN-x-private", ";;;,,,==", "th;q=0,el;q=0",
    ],
)  # fmt: skip
def test_any_accepted_language_gives_a_page_in_one_of_ours(agency: Flask, asked: str) -> None:
    for path in ("/sign-in", "/report/child-support", "/nowhere"):
        answer = send_bare(agency, path, headers={"Accept-Language": asked, "Cookie": f"lang={asked[:50]}"})
        assert answer.status_code in (200, 404)
        told = re.search(r'<html[^>]* lang="([^"]+)"', answer.get_data(as_text=True))
        assert told is not None
        assert told[1] in agency.config["LANGUAGES"]
        assert "<script>" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "name", ["X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Original-URL", "X-Rewrite-URL"]
)
def test_what_only_a_proxy_may_say_is_not_believed_of_others(agency: Flask, name: str) -> None:
    for path in ("/sign-in", "/today", "/password-resets/new"):
        answer = send_bare(agency, path, headers={name: "evil.example/people"})
        assert answer.status_code in (200, 303)
        assert "evil.example" not in answer.get_data(as_text=True) + answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "name", ["Referer", "Origin", "User-Agent", "X-Requested-With", "If-None-Match", "Range", "HX-Request"]
)
def test_a_header_full_of_hostile_text_changes_nothing(agency: Flask, stage: Stage, name: str) -> None:
    client = Client(agency)
    client.sign_in(stage.world.people["champion"])
    for value in ("<script>alert(1)</script>", "'\"\\" * 500, "bytes=-99999999999999999999", 'W/"\x7f"', "\xff\xfe"):
        for path in ("/today", "/plans/P-2.pdf", "/sign-in", "/pain-points.csv"):
            answer = send(client.browser, path, headers={name: value})
            assert answer.status_code in (200, 206, 303, 304, 404), f"{name} {path}: {answer.status_code}"
            assert "<script>alert" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("length", ["-1", "99999999999999999999", "abc", "8388609"])
def test_a_body_that_lies_about_its_length_is_refused(agency: Flask, stage: Stage, length: str) -> None:
    client = Client(agency)
    client.sign_in(stage.world.people["champion"])
    kind = "application/x-www-form-urlencoded"
    for path in ("/plans/P-1/edit", "/report/child-support"):
        answer = send(
            client.browser, path, "POST", data=b"title=x", content_type=kind, headers=BROWSER,
            environ_overrides={"CONTENT_LENGTH": length},
        )  # fmt: skip
        assert answer.status_code in (400, 413, 422), f"{path} {length}: {answer.status_code}"


def test_every_answer_carries_the_guards_whatever_it_is(agency: Flask, stage: Stage) -> None:
    """Pages, refusals, redirects, files: nothing is left without them, and no script or frame of others is let in."""
    client = Client(agency)
    client.sign_in(stage.world.people["champion"])
    for path in ("/today", "/nowhere", "/people", "/my-plan", "/pain-points.csv", "/plans/P-2.pdf", "/healthz"):
        headers = send(client.browser, path).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy, path
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] in ("same-origin", "no-referrer")


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites(agency: Flask) -> None:
    cookies = send_bare(agency, "/sign-in").headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie


def test_in_production_cookies_and_browsers_keep_to_https(settings: Settings) -> None:
    app = create_app(replace(settings, env="production"))
    answer = send_bare(app, "/sign-in", base_url="https://localhost")
    assert all("Secure" in cookie for cookie in answer.headers.getlist("Set-Cookie"))
    assert answer.headers.getlist("Set-Cookie")
    assert "max-age" in answer.headers["Strict-Transport-Security"]
