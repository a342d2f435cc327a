"""Planning a small test, changing it before it begins, taking it out."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.plans.models import PlanState
from app.trials.models import Trial
from app.trials.queries import MOST
from tests.milestones import given as milestones
from tests.milestones.given import Cast
from tests.support.client import Client
from tests.trials import given

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def door(cast: Cast) -> str:
    return f"/plans/{cast.plan.ref}/trials"


def test_the_team_plans_one_with_what_it_predicts(as_person: As) -> None:
    cast = given.cast()
    measure = given.measured(cast)
    sent = given.SENT | {"measure_id": str(measure.id)}
    page = as_person(cast.deputy).submit(f"{door(cast)}/new", sent, to=door(cast))
    made = db.session.scalars(select(Trial)).one()
    assert page.path == f"{door(cast)}/{made.id}"
    assert "Half of them sign at once" in page.text
    assert "Written on 23 November 2026, before it began." in page.text
    assert (made.number, made.predicted, made.measure_id) == (1, Decimal(50), measure.id)
    assert "planned a small test" in page.text


def test_readers_of_the_plan_read_and_do_not_write(as_person: As) -> None:
    cast = given.cast()
    made = given.trial(cast)
    for person in cast.readers:
        browser = as_person(person)
        assert given.SENT["question"] in browser.get(door(cast)).text
        browser.get(f"{door(cast)}/{made.id}")
        browser.get(f"{door(cast)}/new", expect=403)
        browser.post(door(cast), given.SENT, expect=403)
        browser.get(f"{door(cast)}/{made.id}/edit", expect=403)
        browser.post(f"{door(cast)}/{made.id}/edit", given.SENT, expect=403)
        browser.post(f"{door(cast)}/{made.id}/removals", expect=403)
    as_person(cast.champion).get(f"{door(cast)}/{made.id}/removals", expect=405)
    assert len(db.session.scalars(select(Trial)).all()) == 1


def test_a_plan_that_nobody_reads_yet_hides_its_tests(as_person: As) -> None:
    cast = milestones.cast()
    made = given.trial(cast)
    stranger = as_person(cast.stranger)
    stranger.get(door(cast), expect=404)
    stranger.get(f"{door(cast)}/{made.id}", expect=404)
    stranger.post(door(cast), given.SENT, expect=404)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("question", " ", "Write the question"), ("prediction", "", "before it begins"), ("starts_on", "soon", "year-"),
        ("ends_on", "2026-11-29", "before the first"), ("ends_on", "2029-01-01", "at most a year"),
        ("predicted", "many", "is not a number"), ("predicted", "9" * 30, "too large"),
        ("measure_id", "999", "measure of this plan"), ("action", "x" * 100_000, "5,000 characters"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_beside_it_and_nothing_typed_is_lost(
    as_person: As, field: str, value: str, words: str
) -> None:
    cast = given.cast()
    sent = given.SENT | {field: value}
    page = as_person(cast.champion).post(door(cast), sent, expect=422)
    assert words in page.errors[field]
    typed = page.form(door(cast)).values
    assert {name: typed[name].strip() for name in sent if name != "measure_id"} == {
        name: text.strip() for name, text in sent.items() if name != "measure_id"
    }
    assert db.session.scalars(select(Trial)).all() == []


def test_it_changes_until_the_day_before_it_begins(as_person: As, clock: time_machine.Traveller) -> None:
    cast = given.cast()
    made = given.trial(cast)
    champion, edit = as_person(cast.champion), f"{door(cast)}/{made.id}/edit"
    page = champion.submit(edit, {"prediction": "Nearly all sign"})
    assert "Nearly all sign" in page.text
    assert made.predicted_on == date(2026, 11, 23)
    clock.move_to(date(2026, 11, 30))
    champion = as_person(cast.champion)
    champion.get(edit, expect=409)
    page = champion.post(edit, given.SENT | {"prediction": "I knew it", "lock": str(made.lock)}, expect=422)
    assert "The test has begun, so what was predicted stands." in page.text
    assert page.form(edit).values["prediction"].strip() == "I knew it"
    assert "has begun" in champion.post(f"{door(cast)}/{made.id}/removals").text
    assert made.prediction == "Nearly all sign"


def test_other_words_do_not_renew_the_day_of_the_prediction(as_person: As) -> None:
    cast = given.cast()
    made = given.trial(cast)
    as_person(cast.champion).submit(f"{door(cast)}/{made.id}/edit", {"place": "Desk three"})
    assert (made.place, made.predicted_on) == ("Desk three", date(2026, 11, 2))


def test_a_prediction_that_comes_late_is_called_none(as_person: As) -> None:
    cast = given.cast()
    late = given.SENT | {"starts_on": "2026-11-20", "ends_on": "2026-11-27"}
    page = as_person(cast.champion).post(door(cast), late)
    assert "Written on 23 November 2026, 3 days after it began: no prediction." in page.text


def test_two_who_change_it_at_once_see_both_texts(as_person: As) -> None:
    cast = given.cast()
    made = given.trial(cast)
    seen, edit = str(made.lock), f"{door(cast)}/{made.id}/edit"
    as_person(cast.deputy).post(edit, given.SENT | {"prediction": "A third", "lock": seen})
    champion = as_person(cast.champion)
    page = champion.post(edit, given.SENT | {"prediction": "Two thirds", "lock": seen}, expect=409)
    assert "A third" in page.text
    assert page.form(edit).values["prediction"].strip() == "Two thirds"
    champion.post(edit, page.form(edit).values)
    assert made.prediction == "Two thirds"


def test_it_is_taken_out_before_it_begins_and_the_log_keeps_that(as_person: As) -> None:
    cast = given.cast()
    made = given.trial(cast)
    champion, way = as_person(cast.champion), f"{door(cast)}/{made.id}/removals"
    assert "taken out" in champion.post(way).text
    champion.post(way, expect=404)
    assert db.session.scalars(select(Trial)).all() == []
    assert [event.verb for event in db.session.scalars(select(Event))] == ["trial.removed"]


def test_an_ended_plan_takes_no_more_and_a_full_one_neither(as_person: As) -> None:
    cast = given.cast()
    for number in range(MOST):
        db.session.add(
            Trial(
                plan_id=cast.plan.id, number=number + 1, question="Q", action="A", prediction="P",
                starts_on=date(2026, 11, 30), ends_on=date(2026, 12, 4), predicted_on=date(2026, 11, 2),
            )
        )  # fmt: skip
    db.session.commit()
    champion = as_person(cast.champion)
    assert "at most 60 small tests" in champion.post(door(cast), given.SENT, expect=422).text
    cast.plan.state = PlanState.COMPLETED
    db.session.commit()
    champion.get(f"{door(cast)}/new", expect=409)
    assert "The plan has ended" in champion.post(door(cast), given.SENT, expect=422).text
