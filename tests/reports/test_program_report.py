"""Reports on many plans: made by a job, at most forty pages, with the plans' PDFs in a ZIP."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import undefer
from time_machine import Traveller

from app.accounts.models import Role
from app.core import pdf
from app.core.events import Event
from app.core.storage import Artefact
from app.extensions import db
from app.notices.models import Notice
from app.offices.models import OfficeParent
from app.reports import archive, making
from app.reports.models import Report, State
from tests.reports.given import World, active_plan, world
from tests.reports.many import many
from tests.support import builders as make
from tests.support.client import AsPerson, Client
from tests.support.queries import Counted


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


def begun(browser: Client, scope: str = "program", **fields: Any) -> Any:
    browser.submit("/reports/new", {"scope": scope, "period": "year", **fields}, to="/reports")
    report = db.session.scalars(select(Report).order_by(Report.id.desc())).first()
    assert report is not None
    browser.submit(f"/reports/{report.ref}", to=f"/reports/{report.ref}/publications")
    return report


def reloaded(report: Report) -> Any:
    db.session.expire_all()
    return db.session.scalar(select(Report).where(Report.id == report.id).options(undefer("*")))


def make_it(report: Report) -> Any:
    making.render({"report_id": report.id})
    return reloaded(report)


def test_the_page_shows_progress_until_the_job_is_done(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.program)
    report = begun(browser)
    page = browser.shown
    assert "0 of 100 done" in page.text
    assert any(meta.get("http-equiv") == "refresh" for meta in page.all("meta"))
    assert reloaded(report).state is State.DRAFT
    report = make_it(report)
    assert report.state is State.PUBLISHED
    assert report.progress is None
    page = browser.get(f"/reports/{report.ref}")
    assert "A child-support order in one day" in page.text
    assert not any(meta.get("http-equiv") == "refresh" for meta in page.all("meta"))


def test_the_zip_holds_each_plan_as_it_was_frozen(given: World, as_person: AsPerson) -> None:
    other = make.office("Records", given.agency)
    active_plan(other, given.cycle, given.champion, "Cards in a day", number=13, pdf=b"%PDF-1.7 thirteen")
    browser = as_person(given.program)
    report = make_it(begun(browser))
    answer = browser.get(f"/reports/{report.ref}/archive.zip")
    assert hashlib.sha256(answer.body).hexdigest() == report.archive_sha256
    with ZipFile(BytesIO(answer.body)) as found:
        assert found.namelist() == ["P-12-version-1.pdf", "P-13-version-1.pdf"]
        assert found.read("P-13-version-1.pdf") == b"%PDF-1.7 thirteen"


def test_what_changes_between_the_button_and_the_job_is_not_in_it(given: World, as_person: AsPerson) -> None:
    report = begun(as_person(given.program))
    given.plan.title = "Changed in between"
    make.milestone(given.plan, "Added in between", due=date(2026, 10, 1))
    db.session.commit()
    report = make_it(report)
    assert "Changed in between" not in report.page_html
    assert "Nothing was promised for this period." in report.page_html


def test_repeating_the_job_changes_nothing(given: World, as_person: AsPerson) -> None:
    report = make_it(begun(as_person(given.program)))
    before = (report.page_html, report.pdf_sha256, report.archive_sha256, report.lock, report.published_at)
    again = make_it(report)
    assert (again.page_html, again.pdf_sha256, again.archive_sha256, again.lock, again.published_at) == before
    assert len(list(db.session.scalars(select(Event).where(Event.verb == "report.published")))) == 1


def test_a_job_killed_after_rendering_starts_anew_and_gives_the_same_bytes(
    given: World, as_person: AsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_args: object) -> Any:
        raise Killed

    report = begun(as_person(given.program))
    with monkeypatch.context() as patch:
        patch.setattr(archive, "build", die)
        with pytest.raises(Killed):
            making.render({"report_id": report.id})
    stuck = reloaded(report)
    assert (stuck.state, stuck.progress) == (State.DRAFT, 70)
    assert make_it(report).state is State.PUBLISHED


def test_a_failure_opens_the_draft_again_and_says_so(
    given: World, as_person: AsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> Any:
        raise pdf.TooSlow("too slow")

    browser = as_person(given.program)
    report = begun(browser)
    monkeypatch.setattr(pdf, "render", fail)
    report = make_it(report)
    assert (report.state, report.progress, report.frozen) == (State.DRAFT, None, None)
    assert "The PDF could not be made." in browser.get(f"/reports/{report.ref}").text
    assert db.session.scalar(select(Notice.person_id).where(Notice.kind == "report_failed")) == given.program.id


def test_a_draft_on_its_way_is_not_written_in(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.program)
    report = reloaded(begun(browser))
    browser.get(f"/reports/{report.ref}/edit", expect=403)
    browser.post(f"/reports/{report.ref}/edit", {"title": "Other", "lock": report.lock}, expect=409)


def test_a_sponsor_reports_on_the_own_offices_only(given: World, as_person: AsPerson) -> None:
    sponsor = make.with_role(Role.SPONSOR, given.office)
    other = make.office("Records", given.agency)
    browser = as_person(sponsor)
    page = browser.submit("/reports/new", {"scope": "office", "office": other.slug, "period": "year"}, expect=422)
    assert "You may report on your own offices" in page.errors["office"]
    report = make_it(begun(browser, "office", office=given.office.slug))
    assert report.state is State.PUBLISHED
    browser.post("/reports", {"scope": "program", "period": "year", "language": "en"}, expect=422)


def test_four_hundred_plans_fit_in_forty_pages(
    given: World, as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    many(given, 400)
    browser = as_person(given.program)
    with queries() as counted:
        report = begun(browser)
    assert len(counted) < 110
    report = make_it(report)
    assert report.state is State.PUBLISHED, report.failure
    answer = browser.get(f"/reports/{report.ref}.pdf")
    with pikepdf.open(BytesIO(answer.body)) as found:
        assert 8 < len(found.pages) <= 40
    assert browser.get(f"/reports/{report.ref}").html.count('href="/plans/P-') == 401


def test_a_report_before_a_move_counts_the_office_where_it_was(given: World, as_person: AsPerson) -> None:
    """The tree of the last day: the office hung below Family until the day after the period."""
    family = make.office("Family", given.agency)
    db.session.execute(delete(OfficeParent).where(OfficeParent.office_id == given.office.id))
    for parent, start, end in (
        (family, date(2020, 1, 1), date(2026, 11, 10)),
        (given.agency, date(2026, 11, 10), None),
    ):
        make.save(OfficeParent(office_id=given.office.id, parent_id=parent.id, from_on=start, to_on=end))
    browser = as_person(given.program)
    own = {"period": "own", "period_start": "2026-01-01", "office": family.slug}
    before = make_it(begun(browser, "office", **own, period_end="2026-11-09"))
    after = make_it(begun(browser, "office", **own, period_end="2026-11-10"))
    assert "A child-support order" in before.page_html
    assert "A child-support order" not in after.page_html
    assert "No plan was in force in this period." in after.page_html


def test_a_redacted_plan_is_missing_from_a_later_zip(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.program)
    report = begun(browser)
    db.session.execute(update(Artefact).values(content=None))
    db.session.commit()
    make_it(report)
    with ZipFile(BytesIO(browser.get(f"/reports/{report.ref}/archive.zip").body)) as found:
        assert found.namelist() == []


def test_gathering_asks_the_same_number_of_questions_at_any_size(
    given: World, as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    browser = as_person(given.program)
    browser.submit("/reports/new", {"scope": "program", "period": "year"}, to="/reports")
    report = db.session.scalars(select(Report)).one()
    many(given, 2)
    with queries() as few:
        browser.get(f"/reports/{report.ref}")
    many(given, 30)
    with queries() as more:
        browser.get(f"/reports/{report.ref}")
    assert len(more) <= len(few) <= 20


def test_a_published_report_and_the_list_take_few_questions(
    given: World, as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    browser = as_person(given.program)
    report = make_it(begun(browser))
    for path in ("/reports", f"/reports/{report.ref}", f"/reports/{report.ref}.pdf"):
        with queries() as counted:
            browser.get(path)
        assert len(counted) <= 8, path
