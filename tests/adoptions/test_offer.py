"""Offering a proven change to like offices, and taking one up oneself."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask, get_template_attribute
from flask_babel import force_locale
from sqlalchemy import select

from app.accounts.models import Person
from app.adoptions import labels, proof, queries
from app.adoptions.models import Adoption, State
from app.adoptions.proof import Level
from app.core.events import Event
from app.extensions import db
from app.measures.models import Kind, Signal
from app.notices.models import Notice
from app.plans.models import PlanState, VersionMeasure
from tests.adoptions import given
from tests.adoptions.given import Spread
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
TODAY = date(2026, 11, 23)


def sent(spread: Spread) -> dict[str, str]:
    return given.SENT | {"change_id": str(spread.change.id), "offices": str(spread.like.id)}


def test_the_team_and_the_program_office_offer_it_to_an_office_with_the_same_trouble(as_person: As) -> None:
    spread = given.spread()
    for person in (spread.cast.deputy, spread.cast.program):
        page = as_person(person).get(spread.door)
        assert "Same channels: Counter. 2 similar reports are open. 1 says it in nearly the same words." in page.text
    page = as_person(spread.cast.champion).post(spread.door, sent(spread))
    made = db.session.scalars(select(Adoption)).one()
    assert (made.office_id, made.reports, made.alike, made.grade) == (spread.like.id, 2, 1, 3)
    assert (made.before, made.after, made.channels) == (Decimal(72), Decimal(1), ["counter"])
    assert "Child Support, Harlow" in page.text
    assert db.session.scalars(select(Notice.person_id)).all() == [spread.copier.id]
    assert "is offered to your office: A-1" in as_person(spread.copier).get("/notices").text


def test_others_read_and_do_not_offer(as_person: As) -> None:
    spread = given.spread()
    for person in (spread.cast.colleague, spread.cast.stranger, spread.cast.auditor, spread.copier):
        page = as_person(person).get(spread.door)
        assert "Nobody copies it yet." in page.text
        as_person(person).post(spread.door, sent(spread), expect=403)
    assert db.session.scalars(select(Adoption)).all() == []


def test_it_is_offered_once_and_everyone_sees_it_then(as_person: As) -> None:
    spread = given.spread()
    champion = as_person(spread.cast.champion)
    champion.post(spread.door, sent(spread))
    page = champion.post(spread.door, sent(spread), expect=422)
    assert "Choose at least one office of the list." in page.text
    assert len(db.session.scalars(select(Adoption)).all()) == 1
    assert "Strike four words" in as_person(spread.cast.stranger).get("/adoptions/A-1").text
    assert [event.verb for event in db.session.scalars(select(Event))] == ["adoption.offered"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("offices", "", "at least one office"), ("offices", "999", "at least one office"),
        ("took", " ", "what it took"), ("watch", "x" * 100_000, "5,000 characters"),
        ("change_id", "99999999999", "version in force"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_it_and_nothing_typed_is_lost(
    as_person: As, field: str, value: str, words: str
) -> None:
    spread = given.spread()
    page = as_person(spread.cast.champion).post(spread.door, sent(spread) | {field: value}, expect=422)
    assert words in page.errors[field]
    typed = page.form(spread.door).values
    assert {name: typed[name].strip() for name in ("took", "watch")} == {
        name: (sent(spread) | {field: value})[name].strip() for name in ("took", "watch")
    }
    assert db.session.scalars(select(Adoption)).all() == []


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"grade": 3, "signal": Signal.IMPROVING}, Level.PROVEN),
        ({"grade": 2, "signal": Signal.NONE}, Level.PROMISING),
        ({"grade": 3, "signal": Signal.IMPROVING, "stale_after": date(2026, 11, 1)}, Level.PROMISING),
        ({"grade": 2, "signal": Signal.WORSE}, None),
        ({"grade": 2, "signal": Signal.NONE, "latest": 80}, None),
        ({"grade": 1, "signal": Signal.NONE}, None),
        ({"grade": 4, "signal": Signal.IMPROVING, "kind": Kind.BALANCING}, None),
    ],
)  # fmt: skip
def test_what_is_proven_is_computed(fields: dict[str, object], level: Level | None) -> None:
    spread = given.spread()
    for name, value in fields.items():
        setattr(spread.measure, name, value)
    db.session.commit()
    found = proof.of_plan(spread.cast.plan, TODAY)
    assert (found.level if found else None) == level


def test_what_is_not_proven_or_was_stopped_is_not_offered(as_person: As) -> None:
    spread = given.spread(grade=1, signal=Signal.NONE)
    champion = as_person(spread.cast.champion)
    assert "Nothing is proven yet" in champion.get(spread.door).text
    assert "Nothing shows yet that it helps." in champion.post(spread.door, sent(spread), expect=422).text
    assert "Nothing to copy here yet" in champion.get("/adoptions").text
    spread.measure.grade, spread.measure.signal = 3, Signal.IMPROVING
    spread.cast.plan.state = PlanState.STOPPED
    db.session.commit()
    assert "Nothing is proven yet" in champion.get(spread.door).text


def test_any_seat_takes_a_proven_change_up_by_itself(as_person: As) -> None:
    spread = given.spread()
    way, fields = f"{spread.door}/own", {"change_id": str(spread.change.id), "office_id": str(spread.like.id)}
    as_person(spread.cast.colleague).post(way, fields, expect=403)
    as_person(spread.cast.champion).get(way, expect=405)
    copier = as_person(spread.copier)
    page = copier.post(way, fields)
    assert page.path == "/adoptions/A-1"
    assert "The office took it up by itself." in page.text
    assert "has this change already" in copier.post(way, fields).text
    assert "version in force" in copier.post(way, fields | {"change_id": "x"}).text


def test_what_can_be_copied_is_found_by_channel_and_words(as_person: As) -> None:
    spread = given.spread()
    given.offered(spread)
    copier = as_person(spread.copier)
    page = copier.get("/adoptions")
    for words in ("Proven.", "Strike four words", "Worked in 1 office", "Waits for your office"):
        assert words in page.text
    assert "Strike four words" in as_person(spread.cast.stranger).get("/adoptions?channel=counter&q=").text
    assert "Nothing to copy here yet" in as_person(spread.cast.stranger).get("/adoptions?channel=phone").text
    assert "Nothing to copy here yet" in copier.get("/adoptions?q=zebra&after=99999999999999").text


def test_an_offer_waits_on_the_first_page_of_the_seat_and_counts_when_its_time_has_come(as_person: As) -> None:
    spread = given.spread()
    given.offered(spread)
    page = as_person(spread.copier).get("/today")
    assert "Adopt it?" in page.text
    assert "It helped in Child Support." in page.text
    assert "2 with a clock running out." in page.text  # its plan is late too
    assert "Adopt it?" not in as_person(spread.cast.champion).get("/today").text


def test_the_plan_knows_its_copies_in_one_question_and_draws_them_in_short(app: Flask) -> None:
    spread = given.spread()
    given.offered(spread, state=State.FAILED, outcome="The judge sent back one in ten")
    rows, plan = queries.for_plan(spread.cast.plan.id), spread.cast.plan
    assert [(row.office, row.outcome) for row in rows] == [("Child Support, Harlow", "The judge sent back one in ten")]
    with app.test_request_context("/"), force_locale("en"):
        drawn = get_template_attribute("adoptions/on_plan.html", "on_plan")(rows, plan, labels)
    for words in ("Did not work here", "The judge sent back one in ten", "1 copy", f"/plans/{plan.ref}/spread"):
        assert words in drawn


def test_the_outcome_speaks_before_what_is_done_on_the_way() -> None:
    spread = given.spread()
    process = build.measure(
        spread.cast.office, spread.cast.champion, "Calls", kind=Kind.PROCESS, grade=4, signal=Signal.IMPROVING
    )
    build.save(VersionMeasure(version_id=spread.change.version_id, measure_id=process.id, position=1))
    found = proof.of_plan(spread.cast.plan, TODAY)
    assert found is not None
    assert found.measure_id == spread.measure.id
