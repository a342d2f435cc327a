"""What came of a milestone: started, done, dropped, promised anew."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.milestones.models import Milestone, Replanning, State
from app.plans.models import PlanState
from tests.milestones import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
SENT = {
    "starts": {"started_on": "2026-11-20"},
    "completions": {"done_on": "2026-11-20", "evidence": "The first order, signed on 20 November"},
    "drops": {"reason": "The court took it over"},
    "replannings": {"due_on": "2027-01-15", "reason": "The tablet comes in January"},
}
ALL = list(SENT)


def door(cast: given.Cast, milestone: Milestone) -> str:
    return f"/plans/{cast.plan.ref}/milestones/{milestone.id}"


def test_it_is_started_and_done_with_what_shows_it(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    champion = as_person(cast.champion)
    champion.submit(f"{door(cast, made)}/starts/new", SENT["starts"])
    assert made.state is State.STARTED
    page = champion.submit(f"{door(cast, made)}/completions/new", SENT["completions"])
    assert "The first order, signed on 20 November" in page.text
    assert "done in time" in page.text
    assert (made.state, made.done_on) == (State.DONE, date(2026, 11, 20))


def test_it_is_dropped_with_a_reason_that_stays(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    page = as_person(cast.deputy).submit(f"{door(cast, made)}/drops/new", SENT["drops"])
    assert "The court took it over" in page.text
    assert (made.state, made.dropped_on) == (State.DROPPED, date(2026, 11, 23))


def test_another_day_stands_beside_the_first_one(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    page = as_person(cast.champion).submit(f"{door(cast, made)}/replannings/new", SENT["replannings"])
    assert "1 December 2026" in page.text
    assert "15 January 2027" in page.text
    assert (made.first_due_on, made.due_on) == (date(2026, 12, 1), date(2027, 1, 15))
    moved = db.session.scalars(select(Replanning)).one()
    assert (moved.from_due_on, moved.moved_on) == (date(2026, 12, 1), date(2026, 11, 23))


@pytest.mark.parametrize("step", ALL)
def test_only_the_team_tells_what_came(as_person: As, step: str) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    for person in cast.readers:
        as_person(person).get(door(cast, made))
        as_person(person).get(f"{door(cast, made)}/{step}/new", expect=403)
        as_person(person).post(f"{door(cast, made)}/{step}", SENT[step], expect=403)
    as_person(cast.champion).get(f"{door(cast, made)}/{step}", expect=405)
    assert (made.state, made.due_on) == (State.PLANNED, date(2026, 12, 1))


@pytest.mark.parametrize("step", ["starts", "completions", "drops"])
def test_a_step_taken_twice_counts_once(as_person: As, step: str) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    champion = as_person(cast.champion)
    champion.post(f"{door(cast, made)}/{step}", SENT[step])
    champion.post(f"{door(cast, made)}/{step}", SENT[step], expect=409)
    assert len(db.session.scalars(select(Event)).all()) == 1


def test_the_same_day_twice_is_no_new_promise(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    as_person(cast.champion).post(f"{door(cast, made)}/replannings", SENT["replannings"])
    page = as_person(cast.champion).post(f"{door(cast, made)}/replannings", SENT["replannings"], expect=422)
    assert "promised for this day already" in page.text
    assert len(db.session.scalars(select(Replanning)).all()) == 1


@pytest.mark.parametrize(
    ("step", "field", "value", "words"),
    [
        ("starts", "started_on", "2026-11-24", "still to come"),
        ("completions", "done_on", "2026-11-24", "still to come"),
        ("completions", "evidence", " ", "Write what shows"), ("drops", "reason", "", "Write why"),
        ("replannings", "reason", "", "Write why"), ("replannings", "due_on", "", "Write the new day"),
        ("completions", "done_on", "31.12.2026", "year-month-day"),
    ],
)  # fmt: skip
def test_what_is_missing_or_to_come_is_said_and_nothing_typed_is_lost(
    as_person: As, step: str, field: str, value: str, words: str
) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    sent = {**SENT[step], field: value}
    page = as_person(cast.champion).post(f"{door(cast, made)}/{step}", sent, expect=422)
    assert words in page.errors[field]
    typed = page.form(f"{door(cast, made)}/{step}").values
    assert all(typed[name].strip() == text.strip() for name, text in sent.items())
    assert made.state is State.PLANNED


def test_it_is_not_done_before_it_was_started(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    as_person(cast.champion).post(f"{door(cast, made)}/starts", SENT["starts"])
    early = {**SENT["completions"], "done_on": "2026-11-19"}
    page = as_person(cast.champion).post(f"{door(cast, made)}/completions", early, expect=422)
    assert "before the day it was started" in page.errors["done_on"]


@pytest.mark.parametrize("step", ALL)
def test_a_draft_has_no_steps_and_an_ended_plan_neither(as_person: As, step: str) -> None:
    cast = given.cast()
    made = build.milestone(cast.plan)
    champion = as_person(cast.champion)
    champion.post(f"{door(cast, made)}/{step}", SENT[step], expect=409)
    given.accept(cast.plan)
    cast.plan.state = PlanState.COMPLETED
    db.session.commit()
    champion.get(f"{door(cast, made)}/{step}/new", expect=409)
    champion.post(f"{door(cast, made)}/{step}", SENT[step], expect=409)
    assert made.state is State.PLANNED


def test_a_milestone_of_another_plan_is_not_found(as_person: As) -> None:
    cast, other = given.cast(), given.cast()
    made = given.promised(other.plan)
    as_person(cast.champion).post(f"/plans/{cast.plan.ref}/milestones/{made.id}/starts", SENT["starts"], expect=404)
