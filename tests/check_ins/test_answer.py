"""Telling in the app how it goes: asked or unasked, by champion or deputy, in under a minute."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.check_ins.models import Blocker, CheckInState
from app.core.events import Event
from app.extensions import db
from app.plans.models import PlanState
from tests.check_ins import given
from tests.check_ins.given import Case
from tests.support.builders import AT, TODAY
from tests.support.client import Client

As = Callable[[Person], Client]
TOLD = {"moved": "Two desks write orders.", "stuck": "The court wants paper.", "needed": "A word with the clerk."}


def test_the_champion_answers_what_was_asked(case: Case, as_person: As) -> None:
    given.asked(case)
    page = as_person(case.champion).submit(f"{case.url}/check-ins/new", TOLD)
    assert page.path == f"{case.url}/check-ins"
    assert all(words in page for words in (*TOLD.values(), "Dana Whitfield", "Your answers are in."))
    (found,) = given.check_ins(case)
    assert (found.state, found.answered_by_id, found.answered_on) == (CheckInState.ANSWERED, case.champion.id, TODAY)
    event = db.session.scalars(select(Event).order_by(Event.id.desc())).first()
    assert event is not None
    assert "court" not in repr(event.data)


def test_the_deputy_answers_and_one_line_is_enough(case: Case, as_person: As) -> None:
    given.asked(case)
    page = as_person(case.deputy).submit(f"{case.url}/check-ins/new", {"needed": "Nothing, thank you."})
    assert "Nothing, thank you." in page


def test_unasked_is_welcome_too_but_once_a_day(case: Case, as_person: As) -> None:
    champion = as_person(case.champion)
    champion.submit(f"{case.url}/check-ins/new", TOLD)
    page = champion.submit(f"{case.url}/check-ins/new", {"moved": "One more desk."}, expect=409)
    assert "This plan has told today how it goes." in page
    assert page.form().values["moved"].strip() == "One more desk."
    assert len(given.check_ins(case)) == 1


def test_repeating_the_same_send_is_harmless(case: Case, as_person: As) -> None:
    given.asked(case)
    champion = as_person(case.champion)
    champion.post(f"{case.url}/check-ins", TOLD)
    champion.post(f"{case.url}/check-ins", TOLD, expect=409)
    assert len(given.check_ins(case)) == 1


@pytest.mark.parametrize("who", ["colleague", "sponsor", "program"])
def test_others_may_not_answer(case: Case, as_person: As, who: str) -> None:
    given.asked(case)
    as_person(getattr(case, who)).post(f"{case.url}/check-ins", TOLD, expect=403)
    assert given.check_ins(case)[0].state is CheckInState.OPEN


def test_colleagues_do_not_read_it_and_the_sponsor_does(case: Case, as_person: As) -> None:
    as_person(case.colleague).get(f"{case.url}/check-ins", expect=403)
    assert "Nothing was told yet." in as_person(case.sponsor).get(f"{case.url}/check-ins")


def test_opening_the_form_changes_nothing(case: Case, as_person: As) -> None:
    given.asked(case)
    as_person(case.champion).get(f"{case.url}/check-ins/new")
    assert given.check_ins(case)[0].state is CheckInState.OPEN


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({}, "moved", "Write at least one line"),
        ({"moved": " \r\n\x00 "}, "moved", "Write at least one line"),
        ({"moved": "Fine.", "is_blocker": "y"}, "stuck", "Write what is stuck"),
        ({"stuck": "x" * 100_000}, "stuck", "Shorten this to 5,000 characters."),
    ],
)
def test_what_is_missing_or_too_long_is_said_beside_the_field(
    case: Case, as_person: As, sent: dict[str, str], field: str, words: str
) -> None:
    given.asked(case)
    page = as_person(case.champion).submit(f"{case.url}/check-ins/new", sent, expect=422)
    assert words in page.errors[field]
    assert page.form(f"{case.url}/check-ins").values["stuck"].strip() == sent.get("stuck", "")
    assert given.check_ins(case)[0].state is CheckInState.OPEN


def test_a_plan_that_rests_tells_nothing(case: Case, as_person: As) -> None:
    case.plan.state = PlanState.PAUSED
    db.session.commit()
    page = as_person(case.champion).submit(f"{case.url}/check-ins/new", TOLD, expect=409)
    assert "nobody is asked about it" in page
    assert TOLD["moved"] in page.form(f"{case.url}/check-ins").values["moved"]


def test_one_tick_makes_what_is_stuck_a_blocker_for_the_sponsor(case: Case, as_person: As) -> None:
    given.asked(case)
    page = as_person(case.champion).submit(f"{case.url}/check-ins/new", {**TOLD, "is_blocker": "y"})
    assert "Ruth Alvarez is asked to help." in page
    (found,) = db.session.scalars(select(Blocker))
    assert (found.words, found.asked_of_id, found.level_id) == (TOLD["stuck"], case.sponsor.id, case.office.id)


def test_long_histories_come_page_by_page(case: Case, as_person: As) -> None:
    for number in range(30):
        on = TODAY - timedelta(days=14 * number)
        given.asked(case, on, state=CheckInState.SILENT)
    page = as_person(case.champion).get(f"{case.url}/check-ins")
    assert len(page.with_class("gw-story__entry")) == 25
    (following,) = [href for _, href in page.links if "after=" in href]
    assert len(as_person(case.champion).get(following).with_class("gw-story__entry")) == 5


def test_it_can_be_in_any_script(case: Case, as_person: As) -> None:
    words = "\u202eنقلنا خطوة · ย้ายแล้ว · 动了 · Κίνηση <b>x</b>"
    page = as_person(case.champion).submit(f"{case.url}/check-ins/new", {"moved": words})
    assert words in page.text
    assert given.check_ins(case)[0].answered_at == AT
