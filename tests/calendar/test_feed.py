"""The calendar for other programs: a secret link, made and ended by its person, that follows the person's rights."""

import logging
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from icalendar import Calendar
from sqlalchemy import select

from app.accounts.models import Person, Role, RoleGrant
from app.accounts.tokens import hash_of
from app.calendar.models import CalendarFeed, Shows
from app.core import logs
from app.core.events import Event
from app.extensions import db
from app.milestones.models import Milestone
from tests.calendar import given
from tests.milestones import given as milestones
from tests.support import builders as build
from tests.support.builders import AT, TODAY
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
TOKEN = "a-token-that-nobody-guesses"
LINK = f"/calendar/feed/{TOKEN}.ics"


def feed(person: Person, shows: Shows = Shows.MINE) -> CalendarFeed:
    return build.save(CalendarFeed(person_id=person.id, token_hash=hash_of(TOKEN), shows=shows, made_at=AT))


def events_of(client: Client) -> list[Any]:
    return list(Calendar.from_ical(client.get(LINK).body).walk("VEVENT"))


def test_the_link_is_shown_once_and_works_without_signing_in(as_person: As, client: Client) -> None:
    cast = given.cast()
    champion = as_person(cast.champion)
    page = champion.post("/calendar/feed", {"shows": "mine"}, expect=201)
    link = next(part for part in page.html.split('"') if part.endswith(".ics"))
    path = link[link.index("/calendar/") :]
    assert path.split("/")[-1] not in champion.get("/calendar/feed").html
    token = path.split("/")[-1].removesuffix(".ics")
    assert db.session.scalars(select(CalendarFeed)).one().token_hash == hash_of(token)
    answer = client.get(path)
    assert given.DUE in answer.body.decode()
    assert answer.response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.response.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in answer.response.headers
    client.get("/calendar/feed/another.ics", expect=404)


def test_what_it_says_reads_back_as_whole_days(client: Client) -> None:
    cast = given.cast()
    feed(cast.champion)
    found = {str(one["SUMMARY"]): one for one in events_of(client)}
    due = found[f"Milestone due: {given.DUE}"]
    assert due["DTSTART"].dt == date(2026, 11, 27)
    assert due["DTEND"].dt == date(2026, 11, 28)
    assert due["DTSTART"].params["VALUE"] == "DATE"
    assert f"/plans/{cast.plan.ref}/milestones/" in str(due["URL"])
    assert f"First promised, now 4 Dec: {given.MOVED}" in found
    assert {str(one["UID"]) for one in found.values()} == {str(one["UID"]) for one in events_of(client)}
    assert len({str(one["UID"]) for one in found.values()}) == len(found)


def test_hostile_names_stay_one_line_of_text(client: Client) -> None:
    cast = given.cast()
    build.milestone(cast.plan, "End it\nEND:VEVENT\r\nBEGIN:VALARM, ; \\ \u202e", date(2026, 11, 26))
    build.milestone(cast.plan, "อ" * 3000, date(2026, 11, 26))
    milestones.accept(cast.plan)
    feed(cast.champion)
    calendar = Calendar.from_ical(client.get(LINK).body)
    assert list(calendar.walk("VALARM")) == []
    assert any("END:VEVENT" in str(one["SUMMARY"]) for one in calendar.walk("VEVENT"))


def test_asked_again_it_says_that_nothing_is_new(client: Client, clock: time_machine.Traveller) -> None:
    cast = given.cast()
    feed(cast.champion)
    first = client.get(LINK)
    clock.shift(timedelta(hours=1))
    tag = {"If-None-Match": first.response.headers["ETag"]}
    assert client.get(LINK, headers=tag, expect=304).body == b""
    cast.plan.title = "Another"
    build.milestone(cast.plan, "New", date(2026, 11, 30))
    milestones.accept(cast.plan)
    assert client.get(LINK, headers=tag).response.headers["ETag"] != first.response.headers["ETag"]


