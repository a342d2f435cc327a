"""What the responsible person does with a report: acknowledge, ask, accept, decline, fix."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from time_machine import Traveller

from app.core import clock as time
from app.core.database import transaction
from app.core.errors import NotNow
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.pain_points.actions.answer import answer
from app.pain_points.models import PainPoint, Reply, State
from tests.pain_points.conftest import World
from tests.support.client import Client

Browser = Callable[..., Client]
WORDS = "You were right. The print shop changes the number on Monday."
STEPS = {
    "acknowledgements": State.ACKNOWLEDGED,
    "questions": State.NEEDS_FACTS,
    "acceptances": State.ACCEPTED,
    "refusals": State.DECLINED,
    "fixes": State.FIXED,
}


def replies(point: PainPoint) -> list[str]:
    return list(db.session.scalars(select(Reply.words).where(Reply.pain_point_id == point.id).order_by(Reply.id)))


def again(point: PainPoint) -> PainPoint:
    db.session.expire_all()
    return db.session.get_one(PainPoint, point.id)


@pytest.mark.parametrize(("where", "state"), STEPS.items())
def test_responsible_person_answers_and_the_reporter_is_told(
    as_person: Browser, world: World, where: str, state: State
) -> None:
    point = world.report(world.colleague)
    page = as_person(world.champion).post(f"/pain-points/{point.ref}/{where}", {"words": WORDS})
    assert page.path == f"/pain-points/{point.ref}"
    assert again(point).state is state
    assert replies(point) == [WORDS]
    assert WORDS in page.text
    told = db.session.scalars(select(Notice).where(Notice.person_id == world.colleague.id)).one()
    assert told.path == f"/pain-points/{point.ref}"
    event = db.session.scalars(select(Event).order_by(Event.id.desc())).first()
    assert event is not None
    assert event.actor_id == world.champion.id
    assert WORDS not in str(event.data)


@pytest.mark.parametrize("where", [*STEPS, "reroutings"])
@pytest.mark.parametrize("who", ["colleague", "stranger", "auditor", "leader", "sponsor"])
def test_others_are_refused(as_person: Browser, world: World, where: str, who: str) -> None:
    point = world.report()
    sent = {"words": WORDS, "office": "records"}
    as_person(getattr(world, who)).post(f"/pain-points/{point.ref}/{where}", sent, expect=403)
    assert again(point).state is State.RECEIVED
    assert replies(point) == []


ALL = [*STEPS, "reroutings", "facts", "confirmations", "reopenings", "sightings", "plan-links"]


@pytest.mark.parametrize("where", ALL)
def test_steps_are_not_taken_by_looking(as_person: Browser, client: Client, world: World, where: str) -> None:
    point = world.report()
    as_person(world.champion).get(f"/pain-points/{point.ref}/{where}", expect=405)
    client.post(f"/pain-points/{point.ref}/{where}", {"words": WORDS}, expect=401)


def test_program_office_steps_in_but_not_for_its_own_report(as_person: Browser, world: World) -> None:
    others, own = world.report(), world.report(world.program)
    browser = as_person(world.program)
    browser.post(f"/pain-points/{others.ref}/acceptances", {"words": WORDS})
    browser.post(f"/pain-points/{own.ref}/acceptances", {"words": WORDS}, expect=403)
    assert again(others).state is State.ACCEPTED
    assert again(own).state is State.RECEIVED


def test_champion_may_answer_their_own_report_and_the_page_says_so(as_person: Browser, world: World) -> None:
    point = world.report(world.champion)
    page = as_person(world.champion).post(f"/pain-points/{point.ref}/acceptances", {"words": WORDS})
    assert "Who answers is also who reported it." in page.text


@pytest.mark.parametrize("where", STEPS)
def test_answer_without_words_is_asked_for_them(as_person: Browser, world: World, where: str) -> None:
    point = world.report()
    page = as_person(world.champion).post(f"/pain-points/{point.ref}/{where}", {"words": " \n "}, expect=422)
    assert "Write what the reporter will read" in page.errors["reply-words"]
    assert again(point).state is State.RECEIVED


def test_the_same_answer_twice_is_one(as_person: Browser, world: World) -> None:
    point = world.report()
    for _ in range(2):
        as_person(world.champion).post(f"/pain-points/{point.ref}/acceptances", {"words": WORDS})
    assert replies(point) == [WORDS]


def test_a_step_that_no_longer_fits_keeps_what_was_typed(as_person: Browser, world: World) -> None:
    point = world.report()
    browser = as_person(world.champion)
    browser.post(f"/pain-points/{point.ref}/acceptances", {"words": WORDS})
    page = browser.post(f"/pain-points/{point.ref}/questions", {"words": "Which letter was it?"}, expect=409)
    assert "Which letter was it?" in page.html
    assert replies(point) == [WORDS]


def test_too_long_an_answer_is_refused_and_kept(as_person: Browser, world: World) -> None:
    point = world.report()
    page = as_person(world.champion).post(
        f"/pain-points/{point.ref}/acceptances", {"words": "long " * 2001}, expect=422
    )
    assert "10,000 characters" in page.text
    assert "long long" in page.html


def test_unknown_report_is_not_found(as_person: Browser, world: World) -> None:
    as_person(world.champion).post("/pain-points/PP-999999/acceptances", {"words": WORDS}, expect=404)
    as_person(world.champion).get("/pain-points/PP-999999", expect=404)


def test_asking_stops_the_clock_and_facts_move_the_date(as_person: Browser, world: World, clock: Traveller) -> None:
    point = world.report(world.colleague)
    as_person(world.champion).post(f"/pain-points/{point.ref}/questions", {"words": "Which letter?"})
    assert again(point).paused_on == date(2026, 11, 23)
    assert again(point).acknowledged_on == date(2026, 11, 23)
    clock.move_to(time.now().replace(day=30))  # a Monday later: five working days
    due = point.answer_due_on
    as_person(world.colleague).post(f"/pain-points/{point.ref}/facts", {"words": "The blue one."})
    found = again(point)
    assert found.state is State.ACKNOWLEDGED
    assert found.paused_on is None
    assert found.answer_due_on == date(2026, 12, 28)
    assert found.answer_due_on > due


def test_the_first_answer_stays_the_answer(as_person: Browser, world: World, clock: Traveller) -> None:
    point = world.report()
    as_person(world.champion).post(f"/pain-points/{point.ref}/acceptances", {"words": WORDS})
    clock.move_to(time.now().replace(day=30))
    as_person(world.champion).post(f"/pain-points/{point.ref}/refusals", {"words": "The law forbids it after all."})
    found = again(point)
    assert found.state is State.DECLINED
    assert found.answered_on == date(2026, 11, 23)


def test_two_decisions_at_once_lose_none_silently(world: World) -> None:
    point = world.report()
    with transaction():
        mine = db.session.get_one(PainPoint, point.id)
        answer("decline", mine, "No.", by=world.champion, at=time.now(), language="en")
    with transaction():
        mine = db.session.get_one(PainPoint, point.id)
        with pytest.raises(NotNow):
            answer("accept", mine, "Yes.", by=world.program, at=time.now(), language="en")
    assert replies(point) == ["No."]
