"""What came of a small test: written once, beside what was predicted; notes stand beside both."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.plans.models import PlanState
from app.trials.models import Act, TrialNote
from tests.milestones.given import Cast
from tests.support.client import Client
from tests.trials import given

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def door(cast: Cast, trial_id: int) -> str:
    return f"/plans/{cast.plan.ref}/trials/{trial_id}"


def test_what_happened_stands_beside_what_was_predicted(as_person: As) -> None:
    cast = given.cast()
    made = given.running(cast)
    page = as_person(cast.champion).submit(f"{door(cast, made.id)}/studies/new", given.STUDIED)
    for words in (given.SENT["prediction"], "Two of three signed", "Ask before the form", "Adopt it", "66.7"):
        assert words in page.text
    assert (made.act, made.ended_on, made.studied_on) == (Act.ADOPT, date(2026, 11, 20), date(2026, 11, 23))


def test_only_the_team_writes_it_and_once(as_person: As) -> None:
    cast = given.cast()
    made = given.running(cast)
    way = f"{door(cast, made.id)}/studies"
    for person in cast.readers:
        as_person(person).get(f"{way}/new", expect=403)
        as_person(person).post(way, given.STUDIED, expect=403)
        as_person(person).post(f"{door(cast, made.id)}/notes", {"words": "x"}, expect=403)
    as_person(cast.champion).get(way, expect=405)
    as_person(cast.champion).post(way, given.STUDIED)
    page = as_person(cast.deputy).post(way, given.STUDIED | {"happened": "Only one signed"}, expect=422)
    assert "Somebody wrote down already what happened." in page.text
    assert page.form(way).values["happened"].strip() == "Only one signed"
    assert made.happened == "Two of three signed"
    assert [event.verb for event in db.session.scalars(select(Event))] == ["trial.studied"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("happened", " ", "Write what happened"), ("learned", "", "Write what you learned"), ("act", "", "Choose one"),
        ("act", "forget", "Choose one"), ("ended_on", "2026-11-24", "still to come"),
        ("ended_on", "2026-11-08", "before the first day"), ("result", "x", "is not a number"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    as_person: As, field: str, value: str, words: str
) -> None:
    cast = given.cast()
    made = given.running(cast)
    sent = given.STUDIED | {field: value}
    page = as_person(cast.champion).post(f"{door(cast, made.id)}/studies", sent, expect=422)
    assert words in page.errors[field]
    typed = page.form(f"{door(cast, made.id)}/studies").values
    assert all(typed[name].strip() == text.strip() for name, text in sent.items() if name != "act")
    assert made.studied_on is None


def test_what_has_not_begun_is_not_studied_and_takes_no_notes(as_person: As) -> None:
    cast = given.cast()
    made = given.trial(cast)
    champion = as_person(cast.champion)
    champion.get(f"{door(cast, made.id)}/studies/new", expect=409)
    assert "has not begun" in champion.post(f"{door(cast, made.id)}/studies", given.STUDIED, expect=422).text
    page = champion.post(f"{door(cast, made.id)}/notes", {"words": "Ready to go"}, expect=422)
    assert "has not begun" in page.text


def test_a_note_corrects_in_sight_of_everyone_and_changes_nothing(as_person: As) -> None:
    cast = given.cast()
    made = given.studied(cast)
    way = f"{door(cast, made.id)}/notes"
    page = as_person(cast.deputy).post(way, {"words": "The counter was closed on Tuesday"})
    assert "The counter was closed on Tuesday" in page.text
    assert "Sam Oyelaran" in page.text
    assert made.prediction == given.SENT["prediction"]
    page = as_person(cast.champion).post(way, {"words": "y" * 100_000}, expect=422)
    assert "5,000 characters" in page.errors["words"]
    assert len(db.session.scalars(select(TrialNote)).all()) == 1


def test_what_is_over_and_not_studied_says_for_how_long(as_person: As, clock: time_machine.Traveller) -> None:
    cast = given.cast()
    given.running(cast)
    assert "over for 10 days, not studied" in as_person(cast.colleague).get(f"/plans/{cast.plan.ref}/trials").text
    clock.move_to(date(2026, 11, 12))
    assert "1 day left" in as_person(cast.colleague).get(f"/plans/{cast.plan.ref}/trials").text


def test_a_test_that_ran_when_its_plan_ended_can_still_be_studied(as_person: As) -> None:
    cast = given.cast()
    made = given.running(cast)
    cast.plan.state = PlanState.STOPPED
    db.session.commit()
    as_person(cast.champion).submit(f"{door(cast, made.id)}/studies/new", given.STUDIED)
    assert made.studied_on == date(2026, 11, 23)
