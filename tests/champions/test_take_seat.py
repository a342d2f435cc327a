"""Whoever was selected says yes, and has the seat with its rights; or no."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Credit, Person, Role
from app.champions.models import Seat
from app.champions.nominations.models import Nomination, NominationState
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from tests.accounts.house import House
from tests.champions.selecting import fresh, given, page_of
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]


def selected(house: House) -> Nomination:
    one = given(house, NominationState.SELECTED)
    one.reason, one.decided_at, one.decided_by_id = "You think ahead.", builders.AT, house.program.id
    db.session.commit()
    return one


def seats_at(house: House) -> list[Seat]:
    return list(db.session.scalars(select(Seat).where(Seat.office_id == house.hill.id)))


def test_yes_begins_the_seat_with_its_rights(house: House, as_person: People) -> None:
    one, point = selected(house), builders.pain_point(house.hill, house.program, house.ali)
    browser, form = as_person(one.nominee), f"{page_of(one)}/answers"
    browser.submit(page_of(one), {"answer": "accept", "words": "With joy.", "credit": "by_name"}, to=form)
    seat = seats_at(house)[0]
    assert (fresh(one).state, one.seat_id, seat.champion_id) == (NominationState.ACCEPTED, seat.id, one.nominee_id)
    assert one.nominee.has_role(Role.CHAMPION, house.hill, house.cycle.id)
    assert one.nominee.credit is Credit.BY_NAME
    assert point.responsible_id == one.nominee_id
    told = db.session.scalars(select(Notice.person_id).where(Notice.kind == "nomination_accepted")).all()
    assert sorted(told) == sorted([house.colleague.id, house.program.id])


def test_a_second_yes_is_harmless(house: House, as_person: People) -> None:
    one = selected(house)
    for _ in range(2):
        as_person(one.nominee).post(f"{page_of(one)}/answers", {"answer": "accept"})
    assert len(seats_at(house)) == 1
    assert len(db.session.scalars(select(Event).where(Event.verb == "nomination.accepted")).all()) == 1


def test_no_leaves_the_office_free(house: House, as_person: People) -> None:
    one = selected(house)
    as_person(one.nominee).post(f"{page_of(one)}/answers", {"answer": "decline", "words": "Not this year."})
    as_person(one.nominee).post(f"{page_of(one)}/answers", {"answer": "accept"}, expect=409)
    assert fresh(one).state is NominationState.DECLINED
    assert seats_at(house) == []
    assert "Not this year." in as_person(house.colleague).get(page_of(one))


def test_nobody_answers_for_another(house: House, as_person: People) -> None:
    one = selected(house)
    as_person(house.ali).post(f"{page_of(one)}/answers", {"answer": "accept"}, expect=404)
    for who in (house.program, house.colleague, house.auditor):
        as_person(who).post(f"{page_of(one)}/answers", {"answer": "accept"}, expect=403)
    as_person(one.nominee).get(f"{page_of(one)}/answers", expect=405)
    assert seats_at(house) == []


@pytest.mark.parametrize(("field", "value"), [("answer", ""), ("answer", "perhaps"), ("words", "x" * 100_000)])
def test_an_answer_is_yes_or_no(house: House, as_person: People, field: str, value: str) -> None:
    one = selected(house)
    sent = {"answer": "accept", "words": ""} | {field: value}
    page = as_person(one.nominee).post(f"{page_of(one)}/answers", sent, expect=422)
    assert field in page.errors
    assert page.form(f"{page_of(one)}/answers").values["words"] == sent["words"]


def test_too_late_is_said_and_nothing_is_lost(house: House, as_person: People) -> None:
    one = selected(house)
    builders.seat(house.hill, house.ali, house.cycle)
    page = as_person(one.nominee).post(f"{page_of(one)}/answers", {"answer": "accept", "words": "Yes."}, expect=422)
    assert "has a seat in this cycle already" in page
    assert page.form(f"{page_of(one)}/answers").values["words"] == "Yes."
    assert fresh(one).state is NominationState.SELECTED


def test_the_last_seat_is_given_once(house: House, as_person: People) -> None:
    one, other = selected(house), selected_elsewhere(house)
    house.cycle.seat_limit = 2
    db.session.commit()
    as_person(one.nominee).post(f"{page_of(one)}/answers", {"answer": "accept"})
    page = as_person(other.nominee).post(f"{page_of(other)}/answers", {"answer": "accept"}, expect=422)
    assert "All 2 seats" in page
    assert fresh(other).state is NominationState.SELECTED


def selected_elsewhere(house: House) -> Nomination:
    one = given(house, NominationState.SHORTLISTED)
    one.office_id = builders.office("Mill Lane", house.agency).id
    one.state, one.decided_by_id, one.decided_at = NominationState.SELECTED, house.program.id, builders.AT
    db.session.commit()
    return one


def test_a_selection_nobody_answers_is_taken_back(house: House, as_person: People) -> None:
    one = selected(house)
    taken_back = {"outcome": "not_selected", "reason": "We waited two months."}
    as_person(house.program).submit(f"{page_of(one)}/decisions/new", taken_back)
    as_person(one.nominee).post(f"{page_of(one)}/answers", {"answer": "accept"}, expect=409)
    assert seats_at(house) == []
