"""What earlier grants promised and what came, and the running totals of a round."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from flask import Flask
from time_machine import Traveller

from app.core import frozen
from app.extensions import db
from app.funding import gather
from app.funding import queries as reading
from app.funding.models import Decision, FundingRequest, Outcome, RequestState
from app.funding.queries import requests
from app.funding.running import totals
from tests.funding import case as cases
from tests.funding.case import Case, signing
from tests.funding.test_ask import fields as asking
from tests.support import builders as make
from tests.support.builders import TODAY
from tests.support.client import AsPerson
from tests.support.queries import Counted


@pytest.fixture
def case(app: Flask, clock: Traveller) -> Case:
    return cases.ready()


def granted(case: Case, number: int = 6) -> FundingRequest:
    """A request that a leader approved in an earlier round."""
    return decided(case, number, Outcome.APPROVED)


def decided(case: Case, number: int, outcome: Outcome) -> FundingRequest:
    earlier = cases.submitted(case, number=number, positions=100)
    make.save(
        Decision(
            request_id=earlier.id, outcome=outcome, positions=100, money=0, reason="It works.",
            decided_by_id=case.leader.id, decided_at=earlier.submitted_at, content_hash="0" * 64, conditions="",
        )
    )  # fmt: skip
    earlier.state = RequestState.DECIDED
    case.round = cases.a_round(case.agency, number=number + 3, name="Round 9")
    return make.save(earlier)


def test_leaders_read_what_an_earlier_grant_was_what_it_promised_and_what_came(case: Case, as_person: AsPerson) -> None:
    granted(case)
    cases.submitted(case, number=8)
    page = as_person(case.leader).get("/funding/F-8")
    assert "F-6 Round 2 · granted 1 position" in page.text
    assert "Kept : Days to a signed order, 72 → 1, came 1" in page.text.replace("Kept:", "Kept :")


def test_what_came_is_the_newest_number_where_no_cited_report_holds_it(case: Case) -> None:
    granted(case)
    later = cases.draft(case, number=8)
    later.reports = []
    case.measure.latest = Decimal(60)
    make.save(case.measure)
    (kept,) = gather.sheet_of(later, dated=TODAY).earlier
    assert (kept.request, kept.positions, kept.promised, kept.came, kept.verdict) == ("F-6", 100, 1.0, 60.0, "short")


def test_refusals_take_no_room_from_what_was_granted(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    granted(case)
    decided(case, 7, Outcome.DECLINED)
    monkeypatch.setattr(requests, "MOST_EARLIER", 1)
    assert [one.request for one in gather.sheet_of(cases.draft(case, number=8), dated=TODAY).earlier] == ["F-6"]


def test_what_leaders_saw_stays_when_later_numbers_come(case: Case, as_person: AsPerson) -> None:
    granted(case)
    request = cases.submitted(case, number=8)
    case.measure.latest = Decimal(60)
    make.save(case.measure)
    assert "came 1" in as_person(case.leader).get("/funding/F-8").text
    assert frozen.content_hash(gather.sheet_of(request, dated=TODAY)) == request.content_hash


def test_the_page_asks_a_dozen_questions_however_much_was_granted_and_done_before(
    case: Case, as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    for number in range(20, 26):
        granted(case, number)
    browser, asked = as_person(case.champion), {"plan": "P-12", **asking(case)}
    browser.post("/funding/requests", asked)
    ref = db.session.query(FundingRequest).filter_by(state=RequestState.DRAFT).one().ref
    for _ in range(3):
        browser.submit(f"/funding/{ref}/edit", {"positions": "3"}, to=f"/funding/{ref}/edit")
    with queries() as draft:
        page = browser.get(f"/funding/{ref}")
    assert page.text.count("came 1") == 6
    assert len(draft) <= 12
    browser.post(f"/funding/{ref}/submissions")
    with queries() as submitted:
        assert "came 1" in as_person(case.leader).get(f"/funding/{ref}").text
    assert len(submitted) <= 12


def test_waiting_requests_add_up_in_the_order_they_came_in(case: Case, as_person: AsPerson) -> None:
    first = cases.submitted(case, number=7, positions=200)
    second = cases.submitted(case, number=8, positions=150)
    envelope = reading.envelope(case.round)
    found = totals([first, second], envelope)
    assert [(found[one.id].positions, found[one.id].fits) for one in (first, second)] == [(200, True), (350, False)]
    page = as_person(case.leader).get("/funding")
    assert "3.5 positions more than the round holds" in page.text
    assert page.text.index("F-7") < page.text.index("F-8")


def test_a_decision_moves_the_running_total(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case, number=7, positions=200)
    cases.submitted(case, number=8, positions=150)
    as_person(case.leader).post("/funding/F-7/decisions", signing("part", positions="0.5"))
    db.session.expire_all()
    page = as_person(case.leader).get("/funding")
    assert "Granted 0.5 positions" in page.text
    assert page.html.count('<rect class="gw-slot--full"') == 1, "half a slot of three is full"
    assert '<rect class="gw-slot--full" x="1" y="1" width="10"' in page.html
    assert "2 positions" in page.text
    assert "more than the round holds" not in page.text


def test_who_does_not_see_all_requests_sees_no_total(case: Case, as_person: AsPerson) -> None:
    cases.submitted(case)
    assert "Running total" not in as_person(case.champion).get("/funding").text
