"""Promising milestones in a draft: new, changed, taken out."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.milestones.models import Milestone
from app.plans.models import VersionState
from tests.milestones import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
PROMISE = {
    "name": "First desk writes orders", "due_on": "2026-12-01", "owner": "Legal unit", "shown_by": "The first order",
}  # fmt: skip


def door(cast: given.Cast) -> str:
    return f"/plans/{cast.plan.ref}/milestones"


def names() -> list[str]:
    db.session.expire_all()
    return list(db.session.scalars(select(Milestone.name).order_by(Milestone.id)))


@pytest.mark.parametrize("who", ["champion", "deputy"])
def test_the_team_promises_a_milestone(as_person: As, who: str) -> None:
    cast = given.cast()
    page = as_person(getattr(cast, who)).submit(f"{door(cast)}/new", PROMISE)
    assert "First desk writes orders" in page.text
    made = db.session.scalars(select(Milestone)).one()
    assert made.first_due_on == made.due_on == date(2026, 12, 1)
    event = db.session.scalars(select(Event).where(Event.verb == "milestone.created")).one()
    assert "First desk" not in str(event.data)


def test_others_do_not_promise_for_an_office(as_person: As) -> None:
    cast = given.cast()
    for person, status in ((cast.stranger, 404), (cast.colleague, 404), (cast.program, 403), (cast.auditor, 403)):
        as_person(person).post(door(cast), PROMISE, expect=status)
        as_person(person).get(f"{door(cast)}/new", expect=status)
    assert names() == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", " ", "Write what will be reached"), ("due_on", "", "Write the day"),
        ("owner", "", "Write who sees to it"),
        ("due_on", "soon", "year-month-day"), ("due_on", "0001-01-01", "year-month-day"),
        ("shown_by", "", "Write what will"),
        ("name", "x" * 301, "Shorten this"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_beside_its_field(as_person: As, field: str, value: str, words: str) -> None:
    cast = given.cast()
    page = as_person(cast.champion).post(door(cast), {**PROMISE, field: value}, expect=422)
    assert words in page.errors[field]
    assert page.form(door(cast)).values["shown_by"] == {**PROMISE, field: value}["shown_by"]
    assert names() == []


def test_more_than_eight_may_be_promised_but_not_without_end(as_person: As) -> None:
    cast = given.cast()
    for number in range(60):
        build.milestone(cast.plan, f"Step {number}")
    page = as_person(cast.champion).post(door(cast), PROMISE, expect=422)
    assert "at most 60 milestones" in page.text


def test_a_draft_promise_is_changed_with_its_first_date(as_person: As) -> None:
    cast = given.cast()
    made = build.milestone(cast.plan, owner="Legal unit", shown_by="The first order")
    as_person(cast.champion).submit(f"{door(cast)}/{made.id}/edit", {"due_on": "2027-01-15"})
    db.session.expire_all()
    assert made.first_due_on == made.due_on == date(2027, 1, 15)


def test_two_who_edit_the_same_one_see_both_texts(as_person: As) -> None:
    cast = given.cast()
    made = build.milestone(cast.plan, owner="Legal unit", shown_by="The first order")
    where = f"{door(cast)}/{made.id}/edit"
    deputy = as_person(cast.deputy)
    stale = dict(deputy.get(where).form(where).values)
    as_person(cast.champion).submit(where, {"name": "Desk one writes orders"})
    page = deputy.post(where, {**stale, "name": "All desks write orders"}, expect=409)
    assert "Desk one writes orders" in page.text
    assert page.form(where).values["name"] == "All desks write orders"
    deputy.post(where, dict(page.form(where).values))
    assert names() == ["All desks write orders"]


def test_a_submitted_promise_is_not_edited_any_more(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    champion = as_person(cast.champion)
    champion.get(f"{door(cast)}/{made.id}/edit", expect=409)
    page = champion.post(f"{door(cast)}/{made.id}/edit", {**PROMISE, "name": "Other", "lock": made.lock}, expect=422)
    assert "no draft" in page.text
    champion.post(door(cast), PROMISE, expect=422)
    build.version(cast.plan, cast.champion, number=2)
    champion.post(f"{door(cast)}/{made.id}/edit", {**PROMISE, "name": "Other", "lock": made.lock}, expect=409)
    assert names() == ["First desk writes orders"]


def test_after_a_return_the_promise_can_be_changed_again(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    cast.plan.versions[0].state = VersionState.RETURNED
    db.session.commit()
    build.version(cast.plan, cast.champion, number=2)
    as_person(cast.champion).submit(f"{door(cast)}/{made.id}/edit", {"name": "Desk one writes orders"})
    assert names() == ["Desk one writes orders"]
    as_person(cast.champion).post(f"{door(cast)}/{made.id}/removals", expect=409)


def test_what_was_never_submitted_can_be_taken_out(as_person: As) -> None:
    cast = given.cast()
    removals = f"{door(cast)}/{build.milestone(cast.plan).id}/removals"
    as_person(cast.program).post(removals, expect=403)
    as_person(cast.champion).get(removals, expect=405)
    as_person(cast.champion).post(removals)
    assert names() == []
    as_person(cast.champion).post(removals, expect=404)


def test_what_only_the_draft_holds_is_not_for_everyone(as_person: As) -> None:
    cast = given.cast()
    given.promised(cast.plan)
    build.version(cast.plan, cast.champion, number=2)
    made = build.milestone(cast.plan, "Second desk", owner="Legal unit", shown_by="Orders")
    assert "Second desk" in as_person(cast.champion).get(door(cast)).text
    assert "Second desk" not in as_person(cast.colleague).get(door(cast)).text
    as_person(cast.colleague).get(f"{door(cast)}/{made.id}", expect=404)
