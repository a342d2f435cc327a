"""The link in the mail: one check-in, once, without signing in; and what is said where it cannot be used any more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Person, RoleGrant
from app.champions.models import SeatState
from app.check_ins.models import Blocker, CheckIn, CheckInLink, CheckInState
from app.extensions import db
from app.plans.models import PlanState
from tests.check_ins import given
from tests.check_ins.conftest import Office
from tests.check_ins.given import Case
from tests.hostile.raw import send
from tests.support.builders import AT, TODAY
from tests.support.client import BROWSER, Client

As = Callable[[Person], Client]
TOLD = {"moved": "Two desks write orders.", "stuck": "The court wants paper.", "needed": "A word with the clerk."}


@pytest.fixture
def link(office: Office) -> str:
    office.round()
    return office.link()


def state(case: Case) -> CheckInState:
    return given.check_ins(case)[-1].state


def test_three_answers_without_signing_in(case: Case, link: str, client: Client) -> None:
    page = client.submit(link, TOLD)
    assert "Your answers are in." in page
    (found,) = given.check_ins(case)
    assert (found.state, found.moved, found.answered_by_id) == (
        CheckInState.ANSWERED, TOLD["moved"], case.champion.id,
    )  # fmt: skip
    assert db.session.scalars(select(CheckInLink)).one().used_at == AT


def test_opening_it_often_spends_nothing(case: Case, link: str, client: Client) -> None:
    for _ in range(3):
        client.get(link)
    assert state(case) is CheckInState.OPEN
    assert "Your answers are in." in client.submit(link, TOLD)


def test_it_is_no_way_in(case: Case, link: str, client: Client) -> None:
    client.submit(link, TOLD)
    assert client.browser.get_cookie(client.app.config["SESSION_COOKIE_NAME"]) is None
    assert client.get(f"{case.url}/check-ins").path.startswith("/sign-in")


def test_neither_logs_nor_other_sites_learn_of_it(link: str, client: Client) -> None:
    answer = client.browser.get(link)
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_another_site_cannot_send_it(case: Case, link: str, app: Flask) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}):
        assert send(app.test_client(), link, "POST", data=TOLD, headers=headers).status_code == 403
    assert state(case) is CheckInState.OPEN


def test_an_old_browser_that_names_its_origin_is_taken(case: Case, link: str, app: Flask) -> None:
    answer = send(app.test_client(), link, "POST", data=TOLD, headers={"Origin": "http://localhost"})
    assert answer.status_code == 200
    assert state(case) is CheckInState.ANSWERED


def refused(client: Client, link: str) -> None:
    """GET says so; POST too, and what was typed stands there to be copied."""
    assert "This link no longer works" in client.get(link, expect=410)
    page = client.post(link, TOLD, csrf=False, headers=BROWSER, expect=410)
    assert all(words in page for words in TOLD.values())
    assert "Nothing was saved." in page
    assert any("/check-ins" in href or href == "/sign-in" for _, href in page.links)


def test_a_second_time_it_is_refused_and_the_first_answer_stands(case: Case, link: str, client: Client) -> None:
    client.submit(link, {"moved": "The first."})
    refused(client, link)
    assert given.check_ins(case)[0].moved == "The first."


def test_after_two_weeks_it_is_over(case: Case, link: str, client: Client, clock: time_machine.Traveller) -> None:
    clock.move_to(AT + timedelta(days=13))
    client.get(link)
    clock.move_to(AT + timedelta(days=14))
    refused(client, link)
    assert state(case) is CheckInState.OPEN


def test_answered_in_the_app_it_is_over(case: Case, link: str, client: Client, as_person: As) -> None:
    as_person(case.deputy).submit(f"{case.url}/check-ins/new", {"moved": "By the deputy."})
    refused(client, link)
    assert given.check_ins(case)[0].moved == "By the deputy."


def test_after_the_seat_ended_it_is_over_and_says_who_speaks_now(case: Case, link: str, client: Client) -> None:
    for held in db.session.scalars(select(RoleGrant).where(RoleGrant.seat_id == case.seat.id)):
        held.to_on = TODAY
    case.seat.state, case.seat.to_on = SeatState.ENDED, TODAY
    db.session.commit()
    refused(client, link)
    assert "no longer champion or deputy" in client.get(link, expect=410)
    assert "the program office" in client.get(link, expect=410)


def test_a_closed_account_cannot_use_it(case: Case, link: str, client: Client) -> None:
    case.champion.is_active = False
    db.session.commit()
    refused(client, link)


def test_while_the_plan_rests_it_is_refused(case: Case, link: str, client: Client) -> None:
    case.plan.state = PlanState.STOPPED
    db.session.commit()
    refused(client, link)


@pytest.mark.parametrize("token", ["nonsense", "x" * 2000, "%F0%9F%8C%80"])
def test_an_unknown_one_keeps_what_was_typed(case: Case, client: Client, token: str) -> None:
    refused(client, f"/check-ins/{token}")


def test_too_much_is_said_beside_the_field_and_the_link_is_not_spent(case: Case, link: str, client: Client) -> None:
    page = client.submit(link, {"moved": "x" * 100_000}, expect=422)
    assert "Shorten this" in page.errors["moved"]
    page = client.submit(link, {}, expect=422)
    assert "Write at least one line" in page.errors["moved"]
    assert "Your answers are in." in client.submit(link, TOLD)


def test_what_is_stuck_rises_from_here_too(case: Case, link: str, client: Client) -> None:
    assert "Ruth Alvarez is asked to help." in client.submit(link, {**TOLD, "is_blocker": "y"})
    assert db.session.scalars(select(Blocker.asked_of_id)).one() == case.sponsor.id


def test_it_speaks_the_language_of_whom_it_was_sent_to(case: Case, office: Office, client: Client) -> None:
    case.champion.language = "ar"
    db.session.commit()
    office.round()
    assert 'dir="rtl"' in client.get(office.link()).html
    assert 'dir="rtl"' not in client.get("/sign-in").html


def test_it_answers_its_own_check_in_only(case: Case, link: str, client: Client) -> None:
    other = given.case(number=13)
    given.asked(other)
    client.submit(link, TOLD)
    assert given.check_ins(other)[0].state is CheckInState.OPEN
    assert db.session.scalar(select(CheckIn.id).where(CheckIn.state == CheckInState.ANSWERED)) is not None
