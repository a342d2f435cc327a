"""Sending a report, anonymous or with a name."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from time_machine import Traveller

from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.offices.models import OfficeRules
from app.pain_points import receipt
from app.pain_points.models import PainPoint, State
from tests.pain_points.conftest import World
from tests.support.client import BROWSER, Client

Browser = Callable[..., Client]
GIVEN = {
    "happening": "People get our letter and call the number on it. It rings and rings.",
    "frequency": "daily",
    "customers": "6-20",
    "channel": "phone",
    "stage": "waiting",
    "suggestion": "Print the right number.",
}


def newest() -> PainPoint:
    return db.session.scalars(select(PainPoint).order_by(PainPoint.id.desc())).first() or pytest.fail("no report")


def how_many() -> int:
    return db.session.scalar(select(func.count(PainPoint.id))) or 0


def four_words(html_text: str) -> list[str]:
    known = set(receipt.all_words())
    return [word for word in html_text.split() if word in known]


def test_anonymous_report_keeps_no_person_and_no_instant(client: Client, world: World) -> None:
    page = client.submit("/report/child-support", GIVEN, to="/report/child-support")
    point = newest()
    assert page.status == 200
    assert (point.reporter_id, point.received_at, point.is_anonymous) == (None, None, True)
    assert point.received_on == date(2026, 11, 23)
    assert point.title == "People get our letter and call the number on it"
    assert point.number >= 100_000
    assert point.responsible_id == world.champion.id
    received = db.session.scalars(select(Event).where(Event.verb == "pain_point.received")).one()
    assert received.actor_id is None
    assert received.at.hour == 0
    assert "rings" not in str(received.data)
    notice = db.session.scalars(select(Notice)).one()
    assert (notice.person_id, notice.created_at.hour) == (world.champion.id, 0)


def test_anonymous_intake_sets_no_cookie_and_asks_no_token(client: Client, world: World) -> None:
    page = client.get("/report/child-support")
    assert "csrf_token" not in page.html
    assert "Set-Cookie" not in page.response.headers
    answer = client.browser.post("/report/child-support", data=GIVEN, headers=BROWSER)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


def test_signed_in_person_who_chooses_nobody_is_not_looked_at(as_person: Browser, world: World) -> None:
    browser = as_person(world.colleague)
    page = browser.submit("/report/child-support", GIVEN | {"who": "nobody"}, to="/report/child-support")
    assert newest().reporter_id is None
    assert "Set-Cookie" not in page.response.headers
    assert world.colleague.name not in page.text


def test_what_a_signed_in_nobody_typed_comes_back(as_person: Browser, world: World) -> None:
    browser = as_person(world.colleague)
    sent = GIVEN | {"who": "nobody", "channel": ""}
    page = browser.submit("/report/child-support", sent, to="/report/child-support", expect=422)
    form = page.form("/report/child-support", {"who"})
    assert form.values["happening"] == GIVEN["happening"]
    assert form.values["who"] == "nobody"
    assert form.values["csrf_token"]
    browser.post("/report/child-support", form.values | {"channel": "web"}, csrf=False)
    assert newest().reporter_id is None


def test_named_report_keeps_the_name_and_leads_to_its_page(as_person: Browser, world: World) -> None:
    page = as_person(world.colleague).submit("/report", GIVEN | {"who": "name"}, to="/report/child-support")
    point = newest()
    assert point.reporter_id == world.colleague.id
    assert point.received_at is not None
    assert page.path == f"/pain-points/{point.ref}"
    assert "Dana Whitfield reads it" in page.text


def test_signed_in_person_must_say_who_may_know(as_person: Browser, world: World) -> None:
    as_person(world.colleague).submit("/report/child-support", GIVEN, to="/report/child-support", expect=422)
    assert how_many() == 0


def test_named_report_needs_the_token_of_its_session(as_person: Browser, world: World) -> None:
    browser = as_person(world.colleague)
    browser.post("/report/child-support", GIVEN | {"who": "name"}, csrf=False, expect=400)
    assert how_many() == 0


def test_name_without_a_session_is_asked_again_and_nothing_is_lost(client: Client, world: World) -> None:
    page = client.post("/report/child-support", GIVEN | {"who": "name", "asks_who": "1"}, csrf=False, expect=422)
    assert GIVEN["happening"] in page.html
    assert "You are signed out" in page.text


def test_only_what_must_be_answered_is_marked_as_required(client: Client, world: World) -> None:
    selects = {one.get("name"): one for one in client.get("/report/child-support").all("select")}
    assert selects["channel"].get("required") is not None
    assert selects["stage"].get("required") is None


def test_report_from_another_site_is_refused(client: Client, world: World) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Origin": "http://evil.example"}
    client.post("/report/child-support", GIVEN, csrf=False, headers=elsewhere, expect=403)
    assert client.browser.post("/report/child-support", data=GIVEN).status_code == 403
    assert how_many() == 0


def test_missing_answers_stand_beside_their_fields_and_nothing_is_lost(client: Client, world: World) -> None:
    page = client.submit(
        "/report/child-support", {"happening": "  ", "suggestion": "Keep me"}, to="/report/child-support", expect=422
    )
    for words in ("Write what happens.", "Choose how often it happens.", "Choose the way they reach us."):
        assert words in page.text
    assert "Keep me" in page.html
    assert how_many() == 0


@pytest.mark.parametrize("field", ["frequency", "customers", "channel", "stage"])
def test_a_code_that_does_not_exist_is_refused(client: Client, world: World, field: str) -> None:
    client.post("/report/child-support", GIVEN | {field: "hourly"}, csrf=False, expect=422)
    assert how_many() == 0


def test_hostile_text_is_stored_and_shown_as_text(client: Client, as_person: Browser, world: World) -> None:
    hostile = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202e %s {{7*7}} \x00"
    client.post("/report/child-support", GIVEN | {"happening": hostile}, csrf=False)
    page = as_person(world.champion).get(f"/pain-points/{newest().ref}")
    assert "<script>alert" not in page.html
    assert "{{7*7}}" in page.text


def test_office_that_wants_a_name_says_so(client: Client, as_person: Browser, world: World) -> None:
    db.session.add(OfficeRules(office_id=world.office.id, from_on=date(2026, 1, 1), anonymous_allowed=False))
    db.session.commit()
    page = client.get("/report/child-support")
    assert "Sign in to report here." in page.text
    client.post("/report/child-support", GIVEN, csrf=False, expect=422)
    assert how_many() == 0
    as_person(world.colleague).submit("/report/child-support", GIVEN, to="/report/child-support")
    assert newest().reporter_id == world.colleague.id


def test_dates_follow_the_offices_rules_holidays_and_time_zone(client: Client, world: World) -> None:
    db.session.add(
        OfficeRules(
            office_id=world.agency.id, from_on=date(2026, 1, 1), ack_days=2, answer_days=5, smallest_group=7,
            time_zone="Asia/Tokyo", holidays=["2026-11-25"],
        )
    )  # fmt: skip
    db.session.commit()
    client.post("/report/child-support", GIVEN, csrf=False)
    point = newest()
    assert (point.received_on, point.ack_due_on, point.answer_due_on, point.smallest_group) == (
        date(2026, 11, 23), date(2026, 11, 26), date(2026, 12, 1), 7,
    )  # fmt: skip


def test_closed_office_takes_no_report(client: Client, world: World) -> None:
    world.office.closed_on = date(2026, 11, 1)
    db.session.commit()
    page = client.post("/report/child-support", GIVEN, csrf=False, expect=422)
    assert "has closed" in page.text


def test_office_is_found_by_words(client: Client, world: World) -> None:
    page = client.get("/report?q=child+SUPPORT")
    assert "Child Support" in page.text
    assert "Records" not in page.text
    assert "No office has these words" in client.get("/report?q=zzz").text


def test_unknown_office_is_not_found(client: Client, world: World) -> None:
    client.get("/report/nowhere", expect=404)
    client.post("/report/nowhere", GIVEN, csrf=False, expect=404)


def test_report_without_a_seat_upward_goes_to_the_program_office(client: Client, world: World) -> None:
    client.post("/report/records", GIVEN, csrf=False)
    assert newest().responsible_id == world.program.id
    assert newest().state is State.RECEIVED


def test_minutes_lost_are_kept_and_counted_at_once(client: Client, world: World) -> None:
    client.submit("/report/child-support", GIVEN | {"minutes_lost": "15"}, to="/report/child-support")
    point = newest()
    assert point.minutes_lost == 15
    assert point.minutes_per_month == point.people_per_month * 15 > 0


def test_minutes_lost_may_stay_open(client: Client, world: World) -> None:
    client.submit("/report/child-support", GIVEN | {"minutes_lost": ""}, to="/report/child-support")
    assert (newest().minutes_lost, newest().minutes_per_month) == (None, 0)


@pytest.mark.parametrize("typed", ["-1", "2401", "a while", "1.5"])
def test_minutes_that_cannot_be_are_said_beside_the_field(client: Client, world: World, typed: str) -> None:
    page = client.post("/report/child-support", GIVEN | {"minutes_lost": typed}, csrf=False, expect=422)
    assert page.errors["minutes_lost"]
    assert f'value="{typed}"' in page.html
    assert how_many() == 0


def test_nothing_tells_in_which_order_the_reports_of_a_day_came(client: Client, world: World, clock: Traveller) -> None:
    """Twelve in a row by chance: once in half a thousand million."""
    for number in range(12):
        client.post("/report/child-support", GIVEN | {"suggestion": f"Try {number}"}, csrf=False)
    clock.shift(timedelta(days=1))
    client.post("/report/child-support", GIVEN | {"suggestion": "The day after"}, csrf=False)
    listed = [point.suggestion for point in db.session.scalars(select(PainPoint).order_by(PainPoint.id))]
    assert listed[-1] == "The day after"
    assert listed[:-1] != [f"Try {number}" for number in range(12)]
    assert sorted(listed[:-1]) == sorted(f"Try {number}" for number in range(12))
