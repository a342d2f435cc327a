"""The log: who may read it, what its filters find, what it keeps to itself, and the chain behind it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from app.accounts.models import Person, Role
from app.audit.histories import history_of
from app.core import events
from app.core.database import is_sqlite, transaction
from app.extensions import db
from app.offices.models import Office
from app.pain_points.models import PainPoint
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import Client
from tests.support.pages import Page

Browser = Callable[..., Client]


class Given:
    """An office with a champion, a report by a colleague, and what happened to it."""

    def __init__(self) -> None:
        self.office: Office = builders.office()
        self.champion: Person = builders.with_role(Role.CHAMPION, self.office, "Chadwick Omar")
        self.colleague: Person = builders.person("Colleen Frost", at=self.office)
        self.auditor: Person = builders.with_role(Role.AUDITOR, self.office, "Audrey Lim")
        self.point: PainPoint = builders.pain_point(self.office, self.champion, self.colleague)
        with transaction():
            self.record("pain_point.received", self.colleague, happening="ab" * 32)
            self.record("pain_point.accepted", self.champion, state="accepted")

    def record(self, verb: str, by: Person | None, **data: Any) -> None:
        events.record(verb, self.point, by=by, at=AT, office_id=self.office.id, **data)


@pytest.fixture
def given(app: Flask) -> Given:
    return Given()


def test_an_auditor_reads_what_happened_to_what(given: Given, as_person: Browser) -> None:
    page = as_person(given.auditor).get("/events")
    assert "Chadwick Omar" in page.text
    assert "accepted it" in page.text
    assert given.point.ref in page.text


def test_the_log_does_not_name_who_reported(given: Given, as_person: Browser) -> None:
    browser = as_person(given.auditor)
    assert "Colleen Frost" not in browser.get("/events").text
    assert "Colleen Frost" not in browser.get("/events.csv").text
    assert given.point.ref not in browser.get(f"/events?person={given.colleague.email}").text


@pytest.mark.parametrize(
    ("asked", "accepted", "received"),
    [
        ("verb=pain_point.accepted", True, False),
        ("since=2026-11-23&until=2026-11-23", True, True),
        ("until=2026-11-22", False, False),
        ("since=2026-11-24", False, False),
    ],
)
def test_filters_find_what_they_say(
    given: Given, as_person: Browser, asked: str, accepted: bool, received: bool
) -> None:
    text_ = as_person(given.auditor).get(f"/events.csv?{asked}").text
    assert ("pain_point.accepted" in text_, "pain_point.received" in text_) == (accepted, received)


def test_filters_by_thing_person_and_office(given: Given, as_person: Browser) -> None:
    other = builders.office("Elsewhere")
    browser = as_person(given.auditor)
    for asked in (f"thing={given.point.ref}", f"person={given.champion.email}", f"office={given.office.slug}"):
        assert "accepted it" in table(browser.get(f"/events?{asked}"))
    assert "Nothing fits these filters." in browser.get(f"/events?office={other.slug}").text


def test_an_office_is_found_by_its_name_too(given: Given, as_person: Browser) -> None:
    builders.office("Elsewhere")
    browser = as_person(given.auditor)
    assert "accepted it" in table(browser.get(f"/events?office={given.office.name}"))
    assert "Nothing fits these filters." in browser.get("/events?office=elsewhere").text
    assert "pain_point.accepted" in browser.get(f"/events.csv?office={given.office.name}").text


UNKNOWN = ("thing=XX-1", "thing=PP-x", "person=nobody", "office=nowhere", "since=soon", "until=2026-13-01")


@pytest.mark.parametrize("asked", UNKNOWN)
def test_a_filter_that_names_nothing_says_so_beside_its_field(given: Given, as_person: Browser, asked: str) -> None:
    page = as_person(given.auditor).get(f"/events?{asked}")
    assert "Nothing fits these filters." in page.text
    said = ("Nothing is called that.", "This is not a date.", "No office is called “nowhere”.")
    assert any(words in page.text for words in said)


def test_pages_go_on_where_the_last_ended(given: Given, as_person: Browser) -> None:
    with transaction():
        for _ in range(60):
            given.record("pain_point.sighted", given.colleague)
    browser = as_person(given.auditor)
    assert "accepted it" not in table(browser.get("/events"))
    assert "accepted it" in table(browser.get("/events?after=13"))
    browser.get("/events?before=2")


def test_the_frontline_is_refused(given: Given, as_person: Browser) -> None:
    as_person(given.colleague).get("/events", expect=403)
    as_person(given.champion).get("/events.csv", expect=403)


def test_who_watches_over_one_office_reads_its_log_only(given: Given, as_person: Browser) -> None:
    child = builders.office("Counter", parent=given.office)
    near = builders.with_role(Role.AUDITOR, child, "Near Auditor")
    with transaction():
        events.record("plan.accepted", given.point, by=given.champion, at=AT, office_id=child.id)
    browser = as_person(near)
    text_ = browser.get("/events.csv").text
    assert "plan.accepted" in text_
    assert "pain_point.received" not in text_
    assert "Chadwick Omar" not in browser.get(f"/events?office={given.office.slug}&verb=pain_point.accepted").text


def test_formulas_in_the_csv_are_defused(given: Given, as_person: Browser) -> None:
    with transaction():
        given.record("pain_point.accepted", builders_rename(given.champion, "=1+1"))
    assert ",'=1+1," in as_person(given.auditor).get("/events.csv").text


def test_the_history_of_one_thing_is_oldest_first(given: Given, app: Flask) -> None:
    with app.test_request_context():
        lines = history_of("pain_point", given.point.id)
        assert [line.what for line in lines] == ["reported it", "accepted it"]
        assert [line.who for line in lines] == ["A colleague", "Chadwick Omar"]


def test_verify_finds_a_broken_link(given: Given, app: Flask) -> None:
    runner = app.test_cli_runner()
    assert runner.invoke(args=["audit", "verify"]).exit_code == 0
    db.session.rollback()
    _tamper()
    result = runner.invoke(args=["audit", "verify"])
    assert result.exit_code == 1
    assert "event 1 does not follow" in result.output


def table(page: Page) -> str:
    return " ".join(page.one("table").itertext())


def builders_rename(person: Person, name: str) -> Person:
    found = db.session.get_one(Person, person.id)
    found.name = name
    return found


def _tamper() -> None:
    """As somebody who owns the tables could: without the triggers."""
    with transaction() as session:
        names = ("event_no_update",) if is_sqlite(session) else ("event_no_change",)
        for name in names:
            session.execute(text(f"DROP TRIGGER {name}" + ("" if is_sqlite(session) else " ON event")))
        session.execute(text("UPDATE event SET verb = 'pain_point.declined' WHERE id = 1"))
