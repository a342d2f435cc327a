"""Requests that no page of ours would send: an error page in plain words, never an unexpected error."""

import io
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
import time_machine
from flask import Flask

from tests.guards.acting import OWN_SESSION, Stage, method_of
from tests.guards.test_access_matrix import rules
from tests.hostile import strings
from tests.hostile.doors import SEARCHES
from tests.hostile.raw import send, send_bare
from tests.support.builders import AT
from tests.support.client import BROWSER, Client
from tests.support.databases import in_turn

IDS = (
    "-1",
    "99999999999999999999",
    "٣",
    "%00",
    "0",
    "2147483648",
    "9223372036854775808",
    "1e3",
    "%F0%9F",
    "1%2F..",
    "x'--",
)
READERS = ("program office", "champion")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(scope="module")
def agency(stage: Stage) -> Iterator[Flask]:
    """A copy for all that is refused and so changes nothing."""
    with stage.copy() as app:
        yield app


def browser(app: Flask, stage: Stage, role: str) -> Client:
    client = Client(app)
    client.sign_in(stage.world.people[role])
    return client


LONG = [pytest.param(text, marks=pytest.mark.long) for text in IDS[4:]]


@pytest.mark.parametrize("hostile", [*in_turn(IDS[:4]), *LONG])
def test_a_hostile_number_in_an_address_is_not_found(agency: Flask, stage: Stage, hostile: str) -> None:
    client = browser(agency, stage, "program office")
    for rule in rules().values():
        places = dict.fromkeys((name for name in rule.arguments if name not in ("filename", "way", "step")), hostile)
        if not places or "<path" in rule.rule:
            continue
        path = rule.rule.split("<")[0] + hostile + rule.rule.partition(">")[2].split("<")[0]
        answer = client.ask(method_of(rule), path)
        assert answer.status in (200, 303, 308, 400, 403, 404, 405, 410, 422), f"{path}: {answer.status}"


@pytest.mark.parametrize(("path", "name"), SEARCHES)
def test_what_is_searched_for_is_text(agency: Flask, stage: Stage, path: str, name: str) -> None:
    client = browser(agency, stage, "program office")
    for batch in strings.batches():
        for words in (batch[0], " ".join(batch)):
            sent = words.encode("utf-8", "replace").decode()
            answer = client.ask("GET", f"{path}?{urlencoded(name, sent)}")
            assert answer.status in (200, 404), f"{path}: {answer.status}"


def test_hostile_filters_and_cursors_are_left_out(agency: Flask, stage: Stage) -> None:
    names = (
        "after", "before", "office", "state", "channel", "stage", "sort", "cycle", "scope", "signal", "stale", "role",
        "inactive", "since", "until", "verb", "thing", "person", "submitted", "lang", "draft", "plan", "at", "next",
    )  # fmt: skip
    for role in READERS:
        client = browser(agency, stage, role)
        for endpoint, rule in rules().items():
            if method_of(rule) == "GET" and not rule.arguments:
                for hostile in ("\x00'<\u0663", "-99999999999999999999"):
                    query = "&".join(urlencoded(name, hostile) for name in (*names, *names[:4]))
                    answer = client.ask("GET", f"{rule.rule}?{query}")
                    assert answer.status < 500 or endpoint == "home.readiness", f"{role} {rule.rule}: {answer.status}"
                    assert "\x00" not in answer.response.headers.get("Content-Disposition", "")


