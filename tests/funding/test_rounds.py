"""Rounds: planned, changed, opened and closed by the program office."""

import pytest
from flask import Flask
from time_machine import Traveller

from app.extensions import db
from app.funding.models import FundingRound, RoundState
from tests.funding import case as cases
from tests.funding.case import Case, signing
from tests.support import builders as make
from tests.support.client import AsPerson, Client

TERMS = {
    "name": "Autumn", "positions": "10", "money": "60000", "currency": "usd", "opens_on": "2026-12-01",
    "closes_on": "2026-12-20", "decide_by_on": "2027-01-10",
}  # fmt: skip


@pytest.fixture
def case(app: Flask, clock: Traveller) -> Case:
    return cases.ready()


def test_the_program_office_plans_and_opens_a_round(case: Case, as_person: AsPerson) -> None:
    browser = as_person(case.program)
    browser.submit("/funding/rounds/new", TERMS)
    made = db.session.query(FundingRound).filter_by(name="Autumn").one()
    assert (made.positions, made.money, made.currency, made.state) == (1000, 6_000_000, "USD", RoundState.PLANNED)
    browser.post(f"/funding/rounds/{made.number}/openings")
    browser.post(f"/funding/rounds/{made.number}/openings")
    assert db.session.get_one(FundingRound, made.id).state is RoundState.OPEN
    browser.post(f"/funding/rounds/{made.number}/closings")
    assert db.session.get_one(FundingRound, made.id).state is RoundState.CLOSED


def test_days_must_follow_each_other(case: Case, as_person: AsPerson) -> None:
    page = as_person(case.program).submit("/funding/rounds/new", {**TERMS, "closes_on": "2026-11-01"}, expect=422)
    assert "The days must follow each other" in page.text
    assert "Autumn" in page.html


def test_an_unknown_currency_and_bad_amounts_are_refused(case: Case, as_person: AsPerson) -> None:
    page = as_person(case.program).submit(
        "/funding/rounds/new", {**TERMS, "currency": "XXQ", "positions": "ten"}, expect=422
    )
    assert "We do not know this currency" in page.text
    assert "“ten” is not a number" in page.text


def test_others_cannot_run_rounds(case: Case, as_person: AsPerson, client: Client) -> None:
    for person in (case.champion, case.leader, make.person(at=case.office)):
        as_person(person).get("/funding/rounds/new", expect=403)
        as_person(person).post("/funding/rounds", TERMS, expect=403)
        as_person(person).post("/funding/rounds/2/closings", expect=403)
    client.post("/funding/rounds", TERMS, expect=401)
    as_person(case.program).get("/funding/rounds/2/closings", expect=405)


def test_a_round_cannot_shrink_below_what_was_granted(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    as_person(case.leader).post("/funding/F-7/decisions", signing())
    page = as_person(case.program).submit(
        "/funding/rounds/2/edit", {"positions": "1"}, to="/funding/rounds/2/edit", expect=422
    )
    assert "More than this has been granted already: 2 positions" in page.text


def test_two_who_change_a_round_see_both(case: Case, as_person: AsPerson) -> None:
    browser = as_person(case.program)
    seen = str(case.round.lock)
    browser.post("/funding/rounds/2/edit", {**TERMS, "lock": seen, "name": "Mine"})
    page = browser.post("/funding/rounds/2/edit", {**TERMS, "lock": seen, "name": "Yours"}, expect=409)
    assert "Mine" in page.text
    assert "Yours" in page.html


def test_a_colleague_sees_rounds_but_no_buttons(case: Case, as_person: AsPerson) -> None:
    page = as_person(make.person(at=case.office)).get("/funding")
    assert "Round 2" in page.text
    assert "Close Round 2" not in page.text
