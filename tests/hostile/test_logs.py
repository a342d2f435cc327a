"""What a request carries of a person is not in what the server logs, also where it fails; nor do the probes tell."""

import json
import logging
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from flask import Flask, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.accounts.models import Person
from app.core import logs
from app.core.jobs.registry import HANDLERS
from app.core.jobs.worker import perform
from app.extensions import db
from app.home import routes as home
from app.pain_points.routes import report
from app.web import access, errors
from config import ROOT, Settings
from migrations import revisions
from tests.browser.server import _free_port, _wait_for
from tests.support import builders
from tests.support.client import BROWSER, Client
from tests.support.pages import Page

NAME, EMAIL, STORY = "Philomena Quartermaine", "philomena@agency.example", "The heron clerk lost my papers."
SECRETS = (NAME, "Philomena", "Quartermaine", "philomena", "heron", "s3cret-token", "10.9.8.7", "Odd-Browser", "ip=")


class Kept(logging.Handler):
    """Every record of every logger, in the format of ours."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        logs.init(debug=False)
        self.setFormatter(logging.getLogger(logs.OURS).handlers[0].formatter)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def kept() -> Iterator[Kept]:
    handler, watched = Kept(), [logging.getLogger(), logging.getLogger("groundwork")]
    for logger in watched:
        logger.addHandler(handler)
    yield handler
    for logger in watched:
        logger.removeHandler(handler)


def told(words: str) -> list[str]:
    return [secret for secret in SECRETS if secret in words]


def fail_quoting(*_given: object, **_more: object) -> None:
    """A statement that fails; the library's message quotes its values."""
    db.session.execute(text("INSERT INTO nowhere VALUES (:words, :who)"), {"words": STORY, "who": EMAIL})


