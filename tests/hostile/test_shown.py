"""What stands in the database is shown as text everywhere it goes: pages, lists, search, CSV, names of files."""

import csv
import io
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.core.database import transaction
from app.core.folding import asked
from app.extensions import db
from app.offices.models import Office
from app.pain_points.models import PainPoint
from app.plans.models import Plan
from app.reports.models import Report
from app.search import sources
from app.search.index import Kind
from app.web.forms import clean
from tests.guards.acting import Stage, method_of
from tests.guards.test_access_matrix import rules
from tests.hostile import strings
from tests.hostile.raw import send
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import Client

RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
HEADER = re.compile(r"(inline|attachment); filename=\"[A-Za-z0-9._-]+\"")
SEARCHED = 400  # letters of a text that is looked for
FILES = (".pdf", ".zip", ".csv")
NAMES = ("x\r\nSet-Cookie: a=b", "\"; filename=\"evil.exe", "../../etc/passwd", "Ωμέγα 儿童 หน้า", "a;b=c%0d%0a'\\")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(scope="module")
def agency(stage: Stage, request: pytest.FixtureRequest) -> Iterator[tuple[Flask, list[str]]]:
    """A copy where every name, title and text is hostile: written past the forms, as an import would."""
    batches = strings.batches() if request.config.getoption("--all") else strings.batches()[:2]
    with time_machine.travel(AT, tick=False), stage.copy() as app:
        texts = [clean(text) for batch in batches for text in batch if clean(text)]
        office = db.session.scalars(select(Office).where(Office.slug == "child-support")).one()
        champion = db.session.get_one(Person, stage.world.people["champion"])
        for text in texts:
            builders.pain_point(office, champion, champion, title=text[:160], happening=text, suggestion=text)
        for text in NAMES:
            builders.person(text, at=builders.office(text, parent=office))
        champion.name, office.name = texts[4][:200], NAMES[1]
        for thing in (*db.session.scalars(select(Plan)), *db.session.scalars(select(Report))):
            thing.title = NAMES[thing.id % len(NAMES)]
        db.session.commit()
        with transaction():
            for point_id in db.session.scalars(select(PainPoint.id)).all():
                sources.refresh(Kind.PAIN_POINT, point_id)
            for text in texts:
                point = db.session.scalars(select(PainPoint).limit(1)).one()
                events.record("pain_point.accepted", point, by=champion, at=AT, office_id=office.id, state=text)
        yield app, texts


def browser(agency: tuple[Flask, list[str]], stage: Stage, role: str) -> Client:
    client = Client(agency[0])
    client.sign_in(stage.world.people[role])
    return client


def cells(words: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(words.removeprefix("\ufeff"), newline="")))


def test_a_spreadsheet_of_reports_holds_every_text_and_runs_none(
    agency: tuple[Flask, list[str]], stage: Stage
) -> None:
    table = cells(browser(agency, stage, "program office").get("/pain-points.csv?state=all").response.get_data(True))
    assert {len(row) for row in table} == {len(table[0])}
    assert [cell for row in table for cell in row if RUNS.match(cell)] == []
    told = {text for row in table for cell in row for text in (cell, cell.removeprefix("'"))}
    assert [text for text in agency[1] if text not in told] == []


def test_a_spreadsheet_of_the_log_runs_nothing(agency: tuple[Flask, list[str]], stage: Stage) -> None:
    table = cells(browser(agency, stage, "auditor").get("/events.csv").response.get_data(True))
    assert {len(row) for row in table} == {7}
    assert [cell for row in table for cell in row if RUNS.match(cell)] == []
    assert [text for text in agency[1] if not any(text in cell for row in table for cell in row)] == []


@pytest.mark.once("postgresql")  # pages are written by templates
def test_every_page_shows_names_and_titles_as_text(agency: tuple[Flask, list[str]], stage: Stage) -> None:
    """The inspection of the client finds a broken page; here nothing of a text has become a tag or an address."""
    for role in ("program office", "champion", "leader", "administrator"):
        client = browser(agency, stage, role)
        for endpoint, rule in rules().items():
            if method_of(rule) != "GET" or rule.rule.endswith(FILES) or endpoint == "static":
                continue
            path = stage.world.path(endpoint, rule.rule)
            page = client.ask("GET", path)
            assert page.status in (200, 303, 403, 404, 409), f"{role} {path}: {page.status}"
            assert "<script>alert" not in page.html, path
            assert not re.search(r"<[^>]+\son(error|load)=|href=\"javascript:", page.html), path


def test_each_report_is_shown_whole_and_found(
    agency: tuple[Flask, list[str]], stage: Stage, request: pytest.FixtureRequest
) -> None:
    client, step = browser(agency, stage, "champion"), 1 if request.config.getoption("--all") else 4
    points = list(db.session.execute(select(PainPoint.number, PainPoint.happening).order_by(PainPoint.id)))
    db.session.rollback()
    for number, happening in points[::step]:
        shown = "".join(client.get(f"/pain-points/PP-{number}").text.split())
        assert "".join(happening.split())[:80] in shown, number
        page = client.get(f"/search?{urlencode({'q': happening[:SEARCHED]})}")
        if len(happening) <= SEARCHED and asked(happening):
            assert f"PP-{number}" in page.text or "after=" in page.html, happening


def test_names_of_files_are_plain_whatever_the_thing_is_called(agency: tuple[Flask, list[str]], stage: Stage) -> None:
    client, files = browser(agency, stage, "champion"), 0
    for endpoint, rule in rules().items():
        if not rule.rule.endswith(FILES):
            continue
        path = stage.world.path(endpoint, rule.rule)
        answer = send(client.browser, path)
        if answer.status_code == 200:
            files += 1
            assert HEADER.fullmatch(answer.headers["Content-Disposition"]), path
            assert "Set-Cookie" not in answer.headers, path
    assert files >= 6
