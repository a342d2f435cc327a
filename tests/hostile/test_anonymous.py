"""After an anonymous report by somebody who is signed in, no row of any table says who or when; nor does the answer."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import inspect, text

from app.extensions import db
from tests.guards.acting import Stage
from tests.hostile.raw import send
from tests.support.builders import AT
from tests.support.client import BROWSER, Client

SENT_AT = AT + timedelta(minutes=47, seconds=13)
SECRET = re.compile(r"09:47|T0947|1795427233")
FIELDS = {
    "happening": "They ask for the same paper three times.", "frequency": "daily", "customers": "1-5",
    "channel": "phone", "stage": "", "who": "nobody", "asks_who": "1", "submission_key": "a-key-of-this-form",
}  # fmt: skip


@pytest.fixture
def agency(stage: Stage) -> Iterator[Flask]:
    with stage.copy() as app:
        yield app


def rows() -> dict[str, set[str]]:
    """All rows of all tables, as they would be read."""
    names = inspect(db.session.connection()).get_table_names()
    found = {name: {repr(tuple(row)) for row in db.session.execute(text(f'SELECT * FROM "{name}"'))} for name in names}
    db.session.rollback()
    return found


def test_nothing_that_is_stored_says_who_or_when(agency: Flask, stage: Stage) -> None:
    person = stage.world.people["frontline"]
    with time_machine.travel(AT, tick=False):
        client = Client(agency)
        client.sign_in(person)
        before = rows()
    with time_machine.travel(SENT_AT, tick=False):
        answer = send(client.browser, "/report/child-support", "POST", data=FIELDS, headers=BROWSER)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    after = rows()
    new = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    assert "pain_point" in new
    assert "sign_in_session" not in new
    told = {name: sorted(found) for name, found in new.items() if SECRET.search("".join(found).replace(", ", ":"))}
    assert told == {}, f"these tables tell the moment: {sorted(told)}"
    assert not any(f"@{person}" in row or "Nadia" in row for found in new.values() for row in found)
    point = db.session.execute(text("SELECT reporter_id, received_at FROM pain_point ORDER BY id DESC LIMIT 1")).one()
    assert tuple(point) == (None, None)
    event = db.session.execute(text("SELECT * FROM event ORDER BY id DESC LIMIT 1")).mappings().one()
    assert event["actor_id"] is None


def test_a_browser_that_is_signed_in_gets_no_cookie_on_the_way_back(agency: Flask, stage: Stage) -> None:
    with time_machine.travel(AT, tick=False):
        client = Client(agency)
        client.sign_in(stage.world.people["frontline"])
        for path in (
            "/report/answer",
            "/report/answer/facts",
            "/report/answer/confirmations",
            "/report/answer/reopenings",
        ):
            answer = send(client.browser, path, "POST", data={"four_words": "a b c d"}, headers=BROWSER)
            assert answer.status_code == 422
            assert "Set-Cookie" not in answer.headers
