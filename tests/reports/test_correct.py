"""Correcting: a new report supersedes the old one, visibly both ways."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import undefer
from time_machine import Traveller

from app.core.events import Event
from app.extensions import db
from app.reports.models import Report, State
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.client import AsPerson, Client


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


@pytest.fixture
def browser(given: World, as_person: AsPerson) -> Client:
    return as_person(given.champion)


@pytest.fixture
def report(given: World, browser: Client) -> Report:
    browser.submit("/reports/new", {"scope": "plan", "plan": "P-12", "period": "year"}, to="/reports")
    browser.submit("/reports/R-1", {"went_well": "Kept words."})
    browser.submit("/reports/R-1", to="/reports/R-1/publications")
    return db.session.scalars(select(Report)).one()


def all_reports() -> Any:
    db.session.expire_all()
    return list(db.session.scalars(select(Report).order_by(Report.number).options(undefer("*"))))


def test_a_correction_supersedes_visibly_both_ways(
    report: Report, browser: Client, given: World, as_person: AsPerson
) -> None:
    before = browser.get("/reports/R-1").one("article")
    browser.submit("/reports/R-1", {"reason": "March was counted twice."}, to="/reports/R-1/corrections")
    assert browser.shown.path == "/reports/R-2"
    reader = as_person(make.person("Reader", at=given.agency))
    assert "R-2" not in reader.get("/reports/R-1").text
    browser.submit("/reports/R-2", to="/reports/R-2/publications")
    old, new = all_reports()
    assert (old.state, new.state, new.supersedes_id) == (State.SUPERSEDED, State.PUBLISHED, old.id)
    assert new.went_well == "Kept words."
    page = reader.get("/reports/R-1")
    assert "Superseded by R-2. March was counted twice." in page.text
    assert [*page.one("article").itertext()] == [*before.itertext()]
    page = reader.get("/reports/R-2")
    assert "This corrects R-1." in page.text
    assert "March was counted twice." in page.text
    assert ("R-1", "/reports/R-1") in page.links
    reader.get("/reports/R-1.pdf")


def test_a_reason_is_required(report: Report, browser: Client) -> None:
    page = browser.submit("/reports/R-1", {"reason": " "}, to="/reports/R-1/corrections", expect=422)
    assert "Say what is wrong" in page.errors["reason"]
    assert len(all_reports()) == 1


def test_asking_twice_leads_to_the_same_draft(report: Report, browser: Client) -> None:
    for _ in range(2):
        browser.post("/reports/R-1/corrections", {"reason": "Once more."})
        assert browser.shown.path == "/reports/R-2"
    assert len(all_reports()) == 2
    assert len(list(db.session.scalars(select(Event).where(Event.verb == "report.correction_begun")))) == 1


def test_a_reader_may_not_and_a_superseded_one_is_not_corrected_again(
    report: Report, browser: Client, given: World, as_person: AsPerson
) -> None:
    as_person(given.program).post("/reports/R-1/corrections", {"reason": "No."}, expect=403)
    browser.get("/reports/R-1/corrections", expect=405)
    browser.post("/reports/R-1/corrections", {"reason": "Wrong."})
    browser.post("/reports/R-2/corrections", {"reason": "A draft is edited instead."}, expect=409)
    browser.submit("/reports/R-2", to="/reports/R-2/publications")
    browser.post("/reports/R-1/corrections", {"reason": "Again."}, expect=409)
