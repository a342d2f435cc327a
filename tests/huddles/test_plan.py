"""Calling a huddle, moving it, and where it is found: the list of the cycle and the calendar."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.champions.models import CycleState
from app.core.events import Event
from app.extensions import db
from app.huddles.models import Huddle
from tests.huddles.given import NEXT, Round
from tests.support.builders import TODAY
from tests.support.client import Client

As = Callable[[Person], Client]


def sent(meeting: Round) -> dict[str, str]:
    return {
        "meets_on": NEXT.isoformat(), "begins": "09:30", "place": "Room 204", "link": "https://meet.example/champions",
        "person": str(meeting.other.id),
    }  # fmt: skip


def door(meeting: Round) -> str:
    return f"/cycles/{meeting.case.cycle.id}/huddles"


def test_the_program_office_calls_one(meeting: Round, as_person: As) -> None:
    page = as_person(meeting.case.program).submit(f"{door(meeting)}/new", sent(meeting), to=door(meeting))
    assert page.path == "/huddles/H-2"
    for words in ("Huddle of 7 December 2026", "09:30", "Room 204", "Marcus Bell"):
        assert words in page.text
    assert 'href="https://meet.example/champions"' in page.html
    assert "7 December 2026" in as_person(meeting.other).get(door(meeting)).text
    assert "Take notes" in as_person(meeting.other).get("/huddles/H-2").text


def test_nobody_else_calls_one_and_only_its_host_moves_it(meeting: Round, as_person: As) -> None:
    for person in (meeting.host, meeting.other, meeting.case.sponsor, meeting.leader):
        browser = as_person(person)
        browser.get(f"{door(meeting)}/new", expect=403)
        browser.post(door(meeting), sent(meeting), expect=403)
    for person in (meeting.other, meeting.case.deputy):
        as_person(person).get(f"{meeting.url}/edit", expect=403)
        as_person(person).post(f"{meeting.url}/edit", sent(meeting), expect=403)
    assert len(db.session.scalars(select(Huddle)).all()) == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("meets_on", "", "Write the day"), ("meets_on", "2031-01-01", "outside the cycle"),
        ("meets_on", TODAY.isoformat(), "on that day already"), ("begins", "noon", "hours and minutes"),
        ("link", "javascript:alert(1)", "beginning with https"), ("place", "x" * 301, "300 characters"),
        ("person", "1", "Choose somebody"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_and_nothing_typed_is_lost(
    meeting: Round, as_person: As, field: str, value: str, words: str
) -> None:
    value = str(meeting.case.colleague.id) if field == "person" else value
    page = as_person(meeting.case.program).post(door(meeting), sent(meeting) | {field: value}, expect=422)
    assert words in page.errors[field]
    typed = page.form(door(meeting)).values
    assert {name: typed[name] for name in ("place", "link")} == {
        name: (sent(meeting) | {field: value})[name] for name in ("place", "link")
    }
    assert len(db.session.scalars(select(Huddle)).all()) == 1


def test_it_moves_and_two_at_once_see_both(meeting: Round, as_person: As) -> None:
    seen, edit = str(meeting.huddle.lock), f"{meeting.url}/edit"
    as_person(meeting.host).submit(edit, {"place": "Library"})
    program = as_person(meeting.case.program)
    page = program.post(edit, sent(meeting) | {"lock": seen}, expect=409)
    assert "Library" in page.text
    program.post(edit, page.form(edit).values)
    db.session.rollback()
    assert db.session.get_one(Huddle, meeting.huddle.id).place == "Room 204"
    assert [event.verb for event in db.session.scalars(select(Event))] == ["huddle.changed", "huddle.changed"]


def test_a_closed_cycle_has_no_more(meeting: Round, as_person: As) -> None:
    meeting.case.cycle.state = CycleState.CLOSED
    db.session.commit()
    program = as_person(meeting.case.program)
    program.get(f"{door(meeting)}/new", expect=409)
    program.get(f"{meeting.url}/edit", expect=409)
    assert "The huddle is closed" in program.post(door(meeting), sent(meeting), expect=422).text


def test_the_calendar_shows_it_to_who_may_read_it(meeting: Round, as_person: As) -> None:
    day = f"/calendar?shows=all&month={TODAY:%Y-%m}"
    assert meeting.url in as_person(meeting.other).get(day).html
    assert meeting.url in as_person(meeting.leader).get(day).html
    assert meeting.url not in as_person(meeting.case.colleague).get(day).html


def test_who_hosts_one_that_is_over_is_asked_to_close_it(meeting: Round, as_person: As) -> None:
    meeting.huddle.meets_on = TODAY - timedelta(days=1)
    db.session.commit()
    assert "Close the minutes of the huddle of" in as_person(meeting.host).get("/today").text
    assert meeting.url not in as_person(meeting.other).get("/today").html
