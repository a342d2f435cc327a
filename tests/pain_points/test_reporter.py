"""What a reporter says back: with a name on the report's page, without one by four words."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from app.core.events import Event
from app.extensions import db
from app.pain_points import receipt
from app.pain_points.models import PainPoint, Reply, State
from tests.pain_points.conftest import World
from tests.support.client import BROWSER, Client

Browser = Callable[..., Client]
FOUR = ("maple", "lantern", "river", "teapot")


def anonymous(world: World, client: Client, state: State = State.RECEIVED, **fields: Any) -> PainPoint:
    hashed = receipt.hash_of(FOUR, str(client.app.config["SECRET_KEY"]))
    return world.report(receipt_hash=hashed, state=state, **fields)


def again(point: PainPoint) -> PainPoint:
    return db.session.get_one(PainPoint, point.id, populate_existing=True)


@pytest.mark.parametrize("typed", ["maple lantern river teapot", " 1 Maple, 2 LANTERN; 3 river\n4 Teapot. "])
def test_four_words_open_the_story(client: Client, world: World, typed: str) -> None:
    point = anonymous(world, client)
    page = client.submit("/report/answer", {"four_words": typed})
    assert page.h1 == point.title
    assert "Dana Whitfield answers" in page.text
    assert "Set-Cookie" not in page.response.headers


@pytest.mark.parametrize("typed", ["maple lantern teapot river", "maple lantern river", "", "a b c d", "ü ö ä " * 200])
def test_other_words_open_nothing(client: Client, world: World, typed: str) -> None:
    anonymous(world, client)
    page = client.submit("/report/answer", {"four_words": typed}, expect=422)
    assert page.errors["four_words"]


def test_four_words_are_not_read_from_another_site(client: Client, world: World) -> None:
    anonymous(world, client)
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    for where in ("", "/facts", "/confirmations", "/reopenings"):
        client.post(f"/report/answer{where}", {"four_words": " ".join(FOUR)}, csrf=False, headers=elsewhere, expect=403)


def test_anonymous_facts_keep_the_day_only(client: Client, world: World) -> None:
    point = anonymous(world, client, State.NEEDS_FACTS)
    sent = {"four_words": " ".join(FOUR), "words": "The blue letter."}
    page = client.post("/report/answer/facts", sent, csrf=False)
    assert "The blue letter." in page.text
    assert again(point).state is State.ACKNOWLEDGED
    reply = db.session.scalars(select(Reply)).one()
    assert (reply.author_id, reply.written_at) == (None, None)
    event = db.session.scalars(select(Event).order_by(Event.id.desc())).first()
    assert event is not None
    assert (event.verb, event.actor_id, event.at.hour) == ("pain_point.facts_given", None, 0)


def test_the_same_facts_twice_are_one(client: Client, world: World) -> None:
    anonymous(world, client, State.NEEDS_FACTS)
    sent = {"four_words": " ".join(FOUR), "words": "The blue letter."}
    client.post("/report/answer/facts", sent, csrf=False)
    client.post("/report/answer/facts", sent, csrf=False, expect=409)
    assert len(db.session.scalars(select(Reply)).all()) == 1


def test_anonymous_reporter_confirms_once_and_may_reopen(client: Client, world: World) -> None:
    point = anonymous(world, client, State.FIXED)
    words = {"four_words": " ".join(FOUR)}
    for _ in range(2):
        client.post("/report/answer/confirmations", words, csrf=False)
    assert again(point).state is State.CONFIRMED
    client.post("/report/answer/reopenings", words, csrf=False, expect=422)
    client.post("/report/answer/reopenings", words | {"words": "It rings out again."}, csrf=False)
    assert again(point).state is State.ACCEPTED


def test_a_session_is_not_looked_at_when_four_words_are_read(as_person: Browser, client: Client, world: World) -> None:
    anonymous(world, client)
    browser = as_person(world.colleague)
    answer = browser.browser.post("/report/answer", data={"four_words": " ".join(FOUR)}, headers=BROWSER)
    assert answer.status_code == 200
    assert world.colleague.name not in answer.text


@pytest.mark.parametrize(
    ("where", "state", "after"),
    [
        ("facts", State.NEEDS_FACTS, State.ACKNOWLEDGED),
        ("confirmations", State.FIXED, State.CONFIRMED),
        ("reopenings", State.FIXED, State.ACCEPTED),
    ],
)
def test_named_reporter_says_back_and_others_may_not(
    as_person: Browser, world: World, where: str, state: State, after: State
) -> None:
    point = world.report(world.colleague, state=state)
    for other in (world.stranger, world.champion, world.auditor, world.program):
        as_person(other).post(f"/pain-points/{point.ref}/{where}", {"words": "Not mine"}, expect=403)
    assert again(point).state is state
    as_person(world.colleague).post(f"/pain-points/{point.ref}/{where}", {"words": "Mine"})
    assert again(point).state is after


def test_words_are_needed_for_facts(as_person: Browser, world: World) -> None:
    point = world.report(world.colleague, state=State.NEEDS_FACTS)
    page = as_person(world.colleague).post(f"/pain-points/{point.ref}/facts", {"words": ""}, expect=422)
    assert "Write it down here." in page.text
    assert again(point).state is State.NEEDS_FACTS


def test_there_are_enough_words_and_each_only_once() -> None:
    words = receipt.all_words()
    assert len(set(words)) == len(words) >= 1024
    assert all(word.isascii() and word.islower() and word.isalpha() for word in words)
    assert receipt.parse(" ".join(receipt.make())) is not None


def test_the_hash_depends_on_the_secret() -> None:
    assert receipt.hash_of(FOUR, "one secret") != receipt.hash_of(FOUR, "another secret")
