"""Actions with owners and dates, blockers raised from the huddle, and where both are found again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.check_ins.models import Blocker
from app.extensions import db
from app.huddles import queries
from app.huddles.models import ActionState, HuddleAction, HuddleState
from app.notices.models import Notice
from tests.huddles import given
from tests.huddles.given import LAST, NEXT, Round
from tests.support.builders import TODAY
from tests.support.client import Client

As = Callable[[Person], Client]


def sent(owner: Person) -> dict[str, str]:
    return {"words": "Ask Legal for a date", "person": str(owner.id), "due_on": NEXT.isoformat()}


def told(to: Person) -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Notice.kind).where(Notice.person_id == to.id)))


def test_one_is_agreed_its_owner_is_told_and_finds_it_in_today(meeting: Round, as_person: As) -> None:
    promised = given.milestone(meeting.case)
    door = f"{meeting.url}/actions/new?point=milestone-{promised.id}"
    page = as_person(meeting.host).submit(door, sent(meeting.other))
    assert "Ask Legal for a date" in page.text
    made = db.session.scalars(select(HuddleAction)).one()
    assert (made.point, made.owner_id, made.due_on) == (f"milestone-{promised.id}", meeting.other.id, NEXT)
    assert told(meeting.other) == ["huddle_action"]
    today = as_person(meeting.other).get("/today")
    assert "Ask Legal for a date" in today.text
    assert "Meet in the huddle of" in today.text
    assert [one.words for one in queries.actions_of(meeting.other.id)] == ["Ask Legal for a date"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("words", " ", "Write what is to be done"), ("words", "x" * 100_000, "1,000 characters"),
        ("person", "0", "Choose somebody"), ("person", "99999999999", "Choose somebody"),
        ("due_on", "soon", "year-month-day"), ("due_on", (TODAY - timedelta(days=1)).isoformat(), "is past"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_it(meeting: Round, as_person: As, field: str, value: str, words: str) -> None:
    page = as_person(meeting.host).post(f"{meeting.url}/actions", sent(meeting.other) | {field: value}, expect=422)
    assert words in page.errors[field]
    assert "Ask Legal" in page.form(f"{meeting.url}/actions").values["words"] or field == "words"
    assert db.session.scalars(select(HuddleAction)).all() == []


def test_only_who_runs_it_agrees_and_changes(meeting: Round, as_person: As) -> None:
    made = given.action(meeting.huddle, meeting.other)
    for person in (meeting.case.deputy, meeting.other, meeting.leader):
        browser = as_person(person)
        browser.post(f"{meeting.url}/actions", sent(person), expect=403)
        browser.get(f"{made.path}/edit", expect=403)
        browser.post(f"{made.path}/edit", sent(person), expect=403)
    as_person(meeting.case.colleague).get(made.path, expect=404)
    as_person(meeting.case.deputy).post(f"{made.path}/outcomes", {"state": "done", "words": "x"}, expect=403)


def test_its_owner_says_what_came_of_it(meeting: Round, as_person: As) -> None:
    made = given.action(meeting.huddle, meeting.other)
    owner, way = as_person(meeting.other), f"{made.path}/outcomes"
    page = owner.submit(made.path, {"state": "done", "words": ""}, to=way, expect=422)
    assert "Write what came of it" in page.errors["words"]
    seen = str(given.again(made).lock)
    assert "They sign on Monday." in owner.submit(made.path, {"state": "done", "words": "They sign on Monday."}, to=way)
    made = given.again(made)
    assert (made.state, made.outcome, made.ended_on) == (ActionState.DONE, "They sign on Monday.", TODAY)
    late = as_person(meeting.host).post(way, {"state": "dropped", "words": "No", "lock": seen}, expect=409)
    assert late.form(way).values["words"].strip() == "No"
    assert given.again(made).state is ActionState.DONE
    as_person(meeting.host).submit(made.path, {"state": "open", "words": "They did not."}, to=way)
    assert (given.again(made).state, given.again(made).ended_on) == (ActionState.OPEN, None)
    assert told(meeting.other) == ["huddle_action"]


def test_another_takes_it_over_and_is_told(meeting: Round, as_person: As) -> None:
    made = given.action(meeting.huddle, meeting.other)
    seen, edit = str(made.lock), f"{made.path}/edit"
    as_person(meeting.host).submit(edit, {"person": str(meeting.case.deputy.id)})
    assert told(meeting.case.deputy) == ["huddle_action"]
    page = as_person(meeting.case.program).post(
        edit, sent(meeting.other) | {"words": "Call Legal", "lock": seen}, expect=409
    )
    assert "Sam Oyelaran" in page.text
    assert page.form(edit).values["words"].strip() == "Call Legal"


def test_a_closed_huddle_takes_no_more_actions_but_their_outcomes(meeting: Round, as_person: As) -> None:
    before = given.huddle(meeting.case, LAST, number=2, state=HuddleState.CLOSED)
    made = given.action(before, meeting.other, due_on=TODAY - timedelta(days=1))
    host = as_person(meeting.host)
    page = host.post(f"/huddles/{before.ref}/actions", sent(meeting.other), expect=422)
    assert "The huddle is closed" in page.text
    host.get(f"/huddles/{before.ref}/actions/new", expect=409)
    assert "late" in host.get(f"/huddles/{before.ref}").text
    host.submit(made.path, {"state": "dropped", "words": "Too late."}, to=f"{made.path}/outcomes")
    assert given.again(made).state is ActionState.DROPPED


def test_a_team_raises_what_is_stuck_and_the_sponsor_is_asked(meeting: Round, as_person: As) -> None:
    case = meeting.case
    page = as_person(case.deputy).submit(
        f"{meeting.url}/blockers/new", {"plan_id": str(case.plan.id), "words": "Nobody signs on Fridays."}
    )
    assert "Nobody signs on Fridays." in page.text
    assert "Ruth Alvarez is asked" in page.text
    found = db.session.scalars(select(Blocker)).one()
    assert (found.check_in_id, found.asked_of_id) == (None, case.sponsor.id)
    assert told(case.sponsor) == ["blocker_raised"]
    sponsor = as_person(case.sponsor)
    sponsor.get(f"{meeting.url}/blockers/new", expect=403)
    sponsor.post(f"{meeting.url}/blockers", {"plan_id": str(case.plan.id), "words": "x"}, expect=403)


def test_nobody_raises_for_another_team_and_nothing_without_words(meeting: Round, as_person: As) -> None:
    way, plan_id = f"{meeting.url}/blockers", str(meeting.case.plan.id)
    as_person(meeting.other).post(way, {"plan_id": plan_id, "words": "x"}, expect=403)
    host = as_person(meeting.host)
    assert "Write what is stuck" in host.post(way, {"plan_id": plan_id, "words": " "}, expect=422).errors["words"]
    page = host.post(way, {"plan_id": "999", "words": "Nobody signs."}, expect=422)
    assert "Choose a plan" in page.errors["plan_id"]
    assert page.form(way).values["words"].strip() == "Nobody signs."
    assert db.session.scalars(select(Blocker)).all() == []
