"""What was seen: dated, at any time, beside what is frozen."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.maps import queries
from app.maps.models import Kind, SavedMap
from app.plans.models import PlanState
from tests.maps.given import AFTER, TWO, rows, saved
from tests.milestones.given import Cast, accept, cast
from tests.support.builders import TODAY
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def door(the: Cast, which: str = "observed") -> str:
    return f"/plans/{the.plan.ref}/maps/{which}/edit"


def in_force() -> Cast:
    the = cast()
    saved(the.plan, the.champion)
    accept(the.plan)
    return the


def test_what_was_seen_may_come_while_the_plan_is_in_force(as_person: As) -> None:
    the = in_force()
    page = as_person(the.champion).submit(door(the), {**rows(*TWO), "seen_on": "2026-11-20"})
    assert "Observed 20 November 2026" in page.text
    event = db.session.scalars(select(Event).where(Event.verb == "plan.observed")).one()
    assert (event.data["on"], event.data["steps"]) == ("2026-11-20", 2)


def test_others_add_nothing(as_person: As) -> None:
    the = in_force()
    for person in (the.stranger, the.colleague, the.program, the.auditor):
        as_person(person).post(door(the), {**rows(*TWO), "seen_on": "2026-11-20"}, expect=403)
    assert queries.for_plan(the.plan.id).observed == ()


@pytest.mark.parametrize(
    ("day", "words"), [("", "Write the day"), ("2026-11-24", "still to come"), ("yesterday", "year-month-day")]
)
def test_its_day_is_asked_for(as_person: As, day: str, words: str) -> None:
    the = in_force()
    page = as_person(the.champion).post(door(the), {**rows(*TWO), "seen_on": day}, expect=422)
    assert words in page.errors["seen_on"]
    assert page.form(door(the)).values["name-0"] == TWO[0][0]


def test_a_day_has_one_map_and_a_repetition_is_harmless(as_person: As) -> None:
    the = in_force()
    client, fields = as_person(the.champion), {**rows(*TWO), "seen_on": "2026-11-20"}
    client.post(door(the), fields)
    client.post(door(the), fields)
    page = client.post(door(the), {**fields, "name-0": "Other"}, expect=422)
    assert "a map of this day already" in page.errors["seen_on"]
    assert [len(one.steps) for one in queries.for_plan(the.plan.id).observed] == [2]


def test_it_is_changed_under_its_number(as_person: As) -> None:
    the = in_force()
    saved(the.plan, the.champion, AFTER, Kind.OBSERVED, seen_on=TODAY)
    made = db.session.scalars(select(SavedMap).where(SavedMap.kind == Kind.OBSERVED)).one()
    as_person(the.champion).submit(door(the, str(made.id)), {"name-0": "Write it", "seen_on": "2026-11-22"})
    found = queries.for_plan(the.plan.id).observed
    assert [(str(one.seen_on), one.steps[0].name) for one in found] == [("2026-11-22", "Write it")]
    other = cast()
    as_person(other.champion).get(door(other, str(made.id)), expect=404)


def test_a_plan_that_ended_takes_no_more(as_person: As) -> None:
    the = in_force()
    the.plan.state = PlanState.STOPPED
    db.session.commit()
    page = as_person(the.champion).post(door(the), {**rows(*TWO), "seen_on": "2026-11-20"}, expect=422)
    assert "The plan has ended" in page.text
    assert page.form(door(the)).values["name-0"] == TWO[0][0]


def test_all_who_read_the_plan_see_it(as_person: As) -> None:
    the = in_force()
    saved(the.plan, the.champion, AFTER, Kind.OBSERVED, seen_on=TODAY)
    page = as_person(the.stranger).get(f"/plans/{the.plan.ref}/map")
    assert "Observed 23 November 2026" in page.text
