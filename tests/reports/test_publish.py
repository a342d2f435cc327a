"""Publishing a plan's report: frozen for good, told to those who should know, and only by who may."""

import hashlib
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import undefer
from time_machine import Traveller

from app.accounts.models import Role
from app.core import storage
from app.core.events import Event
from app.extensions import db
from app.milestones.models import State as MilestoneState
from app.notices.models import Notice
from app.plans.models import VersionState
from app.reports.models import Report, State
from app.search import refreshing
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.client import AsPerson, Client

WORDS = {"went_well": "Parents thanked us.", "did_not": "The scanner broke twice.", "we_ask": "Nothing yet."}


def begun(browser: Client, given: World, **fields: Any) -> Any:
    """A draft over this year so far."""
    browser.submit("/reports/new", {"scope": "plan", "plan": given.plan.ref, "period": "year", **fields}, to="/reports")
    return db.session.scalars(select(Report).order_by(Report.id.desc())).first()


def published(browser: Client, given: World) -> Any:
    report = begun(browser, given)
    browser.submit(f"/reports/{report.ref}", WORDS)
    browser.submit(f"/reports/{report.ref}", to=f"/reports/{report.ref}/publications")
    db.session.expire_all()
    return db.session.scalar(select(Report).where(Report.id == report.id).options(undefer("*")))


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    made = world()
    make.milestone(made.plan, "First desk writes orders", due=date(2026, 11, 1), owner="A. Lind")
    make.milestone(
        made.plan, "Policy 4.12 amended", due=date(2026, 3, 15), state=MilestoneState.DONE, done_on=date(2026, 3, 14)
    )
    return made


