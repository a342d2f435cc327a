"""The list: filters, orders, pages, counts, CSV; as many questions to the database at any size."""

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert

from app.core.database import transaction
from app.extensions import db
from app.offices.models import ChannelKind
from app.pain_points.models import PainPoint, Stage, State
from app.search import index
from tests.pain_points.conftest import World
from tests.support import builders
from tests.support.client import Client
from tests.support.pages import Page
from tests.support.queries import Counted

Browser = Callable[..., Client]
Queries = Callable[[], AbstractContextManager[Counted]]
MOST_QUERIES = 12


def titles(page: Page) -> list[str]:
    return page.with_class("gw-thing")


def many(world: World, count: int) -> None:
    """Reports in one statement, number rising; every third is answered, every fifth overdue."""
    made = [
        {
            "number": 200_000 + n, "office_id": world.office.id, "responsible_id": world.champion.id,
            "is_anonymous": True, "language": "en", "title": f"Report {n}", "happening": f"Report {n}",
            "suggestion": "", "frequency": "daily", "customers": "1-5", "channel": "phone", "stage": "waiting",
            "state": "accepted" if n % 3 == 0 else "received", "received_on": builders.TODAY,
            "ack_due_on": builders.TODAY, "smallest_group": 5, "sighting_count": 0, "people_per_month": n,
            "answer_due_on": builders.TODAY + timedelta(days=-1 if n % 5 == 0 else n % 30), "minutes_per_month": 0,
            "answered_on": builders.TODAY if n % 3 == 0 else None, "lock": 1, "salt": b"x" * 16,
        }
        for n in range(count)
    ]  # fmt: skip
    db.session.execute(insert(PainPoint), made)
    db.session.commit()


def test_newest_first_and_pages_forth_and_back(as_person: Browser, world: World) -> None:
    many(world, 60)
    browser = as_person(world.colleague)
    first = browser.get("/pain-points")
    assert titles(first) == [f"Report {n}" for n in range(59, 34, -1)]
    second = browser.get(dict(first.links)["Next"])
    assert titles(second) == [f"Report {n}" for n in range(34, 9, -1)]
    third = browser.get(dict(second.links)["Next"])
    assert titles(third) == [f"Report {n}" for n in range(9, -1, -1)]
    assert "Next" not in dict(third.links)
    assert titles(browser.get(dict(third.links)["Previous"])) == titles(second)
    assert titles(browser.get(dict(second.links)["Previous"])) == titles(first)


def test_clock_first_shows_what_waits_for_an_answer_by_its_date(as_person: Browser, world: World) -> None:
    many(world, 60)
    browser = as_person(world.colleague)
    first = browser.get("/pain-points?sort=clock")
    wanted = sorted((n for n in range(60) if n % 3), key=lambda n: (-1 if n % 5 == 0 else n % 30, n))
    assert titles(first) == [f"Report {n}" for n in wanted[:25]]
    second = browser.get(dict(first.links)["Next"])
    assert titles(second) == [f"Report {n}" for n in wanted[25:]]
    assert titles(browser.get(dict(second.links)["Previous"])) == titles(first)


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        ("open", {"received", "late", "facts", "accepted", "fixed"}),
        ("to_answer", {"received", "late"}),
        ("late", {"late"}),
        ("needs_facts", {"facts"}),
        ("fixed", {"fixed"}),
        ("closed", {"declined", "confirmed"}),
        ("declined", {"declined"}),
        ("all", {"received", "late", "facts", "accepted", "fixed", "declined", "confirmed"}),
        ("nonsense", {"received", "late", "facts", "accepted", "fixed"}),
    ],
)
def test_each_state_filter(as_person: Browser, world: World, state: str, wanted: set[str]) -> None:
    done: dict[str, Any] = {"answered_on": builders.TODAY}
    world.report(title="received")
    world.report(title="late", answer_due_on=date(2026, 11, 20))
    world.report(title="facts", state=State.NEEDS_FACTS, paused_on=builders.TODAY)
    world.report(title="accepted", state=State.ACCEPTED, **done)
    world.report(title="fixed", state=State.FIXED, **done)
    world.report(title="declined", state=State.DECLINED, **done)
    world.report(title="confirmed", state=State.CONFIRMED, **done)
    page = as_person(world.colleague).get(f"/pain-points?state={state}")
    assert set(titles(page)) == wanted
    pills = {words.rstrip("0123456789 "): words.split()[-1] for words, _ in page.links}
    assert [pills[name] for name in ("All open", "To answer", "Late", "Waiting for facts")] == ["5", "2", "1", "1"]


