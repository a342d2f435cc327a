"""Asking: only with evidence, only by the plan's team, frozen when it is handed in."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from flask import Flask
from time_machine import Traveller

from app.accounts.models import Role
from app.extensions import db
from app.funding.models import FundingRequest, RequestState
from app.measures.models import Measure
from app.reports.models import Report, State
from tests.funding import case as cases
from tests.funding.case import Case
from tests.support import builders as make
from tests.support.client import AsPerson, Client


@pytest.fixture
def case(app: Flask, clock: Traveller) -> Case:
    return cases.ready()


def fields(case: Case, **more: str) -> dict[str, Any]:
    return {
        "round_id": str(case.round.id), "title": "Bring it to East", "positions": "2.5", "money": "41,000",
        "for_what": "Two caseworkers", "if_no": "They wait", "reports": [str(case.report.id)],
        "measures": [str(case.measure.id)], **more,
    }  # fmt: skip


def test_a_champion_with_evidence_drafts_a_request(case: Case, as_person: AsPerson) -> None:
    page = as_person(case.champion).submit("/funding/requests/new?plan=P-12", fields(case), to="/funding/requests")
    made = db.session.query(FundingRequest).one()
    assert (made.positions, made.money) == (250, 4_100_000)
    assert "2.5 positions and $41,000" in page.text


def test_without_a_published_report_the_page_says_what_is_missing(case: Case, as_person: AsPerson) -> None:
    case.report.state = State.SUPERSEDED
    make.save(case.report)
    page = as_person(case.champion).get("/funding/requests/new?plan=P-12")
    assert "Not yet" in page.text
    assert "Write one" in page.text
    as_person(case.champion).post("/funding/requests", {"plan": "P-12", **fields(case)}, expect=422)


def test_without_later_numbers_it_stays_closed(case: Case, as_person: AsPerson) -> None:
    measure = db.session.get_one(Measure, case.measure.id)
    measure.grade = 1
    make.save(measure)
    page = as_person(case.champion).post("/funding/requests", {"plan": "P-12", **fields(case)}, expect=422)
    assert "Enter numbers" in page.text
    assert db.session.query(FundingRequest).count() == 0


def test_a_stranger_cannot_ask_for_the_plan(case: Case, as_person: AsPerson, client: Client) -> None:
    as_person(make.person(at=case.agency)).get("/funding/requests/new?plan=P-12", expect=403)
    client.post("/funding/requests", {"plan": "P-12", **fields(case)}, expect=401)


def test_bad_amounts_are_told_beside_the_field_and_nothing_is_lost(case: Case, as_person: AsPerson) -> None:
    page = as_person(case.champion).submit(
        "/funding/requests/new?plan=P-12", fields(case, positions="many", title="Kept words"), to="/funding/requests",
        expect=422,
    )  # fmt: skip
    assert "“many” is not a number" in page.text
    assert "Kept words" in page.html


def test_an_amount_is_read_in_the_language_of_the_page(case: Case, as_person: AsPerson) -> None:
    browser = as_person(case.champion)
    asked = {"plan": "P-12", **fields(case, money="41.000")}
    page = browser.post("/funding/requests", asked, expect=422)
    assert "“41.000” can be read in two ways. Write 41000 or 41." in page.text
    browser.get("/?lang=tr")
    browser.post("/funding/requests", asked)
    request = db.session.query(FundingRequest).one()
    assert request.money == 4_100_000
    assert 'value="41000"' in browser.get(f"/funding/{request.ref}/edit").html


def test_one_request_per_plan_and_round(case: Case, as_person: AsPerson) -> None:
    cases.draft(case)
    page = as_person(case.champion).post("/funding/requests", {"plan": "P-12", **fields(case)}, expect=422)
    assert "has a request in this round already: F-7" in page.text


def test_submitting_freezes_sheet_and_paper(case: Case, as_person: AsPerson) -> None:
    request = cases.draft(case)
    page = as_person(case.champion).post("/funding/F-7/submissions")
    request = db.session.get_one(FundingRequest, request.id)
    assert request.state is RequestState.SUBMITTED
    assert "is with the leaders" in page.text
    answer = as_person(case.leader).get("/funding/F-7.pdf")
    with pikepdf.open(BytesIO(answer.body)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked


def test_what_was_submitted_does_not_follow_later_changes(case: Case, as_person: AsPerson) -> None:
    as_person(case.champion)
    cases.draft(case)
    as_person(case.champion).post("/funding/F-7/submissions")
    report = db.session.get_one(Report, case.report.id)
    report.title = "Another title"
    make.save(report)
    text = as_person(case.leader).get("/funding/F-7").text
    assert "One-day orders, first year" in text
    assert "Another title" not in text


def test_submitting_twice_does_nothing_more(case: Case, as_person: AsPerson) -> None:
    cases.draft(case)
    browser = as_person(case.champion)
    browser.post("/funding/F-7/submissions")
    browser.post("/funding/F-7/submissions", expect=409)


def test_nothing_asked_is_refused_with_the_draft_kept(case: Case, as_person: AsPerson) -> None:
    cases.draft(case, positions=0)
    page = as_person(case.champion).post("/funding/F-7/submissions", expect=422)
    assert "Ask for positions or money." in page.text
    assert "Bring one-day orders to East branch" in page.html


def test_two_who_edit_see_both_texts(case: Case, as_person: AsPerson) -> None:
    request = cases.draft(case)
    browser = as_person(case.champion)
    seen = request.lock
    first = {"title": "First", "positions": "1", "lock": str(seen), "reports": [str(case.report.id)]}
    browser.post("/funding/F-7/edit", first)
    page = browser.post("/funding/F-7/edit", {**first, "title": "Second"}, expect=409)
    assert "First" in page.text
    assert "Second" in page.html


def test_drafts_are_the_teams_submitted_ones_the_watchers(case: Case, as_person: AsPerson) -> None:
    cases.draft(case)
    as_person(case.leader).get("/funding/F-7", expect=404)
    as_person(case.champion).post("/funding/F-7/submissions")
    as_person(case.leader).get("/funding/F-7")
    as_person(make.with_role(Role.AUDITOR, case.agency)).get("/funding/F-7")
    as_person(make.person(at=case.office)).get("/funding/F-7", expect=404)


def test_a_draft_can_be_thrown_away(case: Case, as_person: AsPerson) -> None:
    cases.draft(case)
    as_person(case.leader).post("/funding/F-7/withdrawals", expect=404)
    as_person(case.champion).get("/funding/F-7/withdrawals", expect=405)
    as_person(case.champion).post("/funding/F-7/withdrawals")
    assert db.session.query(FundingRequest).one().state is RequestState.WITHDRAWN
