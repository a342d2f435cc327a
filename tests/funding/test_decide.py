"""Deciding: signed once with a password, by who has no part in it, inside the envelope; superseded, never edited."""

import pytest
from flask import Flask
from time_machine import Traveller

from app.accounts.models import Role
from app.core import storage
from app.extensions import db
from app.funding.models import Decision, FundingRequest, Outcome, RequestState
from tests.funding import case as cases
from tests.funding.case import Case, signing
from tests.support import builders as make
from tests.support.client import AsPerson, Client
from tests.support.html import text_of


@pytest.fixture
def case(app: Flask, clock: Traveller) -> Case:
    return cases.ready()


def test_a_leader_approves_and_the_letter_says_why(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    page = as_person(case.leader).submit("/funding/F-7", signing(), to="/funding/F-7/decisions")
    made = db.session.query(Decision).one()
    assert (made.outcome, made.positions) == (Outcome.APPROVED, 200)
    assert db.session.query(FundingRequest).one().state is RequestState.DECIDED
    assert "It works and others can copy it." in page.text
    assert (storage.fetch(made.letter_sha256 or "") or b"").startswith(b"%PDF")
    as_person(make.person(at=case.office)).get("/funding/F-7/decisions/1.pdf")
    as_person(case.leader).get("/funding/F-7/decisions/2.pdf", expect=404)


def test_a_part_is_less_than_asked(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    browser = as_person(case.leader)
    for amount in ("0", "2", "3"):
        page = browser.post("/funding/F-7/decisions", signing("part", positions=amount), expect=422)
        assert "more than nothing and less than what was asked: 2 positions" in page.text
    browser.post("/funding/F-7/decisions", signing("part", positions="1.5"))
    assert db.session.query(Decision).one().positions == 150


def test_nothing_is_signed_with_a_wrong_password(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    page = as_person(case.leader).post("/funding/F-7/decisions", signing(password="wrong"), expect=422)
    assert "This is not your password." in page.text
    assert "It works and others can copy it." in page.html
    assert db.session.query(Decision).count() == 0


def test_nothing_is_chosen_beforehand_and_a_reason_is_required(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    page = as_person(case.leader).post("/funding/F-7/decisions", {"password": cases.PASSWORD}, expect=422)
    assert page.errors["outcome"] == "Choose one."
    assert "Write the reason" in page.text


def test_the_envelope_holds(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    case.round.positions = 100
    make.save(case.round)
    page = as_person(case.leader).post("/funding/F-7/decisions", signing(), expect=422)
    assert "Only 1 positions" in page.text
    assert db.session.query(Decision).count() == 0


def test_a_decision_is_superseded_not_edited(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    browser = as_person(case.leader)
    browser.post("/funding/F-7/decisions", signing())
    first = db.session.query(Decision).one().id
    browser.post("/funding/F-7/decisions", signing("declined", seen=str(first), reason="The plan was stopped."))
    both = db.session.query(Decision).order_by(Decision.id).all()
    assert [one.outcome for one in both] == [Outcome.APPROVED, Outcome.DECLINED]
    assert both[1].supersedes_id == first
    text = browser.get("/funding/F-7").text
    assert "Earlier decision, replaced" in text


def test_signing_the_same_twice_signs_once(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    browser = as_person(case.leader)
    browser.post("/funding/F-7/decisions", signing())
    page = browser.post("/funding/F-7/decisions", signing(seen=str(db.session.query(Decision).one().id)))
    assert "This decision stands already." in page.text
    assert db.session.query(Decision).count() == 1


def test_the_second_of_two_leaders_sees_the_first_decision(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    other = make.person("Second Leader", at=case.agency, password_hash=cases.HASH)
    make.grant(other, Role.LEADER, case.agency)
    as_person(case.leader).post("/funding/F-7/decisions", signing())
    page = as_person(other).post("/funding/F-7/decisions", signing("declined"), expect=409)
    assert "Someone else has decided this request" in page.text
    assert db.session.query(Decision).count() == 1


def test_superseding_gives_the_money_back_to_the_round(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case, positions=300)
    browser = as_person(case.leader)
    browser.post("/funding/F-7/decisions", signing())
    first = db.session.query(Decision).one().id
    browser.post("/funding/F-7/decisions", signing("part", positions="2", seen=str(first)))
    assert "Left: 1 position and $100,000" in browser.get("/funding").text


def test_nobody_decides_on_what_they_have_a_part_in(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    for person in (case.champion, make.with_role(Role.SPONSOR, case.office)):
        make.grant(person, Role.LEADER, case.agency)
        as_person(person).post("/funding/F-7/decisions", signing(), expect=403)
    colleague = make.person("Colleague", at=case.office)
    make.grant(colleague, Role.LEADER, case.agency)
    as_person(colleague).post("/funding/F-7/decisions", signing(), expect=403)
    assert db.session.query(Decision).count() == 0


def test_others_cannot_decide(case: Case, as_person: AsPerson, client: Client) -> None:
    cases.submitted(case)
    as_person(case.program).post("/funding/F-7/decisions", signing(), expect=403)
    as_person(make.with_role(Role.AUDITOR, case.agency)).post("/funding/F-7/decisions", signing(), expect=403)
    client.post("/funding/F-7/decisions", signing(), expect=401)
    as_person(case.leader).get("/funding/F-7/decisions", expect=405)
    elsewhere = make.office("Elsewhere", case.agency)
    as_person(make.with_role(Role.LEADER, elsewhere)).post("/funding/F-7/decisions", signing(), expect=404)


def test_a_draft_cannot_be_decided(case: Case, as_person: AsPerson) -> None:
    cases.draft(case)
    as_person(case.leader).post("/funding/F-7/decisions", signing(), expect=404)


def test_the_champion_reads_the_decision(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    as_person(case.leader).post("/funding/F-7/decisions", signing("deferred", reason="Show two more months."))
    assert "Show two more months." in as_person(case.champion).get("/funding/F-7").text
    assert "Show two more months." in as_person(make.person(at=case.office)).get("/funding/F-7").text


def test_the_pen_says_what_this_gives_and_what_is_left_and_the_button_names_the_choice(
    case: Case, as_person: AsPerson
) -> None:
    cases.submitted(case)
    browser = as_person(case.leader)
    page = browser.get("/funding/F-7").text
    for words in ("2 positions with this decision, 1 position", "Sign: approve 2 positions", "Sign: decline"):
        assert words in page
    browser.post("/funding/F-7/decisions", signing())
    assert "nothing given" in browser.get("/funding/F-7").text
    case.round.positions = 100
    make.save(case.round)
    assert "is more than is left: 1 position" in browser.get("/funding/F-7").text


def test_the_pen_has_one_heading_and_its_choice_another(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    page = as_person(case.leader).get("/funding/F-7")
    assert page.text.count("Your decision") == 1
    assert [text_of(legend) for legend in page.all("fieldset[@id='outcome']/legend")] == ["Choose"]
