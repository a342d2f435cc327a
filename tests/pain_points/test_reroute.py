"""Sending a report to another office."""

from collections.abc import Callable

from sqlalchemy import select

from app.extensions import db
from app.notices.models import Notice
from app.pain_points.models import PainPoint, Reply, State
from tests.pain_points.conftest import World
from tests.support import builders
from tests.support.client import Client

Browser = Callable[..., Client]
SENT = {"words": "Records prints these letters; they answer you.", "office": "Records"}


def test_the_other_offices_champion_takes_over_and_the_dates_stay(as_person: Browser, world: World) -> None:
    builders.seat(world.other, world.stranger, world.cycle)
    point = world.report(world.colleague)
    dates = (point.ack_due_on, point.answer_due_on)
    as_person(world.champion).post(f"/pain-points/{point.ref}/reroutings", SENT)
    found = db.session.get_one(PainPoint, point.id, populate_existing=True)
    assert (found.office_id, found.responsible_id) == (world.other.id, world.stranger.id)
    assert (found.ack_due_on, found.answer_due_on) == dates
    assert found.state is State.RECEIVED
    told = set(db.session.scalars(select(Notice.person_id)))
    assert told == {world.stranger.id, world.colleague.id}


def test_without_a_champion_there_the_program_office_answers(as_person: Browser, world: World) -> None:
    point = world.report()
    as_person(world.champion).post(f"/pain-points/{point.ref}/reroutings", SENT | {"office": "records"})
    assert db.session.get_one(PainPoint, point.id, populate_existing=True).responsible_id == world.program.id


def test_unknown_and_own_office_are_refused_and_words_are_kept(as_person: Browser, world: World) -> None:
    point = world.report()
    browser = as_person(world.champion)
    for office, words in (("Nowhere", "Choose the office"), ("Child Support", "already"), ("", "Choose")):
        page = browser.post(f"/pain-points/{point.ref}/reroutings", SENT | {"office": office}, expect=422)
        assert words in page.errors["office"]
        assert SENT["words"] in page.html
    assert db.session.scalars(select(Reply)).all() == []


def test_an_answered_report_is_not_passed_on(as_person: Browser, world: World) -> None:
    point = world.report()
    browser = as_person(world.champion)
    browser.post(f"/pain-points/{point.ref}/acceptances", {"words": "We take it."})
    browser.post(f"/pain-points/{point.ref}/reroutings", SENT, expect=409)
    assert db.session.get_one(PainPoint, point.id, populate_existing=True).office_id == world.office.id
