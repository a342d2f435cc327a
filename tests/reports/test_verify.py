"""Checking a paper by its fingerprint or its file."""

from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import undefer
from time_machine import Traveller

from app.extensions import db
from app.plans.models import VersionState
from app.reports.models import Report
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.client import BROWSER, AsPerson, Client


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


@pytest.fixture
def report(given: World, as_person: AsPerson) -> Report:
    browser = as_person(given.champion)
    browser.submit("/reports/new", {"scope": "plan", "plan": "P-12", "period": "year"}, to="/reports")
    browser.submit("/reports/R-1", to="/reports/R-1/publications")
    return db.session.scalars(select(Report).options(undefer("*"))).one()


@pytest.fixture
def browser(given: World, as_person: AsPerson) -> Client:
    return as_person(make.person("Reader", at=given.agency))


def test_the_fingerprint_as_it_prints_leads_to_the_report(report: Report, browser: Client) -> None:
    printed = " ".join((report.content_hash or "")[n : n + 4] for n in range(0, 16, 4))
    page = browser.get(f"/verify?fingerprint={printed}")
    assert "Report R-1" in page.text
    assert "It stands today." in page.text


def test_a_file_is_known_by_its_bytes(report: Report, browser: Client) -> None:
    bytes_of = browser.get("/reports/R-1.pdf").body
    for content, words in ((bytes_of, "Report R-1"), (bytes_of + b" ", "Nothing here has this fingerprint.")):
        fields = {"csrf_token": browser.csrf_token(), "file": (BytesIO(content), "paper.pdf")}
        answer = browser.browser.post("/verify", data=fields, headers=BROWSER, content_type="multipart/form-data")
        assert answer.status_code == 200
        assert words in answer.get_data(as_text=True).replace("<bdi>", "").replace("</bdi>", "")


def test_a_plans_pdf_is_known_to_those_who_may_read_the_version(
    report: Report, given: World, browser: Client, as_person: AsPerson
) -> None:
    version = given.plan.versions[0]
    assert "Plan P-12, version 1" in browser.get(f"/verify?fingerprint={version.pdf_sha256}").text
    version.state = VersionState.RETURNED
    db.session.commit()
    assert "P-12" not in browser.get(f"/verify?fingerprint={version.pdf_sha256}").text
    assert "P-12" in as_person(given.champion).get(f"/verify?fingerprint={version.pdf_sha256}").text


@pytest.mark.parametrize("asked", ["12", "%%%%", "zzzz zzzz zzzz zzzz", "x" * 300])
def test_what_is_no_fingerprint_is_said_so(report: Report, browser: Client, asked: str) -> None:
    page = browser.get(f"/verify?fingerprint={asked.replace('%', '%25')}")
    assert "A fingerprint has 16 digits from 0 to 9 and a to f." in page.text


def test_the_door_is_for_those_who_are_signed_in(client: Client) -> None:
    assert "/sign-in" in client.get("/verify?fingerprint=0123456789abcdef").path
