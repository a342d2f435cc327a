"""Rules for reports: inherited down the tree, dated, the past closed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.accounts.models import Person
from app.core.database import transaction
from app.extensions import db
from app.offices import rules
from app.offices.models import Office, OfficeRules
from app.offices.queries import Rules, rules_for
from tests.accounts.house import House
from tests.support.builders import TODAY
from tests.support.client import Client

People = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def still(clock: time_machine.Traveller) -> None:
    """The day does not change during a test."""


def set_rules(browser: Client, office: Office, expect: int = 200, **fields: str) -> None:
    browser.submit(f"/offices/{office.slug}/rules/new", fields, expect=expect)


def test_what_is_left_empty_comes_from_above(house: House, as_person: People) -> None:
    set_rules(as_person(house.admin), house.agency, ack_days="5", time_zone="Asia/Bangkok", holidays="2026-12-25")
    set_rules(as_person(house.admin), house.support, ack_days="1", anonymous_allowed="no")
    found = rules_for(house.elm, TODAY + timedelta(days=1))
    assert (found.ack_days, found.anonymous_allowed, found.answer_days) == (1, False, Rules.answer_days)
    assert found.time_zone == "Asia/Bangkok"
    assert found.holidays == {date(2026, 12, 25)}
    page = as_person(house.colleague).get("/offices/elm-street")
    assert ("Marlow County", "/offices/marlow#rules") in page.links
    assert ("Child Support", "/offices/child-support#rules") in page.links


def test_they_hold_from_their_day(house: House, as_person: People) -> None:
    later = TODAY + timedelta(days=30)
    set_rules(as_person(house.admin), house.agency, ack_days="5", from_on=later.isoformat())
    assert rules_for(house.elm, TODAY).ack_days == Rules.ack_days
    assert rules_for(house.elm, later).ack_days == 5


def test_the_past_is_closed(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    set_rules(browser, house.agency, from_on=(TODAY - timedelta(days=1)).isoformat(), expect=422)
    assert browser.last is not None
    assert "from_on" in browser.last.errors


def test_the_same_day_again_replaces_them(house: House, as_person: People) -> None:
    for days in ("5", "6"):
        set_rules(as_person(house.admin), house.agency, ack_days=days)
    assert db.session.scalars(select(OfficeRules.ack_days)).one() == 6


def test_the_program_office_sets_them_too(house: House, as_person: People) -> None:
    set_rules(as_person(house.program), house.elm, answer_days="9")
    assert rules_for(house.elm, TODAY).answer_days == 9


@pytest.mark.parametrize("who", ["colleague", "dana", "auditor"])
def test_others_set_none(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post("/offices/elm-street/rules", {"ack_days": "1"}, expect=403)
    assert db.session.scalars(select(OfficeRules)).all() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("ack_days", "61"), ("ack_days", "soon"), ("answer_days", "0"), ("smallest_group", "0"),
     ("time_zone", "Mars/Base"), ("holidays", "Christmas"), ("holidays", "2026-13-01"), ("from_on", "tomorrow")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(house: House, as_person: People, field: str, value: str) -> None:
    browser = as_person(house.admin)
    set_rules(browser, house.elm, expect=422, **{field: value})
    assert browser.last is not None
    assert field in browser.last.errors


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    form = browser.get("/offices/elm-street/rules/new").form("/offices/elm-street/rules").values
    set_rules(browser, house.elm, ack_days="1")
    page = browser.post("/offices/elm-street/rules", form | {"ack_days": "2"}, expect=409)
    assert page.form("/offices/elm-street/rules").values["ack_days"] == "2"
    assert rules_for(house.elm, TODAY).ack_days == 1


@given(stated=st.lists(st.tuples(st.integers(0, 2), st.integers(-40, 40), st.none() | st.integers(1, 60)), max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_and_reports_read_the_same_rules(house: House, stated: list[tuple[int, int, int | None]]) -> None:
    """The page that shows where a rule comes from and the query that reports use never disagree."""
    offices = (house.agency, house.support, house.elm)
    with transaction() as session:
        for where, when, days in {(w, d): (w, d, v) for w, d, v in stated}.values():
            session.add(
                OfficeRules(office_id=offices[where].id, from_on=TODAY + timedelta(days=when), answer_days=days)
            )
        session.flush()
        for office in offices:
            shown = {rule.name: rule.value for rule in rules.in_force(office, TODAY)}
            assert shown["answer_days"] == rules_for(office, TODAY).answer_days
        session.rollback()
