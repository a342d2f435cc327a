"""No write is taken without the token of the very session that sends it; what was written once is not rewritten."""

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.extensions import db
from tests.guards.acting import OWN_SESSION, Stage, fingerprint
from tests.guards.test_access_matrix import WRITES, rules
from tests.hostile.raw import send
from tests.support.builders import AT
from tests.support.client import BROWSER, Client

NEEDS_NO_TOKEN = {
    "pain_points.create", "pain_points.show_answer", "pain_points.give_facts_by_words",
    "pain_points.confirm_by_words", "pain_points.reopen_by_words", "check_ins.spend_link",
}  # fmt: skip
GUARDED = [name for name in WRITES if name not in NEEDS_NO_TOKEN]


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(scope="module")
def agency(stage: Stage) -> Iterator[Flask]:
    with stage.copy() as app:
        yield app


@pytest.mark.parametrize("kind", ["none", "foreign", "another session's"])
def test_a_write_without_its_own_token_changes_nothing(agency: Flask, stage: Stage, kind: str) -> None:
    client, other = Client(agency), Client(agency)
    client.sign_in(stage.world.people["program office"])
    other.sign_in(stage.world.people["champion"])
    token = {"none": "", "foreign": "IjEyMyI.x.y", "another session's": other.csrf_token()}[kind]
    client.csrf_token()
    stage.world.places.setdefault(OWN_SESSION, "1")
    before = fingerprint()
    for name in GUARDED:
        path = stage.world.path(name, rules()[name].rule)
        answer = send(client.browser, path, "POST", data={"csrf_token": token, "lock": "1"}, headers=BROWSER)
        assert answer.status_code == 400, f"{path}: {answer.status_code}"
    assert fingerprint() == before


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "nonsense"])
def test_the_intake_without_a_session_is_refused_from_other_sites(agency: Flask, stage: Stage, site: str) -> None:
    before = fingerprint()
    headers = {"Sec-Fetch-Site": site, "Origin": "http://evil.example"} if site else {"Origin": "null"}
    for name in NEEDS_NO_TOKEN:
        path = stage.world.path(name, rules()[name].rule)
        fields = {"who": "nobody", "four_words": "a b c d"}
        answer = send(agency.test_client(), path, "POST", data=fields, headers=headers)
        assert answer.status_code == 403, f"{path}: {answer.status_code}"
    assert fingerprint() == before


REWRITES = (
    "UPDATE event SET verb = 'x'", "DELETE FROM event", "UPDATE event SET hash = NULL",
    "INSERT INTO event SELECT * FROM event",
)  # fmt: skip
BY_REPLACING = ("REPLACE INTO event SELECT * FROM event", "UPDATE OR REPLACE event SET id = 1")


@pytest.mark.parametrize("statement", [*REWRITES, *BY_REPLACING, "TRUNCATE event"])
def test_the_log_cannot_be_rewritten_by_hand(agency: Flask, stage: Stage, statement: str) -> None:
    client = Client(agency)
    client.sign_in(stage.world.people["program office"])
    client.submit("/account", {"name": "Pat Program"}, to="/account")
    before = fingerprint()["event"]
    assert db.session.execute(text("SELECT count(*) FROM event")).scalar()
    try:
        with pytest.raises(DBAPIError):
            db.session.execute(text(statement))
    finally:
        db.session.rollback()
    assert fingerprint()["event"] == before


def test_a_cookie_that_was_copied_is_worth_nothing_after_signing_out(agency: Flask, stage: Stage) -> None:
    client = Client(agency)
    client.sign_in(stage.world.people["frontline"])
    stolen = client.browser.get_cookie(agency.config["SESSION_COOKIE_NAME"])
    assert stolen is not None
    client.post("/sign-out")
    thief = agency.test_client(use_cookies=False)
    answer = send(thief, "/today", headers={"Cookie": f"{stolen.key}={stolen.value}"})
    assert answer.headers["Location"].startswith("/sign-in")