def test_office_channel_stage_and_words_narrow(as_person: Browser, world: World) -> None:
    desk = builders.office("Elm Street", world.office, slug="elm-street")
    one = builders.pain_point(desk, world.champion, title="Elm", channel=ChannelKind.COUNTER, stage=Stage.AFTER)
    builders.pain_point(world.other, world.program, title="Records")
    with transaction():
        index.store(one.id, ("Elm", "People wait ten weeks for an order"))
    browser = as_person(world.colleague)
    for asked in ("office=child-support", "office=elm-street", "channel=counter", "stage=after", "words=weeks+ORDER"):
        assert titles(browser.get(f"/pain-points?{asked}")) == ["Elm"], asked
    assert len(titles(browser.get("/pain-points?office=family-services"))) == 2
    assert "Nothing fits these filters." in browser.get("/pain-points?words=%22*+NEAR(&channel=mail").text


@pytest.mark.parametrize("asked", ["after=abc", "after=99999999999999999999", "before=-1", "after=1", "office=none"])
def test_an_address_that_leads_nowhere_shows_the_first_page(as_person: Browser, world: World, asked: str) -> None:
    world.report(title="There")
    assert titles(as_person(world.colleague).get(f"/pain-points?{asked}")) == ["There"]


def test_not_signed_in_comes_back_after_signing_in(client: Client, world: World) -> None:
    assert client.get("/pain-points", follow=False, expect=303).location.startswith("/sign-in")
    assert client.get("/pain-points.csv", follow=False, expect=303).location.startswith("/sign-in")


@pytest.mark.parametrize(
    "path", ["/pain-points", "/pain-points?sort=clock", "/pain-points?office=child-support&words=x"]
)
def test_as_many_queries_at_any_size(as_person: Browser, world: World, queries: Queries, path: str) -> None:
    browser = as_person(world.champion)
    numbers = []
    for count in (25, 1000):
        db.session.execute(delete(PainPoint))
        db.session.commit()
        many(world, count)
        browser.get(path)
        with queries() as counted:
            browser.get(path)
        numbers.append(len(counted))
    assert numbers[0] == numbers[1] <= MOST_QUERIES, "\n".join(counted.statements)


def test_a_report_with_a_long_story_asks_no_more_than_a_short_one(
    as_person: Browser, world: World, queries: Queries
) -> None:
    point = world.report(world.colleague)
    seen = {"frequency": "daily", "customers": "1-5"}
    browser = as_person(world.champion)
    numbers = []
    for person in (world.stranger, world.leader, world.program):
        as_person(person).post(f"/pain-points/{point.ref}/sightings", seen)
        browser.post(f"/pain-points/{point.ref}/acknowledgements", {"words": "Read."}, expect=200)
        with queries() as counted:
            browser.get(f"/pain-points/{point.ref}")
        numbers.append(len(counted))
    assert numbers[0] == numbers[-1] <= MOST_QUERIES


def test_csv_holds_the_selection_without_names_and_runs_nothing(as_person: Browser, world: World) -> None:
    world.report(world.colleague, title="=1+1", happening='@SUM(A1) "quoted"\nsecond line', sighting_count=2)
    world.report(title="Declined", state=State.DECLINED)
    page = as_person(world.champion).get("/pain-points.csv?state=open")
    assert page.response.mimetype == "text/csv"
    text = page.body.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Title"] for row in rows] == ["'=1+1"]
    assert rows[0]["What happens"] == '\'@SUM(A1) "quoted"\nsecond line'
    assert rows[0]["Colleagues who see it too"] == "fewer than 5"
    assert world.colleague.name not in text


def test_csv_streams_more_than_one_batch(as_person: Browser, world: World) -> None:
    many(world, 1201)
    page = as_person(world.champion).get("/pain-points.csv?state=all")
    assert len(list(csv.reader(io.StringIO(page.body.decode("utf-8-sig"))))) == 1202
