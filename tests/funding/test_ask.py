"""Asking: only with evidence, only by the plan's team, frozen when it is handed in."""

import subprocess
from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from flask import Flask
from time_machine import Traveller

from app.accounts.models import Role
from app.core.database import transaction
from app.extensions import db
from app.funding.models import FundingRequest, RequestState
from app.measures.models import Measure
from app.offices.models import ChannelKind
from app.plans.models import Plan, PlanState, VersionState
from app.reports.models import Report, State
from app.sign_offs import actions as sign_offs
from app.sign_offs import queries as words
from app.sign_offs.models import Word
from tests.funding import case as cases
from tests.funding.case import Case
from tests.support import builders as make
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson, Client
from tests.support.world_sign_offs import ready, say

ASKING = "/funding/requests/new?plan=P-12"


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


STEPS = (
    (PlanState.PREPARING, VersionState.DRAFT, "/plans/P-12/edit"),
    (PlanState.PREPARING, VersionState.IN_CONSULTATION, "/plans/P-12/sign-offs"),
    (PlanState.PREPARING, VersionState.SUBMITTED, "/plans/P-12/versions/1"),
    (PlanState.PREPARING, VersionState.RETURNED, "/plans/P-12"),
    (PlanState.PAUSED, VersionState.ACCEPTED, "/plans/P-12/resumptions/new"),
    (PlanState.COMPLETED, VersionState.ACCEPTED, "/plans/P-12/closing"),
)


def test_its_team_reads_that_the_plan_is_not_carried_out_and_where_to_go_on(case: Case, as_person: AsPerson) -> None:
    team = as_person(case.champion)
    assert ("Ask for money or positions", ASKING) in team.get("/plans/P-12").links
    for state, version_state, step in STEPS:
        plan = db.session.get_one(Plan, case.plan.id)
        plan.state, plan.versions[0].state = state, version_state
        make.save(plan)
        page = team.get(ASKING)
        assert "An accepted plan that is being carried out." in page.text
        assert [one.get("href") for one in page.all("ul[@class='gw-signoffs']//a")] == [step]
        assert "Not yet" in page.text
        is_over = state is PlanState.COMPLETED
        assert (("Ask for P-12", ASKING) in team.get("/funding").links) is not is_over
        team.post("/funding/requests", {"plan": "P-12", **fields(case)}, expect=422)
        if not is_over:  # its closing page needs the turn itself
            team.get(step)
        expected = 403 if version_state in (VersionState.ACCEPTED, VersionState.SUBMITTED) else 404
        as_person(make.person(at=case.office)).get(ASKING, expect=expected)
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


def consulted(case: Case) -> None:
    """The version in force with four channels: a yes, two conditions of which one is met, and silence."""
    version, owner = case.plan.versions[0], make.person("Gerd Olsen", at=case.office)
    kinds = (ChannelKind.COUNTER, ChannelKind.PHONE, ChannelKind.WEB, ChannelKind.MAIL)
    channels = [make.channel(case.office, kind, owner) for kind in kinds]
    version.state = VersionState.DRAFT
    ready(case.plan, channels)
    with transaction():
        asked_at = AT - timedelta(days=20)
        sign_offs.consult(version, due_on=TODAY - timedelta(days=5), by=case.champion, at=asked_at)
        counter, phone, web, _mail = (words.newest_by_channel(case.plan.id)[channel.id] for channel in channels)
        for sign_off, word in ((counter, Word.AGREE), (phone, Word.AGREE_IF), (web, Word.AGREE_IF)):
            say(sign_off, word, owner)
        web.is_met = True
    version.state = VersionState.ACCEPTED
    make.save(version)


def test_leaders_read_who_agreed_to_the_plan_and_who_was_silent_on_the_day_it_was_handed_in(
    case: Case, as_person: AsPerson
) -> None:
    consulted(case)
    cases.draft(case)
    as_person(case.champion).post("/funding/F-7/submissions")
    version = case.plan.versions[0]
    for stand in words.for_version(version.id):
        assert stand.sign_off is not None
        stand.sign_off.word = Word.CANNOT
    db.session.commit()
    leader = as_person(case.leader)
    said = "No answer: Letter. Agree if a condition is met: Phone. Agree, their condition is met: Web. Agree: Counter."
    assert said in leader.get("/funding/F-7").text
    paper = read(leader.get("/funding/F-7.pdf").body)
    assert "On 23 November 2026: No answer: " in paper
    assert "Cannot agree" not in paper


def read(paper: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=paper, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_a_channel_that_was_never_asked_is_not_told_as_silent(case: Case, as_person: AsPerson) -> None:
    ready(case.plan, [make.channel(case.office, ChannelKind.PHONE)])
    cases.draft(case)
    page = as_person(case.champion).post("/funding/F-7/submissions")
    assert "Phone" in page.text
    assert "no answer yet" not in page.text


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