@pytest.mark.parametrize("method", in_turn(["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "NONSENSE"]))
def test_a_method_that_an_address_does_not_know_is_refused(agency: Flask, stage: Stage, method: str) -> None:
    client = browser(agency, stage, "champion")
    for path in ("/plans/P-1/edit", "/today", "/report/child-support", "/sign-in", "/pain-points.csv"):
        answer = send(client.browser, path, method)
        assert answer.status_code == 405, f"{method} {path}: {answer.status_code}"


@pytest.mark.once("sqlite")
def test_head_and_options_change_nothing_and_do_not_fail(agency: Flask, stage: Stage) -> None:
    client, world = browser(agency, stage, "champion"), stage.world
    world.places.setdefault(OWN_SESSION, "1")
    for endpoint, rule in rules().items():
        path = world.path(endpoint, rule.rule)
        if not path.endswith((".pdf", ".zip")):
            assert send(client.browser, path, "OPTIONS").status_code < 500, path
        if method_of(rule) == "GET" and not path.endswith((".pdf", ".zip")):
            assert send(client.browser, path, "HEAD").status_code < 500, path


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"happening": "x"}'),
        ("text/plain", b"\x00\xff"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n--x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=title; filename=t\r\n\r\nq"),
        ("application/x-www-form-urlencoded", b"happening=%ff%fe&title=%00&title=%ED%A0%80&words=%C0%80"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"title=+ADw-script+AD4-"),
        ("", b"title=x"),
    ],
)  # fmt: skip
def test_a_body_of_another_kind_is_refused(agency: Flask, stage: Stage, kind: str, body: bytes) -> None:
    client = browser(agency, stage, "champion")
    headers = BROWSER | {"X-CSRFToken": client.csrf_token()}
    for path in ("/plans/P-1/edit", "/report/child-support", "/sign-in", "/verify", "/reports"):
        answer = send(client.browser, path, "POST", data=body, content_type=kind, headers=headers)
        assert answer.status_code in (200, 303, 400, 403, 409, 415, 422), f"{path} {kind}: {answer.status_code}"


def test_a_body_that_is_too_large_is_refused_as_such(agency: Flask, stage: Stage) -> None:
    client = browser(agency, stage, "champion")
    for path in ("/plans/P-1/edit", "/report/child-support", "/measures/M-1/observation-imports"):
        answer = client.ask("POST", path, {"happening": "x" * 5_000_000})
        assert answer.status == 413, f"{path}: {answer.status}"
        assert "too large" in answer.text


def test_ten_thousand_fields_are_not_read(agency: Flask, stage: Stage) -> None:
    client = browser(agency, stage, "champion")
    answer = client.ask("POST", "/plans/P-1/edit", {f"changes-{at}-what": "x" for at in range(10_000)})
    assert answer.status in (303, 409, 413, 422)
    parts = {f"f{at}": (b"x", f"{at}.txt") for at in range(3_000)}
    answer = client.ask("POST", "/verify", {name: (io.BytesIO(data), file) for name, (data, file) in parts.items()})
    assert answer.status == 413


@pytest.mark.long  # the page measures the text, as far as it gets
def test_a_text_one_character_too_long_stands_there_again(agency: Flask, stage: Stage) -> None:
    client = browser(agency, stage, "champion")
    long = "ä" * 100_001
    form = client.get("/plans/P-1/edit").form("/plans/P-1/edit")
    answer = client.ask("POST", "/plans/P-1/edit", form.values | {"outcome": long})
    assert answer.status == 422
    assert answer.form("/plans/P-1/edit").values["outcome"] == long
    assert answer.errors["outcome"]


def test_a_field_sent_twice_counts_once(agency: Flask, stage: Stage) -> None:
    client = browser(agency, stage, "frontline")
    form = client.get("/account").form("/account")
    answer = client.ask("POST", "/account", form.values | {"name": ["Nadia Frontline", "Eve"], "lock": ["x", "1"]})
    assert answer.status in (303, 409, 422)
    assert "Eve" not in client.get("/account").html


@pytest.mark.parametrize(
    "path", in_turn(["../config.py", "..%2fconfig.py", "%2e%2e/config.py", "..\\config.py", "%00", "a" * 3000])
)
def test_static_serves_nothing_but_its_folder(agency: Flask, path: str) -> None:
    assert send_bare(agency, f"/static/{path}").status_code == 404


@pytest.mark.parametrize(
    "target",
    in_turn([
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "\\\\evil",
        "/%0d%0aSet-Cookie:a=b",
        "///evil.example/x",
        "http:evil.example",
        " //evil.example",
        "@evil.example",
    ]),
)
def test_nobody_is_sent_elsewhere(agency: Flask, stage: Stage, target: str) -> None:
    client = browser(agency, stage, "frontline")
    for path in ("/sign-in", "/today"):
        answer = send(client.browser, path, query_string={"next": target, "lang": "el"})
        location = answer.headers.get("Location", "/")
        assert location.startswith("/"), location
        assert not location.startswith(("//", "/\\")), location
        assert "\n" not in location


@pytest.mark.parametrize("host", in_turn(["evil.example", "localhost@evil.example", "evil.example:80", "'\"<x>", ""]))
def test_a_host_of_somebody_else_appears_in_no_answer(agency: Flask, stage: Stage, host: str) -> None:
    client = browser(agency, stage, "program office")
    for path in ("/today", "/sign-in", "/password-resets/new", "/plans"):
        answer = send(client.browser, path, headers={"Host": host})
        assert answer.status_code < 500
        assert "evil.example" not in answer.get_data(as_text=True) + answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "cookie", in_turn(["", "x", "groundwork=", "eyJ0b2tlbiI6IngifQ.x.x", "\xff\xfe", "a" * 3000, ".eJw"])
)
def test_a_forged_or_damaged_cookie_is_nobody(agency: Flask, cookie: str) -> None:
    answer = send_bare(agency, "/today", headers={"Cookie": f"groundwork={cookie}; lang={cookie}"})
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in")


def urlencoded(name: str, value: str) -> str:
    return urlencode({name: value})