def test_it_shows_what_the_person_may_see_on_the_day_it_is_read(client: Client) -> None:
    cast = milestones.cast()
    build.milestone(cast.plan, "Only in the draft", date(2026, 11, 27))
    feed(cast.champion)
    assert "Only in the draft" in client.get(LINK).body.decode()
    for held in db.session.scalars(select(RoleGrant).where(RoleGrant.role == Role.CHAMPION)):
        held.to_on = TODAY
    db.session.commit()
    assert "Only in the draft" not in client.get(LINK).body.decode()
    cast.champion.is_active = False
    db.session.commit()
    client.get(LINK, expect=404)


def test_it_goes_a_year_back_and_two_ahead(client: Client) -> None:
    cast = given.cast()
    for name, days in (("Long ago", -366), ("A year ago", -365), ("In two years", 730), ("Far away", 731)):
        build.milestone(cast.plan, name, TODAY + timedelta(days=days))
    milestones.accept(cast.plan)
    feed(cast.champion)
    text = client.get(LINK).body.decode()
    assert "A year ago" in text
    assert "In two years" in text
    assert "Long ago" not in text
    assert "Far away" not in text


def test_a_new_link_ends_the_old_one_and_ending_ends_both(as_person: As, client: Client) -> None:
    cast = given.cast()
    feed(cast.champion)
    champion = as_person(cast.champion)
    champion.post("/calendar/feed", {"shows": "all"}, expect=201)
    client.get(LINK, expect=404)
    assert "works no more" in champion.post("/calendar/feed/endings").text
    assert "There is no link." in champion.post("/calendar/feed/endings").text
    assert db.session.scalars(select(CalendarFeed).where(CalendarFeed.ended_at.is_(None))).all() == []
    verbs = [event.verb for event in db.session.scalars(select(Event).order_by(Event.id))]
    assert verbs == ["calendar_feed.ended", "calendar_feed.made", "calendar_feed.ended"]


def test_nobody_makes_or_ends_the_link_of_another(as_person: As, client: Client) -> None:
    cast = given.cast()
    feed(cast.champion)
    as_person(cast.deputy).post("/calendar/feed/endings")
    as_person(cast.deputy).post("/calendar/feed", {"shows": "mine"}, expect=201)
    client.get(LINK)
    client.post("/calendar/feed", {"shows": "mine"}, expect=401)
    client.get("/calendar/feed/endings", expect=405)


def test_a_choice_that_is_none_is_said(as_person: As) -> None:
    cast = given.cast()
    page = as_person(cast.champion).post("/calendar/feed", {"shows": "everything"}, expect=422)
    assert "Choose one." in page.errors["shows"]
    assert db.session.scalars(select(CalendarFeed)).all() == []


def test_an_error_leaves_no_trace_of_the_link(
    client: Client, error_pages: None, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = given.cast()
    feed(cast.champion)
    monkeypatch.setattr("app.calendar.feed.ics", lambda *_, **__: 1 / 0)
    client.get(LINK, expect=500)
    writes = logging.getLogger(logs.OURS).handlers[0].format
    said = [writes(record) for record in caplog.records]
    assert any("ZeroDivisionError" in line for line in said)
    assert not any(TOKEN in line for line in said)


def test_the_feed_speaks_the_language_of_its_person(client: Client) -> None:
    cast = given.cast()
    cast.champion.language = "th"
    db.session.commit()
    feed(cast.champion)
    assert any("4 ธ.ค." in str(one["SUMMARY"]) for one in events_of(client))


def test_a_large_agency_hides_no_day_to_come_behind_those_that_are_past(client: Client) -> None:
    cast = given.cast()
    db.session.add_all(
        Milestone(plan_id=cast.plan.id, name=f"Past {n}", first_due_on=date(2026, 10, 1), due_on=date(2026, 10, 1))
        for n in range(450)
    )
    db.session.commit()
    build.milestone(cast.plan, "To come", date(2027, 6, 1))
    milestones.accept(cast.plan)
    feed(cast.champion)
    assert "To come" in client.get(LINK).body.decode()