def test_a_champion_publishes_what_was_gathered_and_said(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = published(browser, given)
    page = browser.shown
    assert report.state is State.PUBLISHED
    assert "1 promise is late. 1 outcome got better." in page.text
    assert "From 72 days to 2 days." in page.text or "From 72 days to 3 days." in page.text or "to 1 day." in page.text
    assert "The scanner broke twice." in page.text
    assert page.text.index("The scanner broke twice.") < page.text.index("Parents thanked us.")
    assert report.content_hash[:4] in page.text


def test_what_was_typed_but_not_saved_is_published_too(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = begun(browser, given)
    page = browser.submit(f"/reports/{report.ref}", WORDS, to=f"/reports/{report.ref}/publications")
    assert "is published" in page.text
    assert "The scanner broke twice." in page.text
    assert [e.verb for e in db.session.scalars(select(Event).order_by(Event.id.desc()).limit(2))] == [
        "report.published", "report.saved",
    ]  # fmt: skip


def test_words_that_cannot_be_saved_are_not_published_and_not_lost(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = begun(browser, given)
    address = f"/reports/{report.ref}/publications"
    page = browser.submit(f"/reports/{report.ref}", WORDS | {"title": ""}, to=address, expect=422)
    assert page.errors == {"title": "Give the report a title."}
    assert page.form(address).values["we_ask"] == "Nothing yet."
    assert db.session.get_one(Report, report.id).state is State.DRAFT


def test_words_that_met_another_s_are_shown_beside_them_and_not_published(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = begun(browser, given)
    address = f"/reports/{report.ref}/publications"
    mine = browser.get(f"/reports/{report.ref}").form(address).values | {"we_ask": "My own words."}
    browser.submit(f"/reports/{report.ref}", WORDS)
    page = browser.post(address, mine, expect=409)
    assert "My own words." in page.text
    assert "Nothing yet." in page.text
    assert db.session.get_one(Report, report.id).state is State.DRAFT


def test_the_pdf_is_stored_titled_and_carries_the_fingerprint(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = published(browser, given)
    answer = browser.get(f"/reports/{report.ref}.pdf")
    assert hashlib.sha256(answer.body).hexdigest() == report.pdf_sha256
    with pikepdf.open(BytesIO(answer.body)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert report.title in str(pdf.docinfo["/Title"])
        assert "/StructTreeRoot" in pdf.Root


def test_nothing_that_happens_later_alters_it(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = published(browser, given)
    before = browser.get(f"/reports/{report.ref}").one("article"), browser.get(f"/reports/{report.ref}.pdf").body
    frozen = dict(report.frozen)
    given.plan.title, given.office.name, given.champion.name = "Another", "Renamed", "Someone Else"
    given.measure.name, given.measure.target = "Other name", Decimal(99)
    make.observation(given.measure, date(2026, 11, 1), date(2026, 11, 20), 500, given.champion)
    make.milestone(given.plan, "Added afterwards", due=date(2026, 10, 1))
    db.session.commit()
    after = browser.get(f"/reports/{report.ref}").one("article"), browser.get(f"/reports/{report.ref}.pdf").body
    db.session.expire_all()
    assert [*before[0].itertext()] == [*after[0].itertext()]
    assert before[1] == after[1]
    assert db.session.scalars(select(Report).options(undefer("*"))).one().frozen == frozen


def test_the_sponsor_and_the_program_office_are_told(given: World, as_person: AsPerson) -> None:
    sponsor = make.with_role(Role.SPONSOR, given.office)
    higher = make.with_role(Role.SPONSOR, given.agency)
    report = published(as_person(given.champion), given)
    told = {n.person_id for n in db.session.scalars(select(Notice).where(Notice.kind == "report_published"))}
    assert told == {sponsor.id, given.program.id}
    assert higher.id not in told
    event = db.session.scalar(select(Event).where(Event.verb == "report.published"))
    assert event is not None
    assert event.data["pdf_sha256"] == report.pdf_sha256
    assert "scanner" not in str(event.data)


def test_a_published_report_is_found_by_search(given: World, as_person: AsPerson) -> None:
    report = published(as_person(given.champion), given)
    refreshing.refresh({"kind": "report", "id": report.id})
    assert report.ref in as_person(make.person("Reader", at=given.agency)).get("/search?q=scanner").text


def test_a_stranger_neither_reads_the_draft_nor_publishes_it(given: World, as_person: AsPerson) -> None:
    report = begun(as_person(given.champion), given)
    stranger = as_person(make.person("Stranger", at=given.agency))
    stranger.get(f"/reports/{report.ref}", expect=404)
    stranger.post(f"/reports/{report.ref}/publications", expect=404)
    assert report.ref not in stranger.get("/reports").text


def test_an_auditor_reads_the_draft_but_does_not_publish_it(given: World, as_person: AsPerson) -> None:
    report = begun(as_person(given.champion), given)
    auditor = as_person(make.with_role(Role.AUDITOR, given.agency))
    assert report.ref in auditor.get("/reports").text
    assert "Publish" not in auditor.get(f"/reports/{report.ref}").buttons
    auditor.post(f"/reports/{report.ref}/publications", expect=403)
    auditor.post(f"/reports/{report.ref}/edit", {"title": "x", "lock": "1"}, expect=403)


def test_after_the_seat_ended_the_author_reads_but_does_not_publish(given: World, as_person: AsPerson) -> None:
    report = begun(as_person(given.champion), given)
    given.champion.grants[0].to_on = date(2026, 11, 1)
    for grant in db.session.scalars(select(type(given.champion.grants[0]))):
        grant.to_on = date(2026, 11, 1) if grant.person_id == given.champion.id else None
    db.session.commit()
    browser = as_person(given.champion)
    browser.get(f"/reports/{report.ref}")
    browser.post(f"/reports/{report.ref}/publications", expect=403)


def test_everyone_signed_in_reads_what_is_published(given: World, as_person: AsPerson, client: Client) -> None:
    report = published(as_person(given.champion), given)
    stranger = as_person(make.person("Stranger", at=given.agency))
    assert report.title in stranger.get(f"/reports/{report.ref}").text
    assert report.ref in stranger.get("/reports?scope=plan&state=published").text
    assert "/sign-in" in client.get(f"/reports/{report.ref}").path


def test_get_is_refused(given: World, as_person: AsPerson) -> None:
    report = begun(as_person(given.champion), given)
    as_person(given.champion).get(f"/reports/{report.ref}/publications", expect=405)


def test_publishing_twice_publishes_once(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = published(browser, given)
    browser.post(f"/reports/{report.ref}/publications")
    events = list(db.session.scalars(select(Event).where(Event.verb == "report.published")))
    assert len(events) == 1


def test_a_draft_that_somebody_changed_meanwhile_is_not_published_unseen(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = begun(browser, given)
    seen = browser.get(f"/reports/{report.ref}").form(f"/reports/{report.ref}/publications").values["lock"]
    browser.submit(f"/reports/{report.ref}", WORDS)
    browser.post(f"/reports/{report.ref}/publications", {"lock": seen}, expect=409)
    db.session.expire_all()
    assert report.state is State.DRAFT


def test_a_plan_without_a_version_in_force_is_refused_in_words(given: World, as_person: AsPerson) -> None:
    given.plan.versions[0].state = VersionState.SUBMITTED
    db.session.commit()
    browser = as_person(given.champion)
    report = begun(browser, given)
    assert "nothing to report on yet" in browser.get(f"/reports/{report.ref}").text
    page = browser.post(f"/reports/{report.ref}/publications", expect=422)
    assert "nothing to report on yet" in page.text


def test_a_redacted_pdf_is_gone_but_the_page_stays(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    report = published(browser, given)
    db.session.get_one(storage.Artefact, report.pdf_sha256).content = None
    db.session.commit()
    browser.get(f"/reports/{report.ref}.pdf", expect=404)
    browser.get(f"/reports/{report.ref}")
