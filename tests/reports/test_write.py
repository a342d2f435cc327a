"""Writing the words of a draft."""

import pytest
from flask import Flask
from sqlalchemy import select
from time_machine import Traveller

from app.core.events import Event
from app.extensions import db
from app.reports.models import Report
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.client import AsPerson, Client

WORDS = {"title": "Orders in one day", "went_well": "Well.", "did_not": "Not so well.", "we_ask": "A scanner."}


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


@pytest.fixture
def browser(given: World, as_person: AsPerson) -> Client:
    return as_person(given.champion)


@pytest.fixture
def report(given: World, browser: Client) -> Report:
    browser.submit("/reports/new", {"scope": "plan", "plan": "P-12", "period": "year"}, to="/reports")
    return db.session.scalars(select(Report)).one()


def test_words_are_saved_and_shown_in_the_preview(report: Report, browser: Client) -> None:
    page = browser.submit(f"/reports/{report.ref}", WORDS)
    assert page.path == "/reports/R-1"
    assert page.h1 == "Orders in one day"
    assert page.text.count("Not so well.") == 2
    db.session.refresh(report)
    assert report.we_ask == "A scanner."


def test_events_hold_no_words(report: Report, browser: Client) -> None:
    browser.submit(f"/reports/{report.ref}", WORDS)
    event = db.session.scalars(select(Event).where(Event.verb == "report.saved")).one()
    assert event.data["fields"] == ["title", "went_well", "did_not", "we_ask"]
    assert "scanner" not in str(event.data)


def test_saving_the_same_again_changes_nothing(report: Report, browser: Client) -> None:
    browser.submit(f"/reports/{report.ref}/edit", WORDS)
    browser.submit(f"/reports/{report.ref}/edit", WORDS)
    assert len(list(db.session.scalars(select(Event).where(Event.verb == "report.saved")))) == 1


def test_an_empty_title_and_too_many_words_keep_what_was_typed(report: Report, browser: Client) -> None:
    page = browser.submit(f"/reports/{report.ref}", WORDS | {"title": " ", "did_not": "x" * 20_001}, expect=422)
    assert page.errors["title"] == "Give the report a title."
    assert "at most 20,000" in page.errors["did_not"]
    form = page.form("/reports/R-1/edit")
    assert form.values["we_ask"] == "A scanner."
    assert len(form.values["did_not"]) == 20_001


def test_two_at_once_lose_nothing(report: Report, browser: Client, given: World, as_person: AsPerson) -> None:
    other = as_person(given.champion)
    lock = other.get(f"/reports/{report.ref}").form(f"/reports/{report.ref}/edit").values["lock"]
    browser.submit(f"/reports/{report.ref}", WORDS)
    mine = WORDS | {"went_well": "My own words.", "lock": lock}
    page = other.post(f"/reports/{report.ref}/edit", mine, expect=409)
    assert "Someone saved this while you were writing." in page.text
    assert "My own words." in page.text
    assert "Well." in page.text
    again = page.form(f"/reports/{report.ref}/edit").values
    other.post(f"/reports/{report.ref}/edit", again)
    db.session.refresh(report)
    assert report.went_well == "My own words."


def test_hostile_words_stay_words(report: Report, browser: Client) -> None:
    hostile = "<script>alert(1)</script> %(name)s {{ 7*7 }} \u202e [x](javascript:alert(1))"
    page = browser.submit(f"/reports/{report.ref}", WORDS | {"title": hostile, "did_not": hostile})
    assert not page.all("article/script")
    assert "<script>alert(1)" in page.text
    browser.submit(f"/reports/{report.ref}", to=f"/reports/{report.ref}/publications")
    assert "<script>alert(1)" in browser.get(f"/reports/{report.ref}").text


def test_a_stranger_is_refused_and_reading_is_not_writing(report: Report, given: World, as_person: AsPerson) -> None:
    as_person(make.person("Stranger", at=given.agency)).post(f"/reports/{report.ref}/edit", WORDS, expect=404)
    program = as_person(given.program)
    program.get(f"/reports/{report.ref}", expect=404)


def test_what_is_published_is_not_written_in(report: Report, browser: Client) -> None:
    browser.submit(f"/reports/{report.ref}", to=f"/reports/{report.ref}/publications")
    browser.get(f"/reports/{report.ref}/edit", expect=403)
    db.session.refresh(report)
    browser.post(f"/reports/{report.ref}/edit", WORDS | {"lock": report.lock}, expect=409)


def test_the_draft_prints_for_its_writers(report: Report, browser: Client) -> None:
    answer = browser.get(f"/reports/{report.ref}.pdf")
    assert answer.body.startswith(b"%PDF")