@pytest.mark.usefixtures("error_pages")
def test_an_error_is_logged_without_what_the_person_sent(
    app: Flask, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = builders.office("Front Desk", slug="front-desk")
    builders.seat(office, builders.person(NAME, at=office, email=EMAIL), builders.cycle())
    monkeypatch.setattr(report, "receive", fail_quoting)
    with pytest.raises(SQLAlchemyError, match="heron"):
        fail_quoting()
    db.session.rollback()
    client = Client(app)
    page = client.browser.post(
        f"/report/front-desk?token=s3cret-token&email={EMAIL}",
        data={"happening": STORY, "frequency": "daily", "customers": "1-5", "channel": "phone", "who": "nobody"},
        headers=BROWSER | {"X-Forwarded-For": "10.9.8.7", "User-Agent": "Odd-Browser"},
        environ_base={"REMOTE_ADDR": "10.9.8.7"},
    )
    assert page.status_code == 500
    [line] = [json.loads(line) for line in kept.lines if "unexpected" in line]
    assert line["endpoint"] == "pain_points.create"
    assert line["reference"] in page.get_data(as_text=True)
    assert line["trace"]
    assert told("\n".join(kept.lines)) == []
    assert told(page.get_data(as_text=True)) == []


def _ends_with(code: int) -> Callable[[], Response]:
    @access.signed_in
    def view() -> Response:
        return errors.page(code)

    return view


@pytest.mark.usefixtures("error_pages")
def test_every_error_page_and_json_answer_shows_the_reference_of_its_line_in_the_log(
    app: Flask, kept: Kept, as_person: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = as_person(builders.person(NAME, email=EMAIL))
    monkeypatch.setitem(app.config, "MAX_FORM_MEMORY_SIZE", 4000)
    for code in (429, 503):  # as a view ends that cannot serve now
        app.add_url_rule(f"/tests/{code}", f"tests.{code}", _ends_with(code))
    asked_for: list[tuple[int, Callable[[], Page]]] = [
        (400, lambda: person.post("/plans?q=heron", {"title": STORY}, csrf=False, expect=400)),
        (401, lambda: Client(app).post("/plans?q=heron", {"title": STORY}, expect=401)),
        (403, lambda: person.get("/jobs?q=heron", expect=403)),
        (404, lambda: person.get(f"/plans/{EMAIL}", expect=404)),
        (405, lambda: person.post("/funding", {"title": STORY}, expect=405)),
        (413, lambda: person.post("/plans", {"title": STORY * 1000}, expect=413)),
        *((code, partial(person.get, f"/tests/{code}", expect=code)) for code in (429, 503)),
    ]
    for code, ask in asked_for:
        kept.lines.clear()
        page = ask()
        [line] = [json.loads(line) for line in kept.lines]
        assert (line["message"], line["status"]) == ("refused", code)
        assert f"give them this reference: {line['reference']}" in page.text
        assert told("".join(kept.lines)) == []
    kept.lines.clear()
    answer = person.browser.get("/plans/P-404", headers={"Accept": "application/json"})
    assert answer.get_json()["reference"] == json.loads(kept.lines[0])["reference"]


def test_a_job_that_fails_is_logged_without_its_text(app: Flask, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_payload: object) -> None:
        raise LookupError(STORY) from ValueError(EMAIL)

    monkeypatch.setitem(HANDLERS, "tests.told", fail)
    assert perform("tests.told", {"words": STORY}, 1) == "LookupError"
    assert "a job failed" in "".join(kept.lines)
    assert told("".join(kept.lines)) == []


def test_a_real_server_writes_nothing_of_a_request(settings: Settings, app: Flask) -> None:
    """Sign-in, report, search and a broken request: the whole output of the server is read."""
    office = builders.office("Front Desk", slug="front-desk")
    builders.seat(office, builders.person(NAME, at=office, email=EMAIL), builders.cycle())
    db.session.remove()
    port = _free_port()
    environ = {
        **os.environ, "SECRET_KEY": settings.secret_key, "DATABASE_URL": settings.database_url,
        "INSTANCE_DIR": str(settings.instance), "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "1",
    }  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "-c", "bin/gunicorn.conf.py", "wsgi:app"]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        command, env=environ, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        try:
            _wait_for(f"{address}/healthz", server)
            assert [asked(f"{address}{path}") for path in ("/healthz", "/readyz")] == [(200, "ok\n"), (200, "ready\n")]
            fields = {"happening": STORY, "frequency": "daily", "customers": "1-5", "channel": "phone", "who": "nobody"}
            assert asked(f"{address}/report/front-desk?email={EMAIL}", fields)[0] == 200
            assert asked(f"{address}/sign-in?next=/{NAME.split()[0]}", {"email": EMAIL, "password": STORY})[0] == 400
            assert asked(f"{address}/links/s3cret-token")[0] == 410
            assert asked(f"{address}/{EMAIL}")[0] == 404
            with socket.create_connection(("127.0.0.1", port)) as line:
                line.sendall(f"GET /{EMAIL} philomena HTTP/9\r\nheron\r\n\r\n".encode())
                assert b"400" in line.recv(100)
        finally:
            server.terminate()
            said = server.communicate(timeout=20)[0].decode()
    assert told(said) == []
    lines = [json.loads(line) for line in said.splitlines()]
    assert [(line["message"], line.get("status"), line.get("endpoint")) for line in lines] == [
        ("refused", 400, None), ("refused", 404, None), ("Invalid request", None, None)
    ]  # fmt: skip


def asked(url: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
    body = urllib.parse.urlencode(fields).encode() if fields else None
    headers = {"Sec-Fetch-Site": "same-origin", "User-Agent": "Odd-Browser", "X-Forwarded-For": "10.9.8.7"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


@pytest.mark.usefixtures("error_pages")
def test_it_is_not_ready_while_a_migration_is_to_come(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    now = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    db.session.rollback()
    monkeypatch.setattr(revisions, "earlier", lambda: frozenset({now}))
    answer = Client(app).browser.get("/readyz")
    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "the database is not migrated\n")


@pytest.mark.usefixtures("error_pages")
def test_without_its_database_it_lives_but_is_not_ready(
    app: Flask, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "is_migrated", fail_quoting)
    browser = Client(app).browser
    answer = browser.get("/readyz")
    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "the database does not answer\n")
    assert browser.get("/healthz").status_code == 200
    assert kept.lines == []
