"""What a measure says: made for a plan, changed, its sources and dated changes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.measures import queries
from app.measures.models import Intervention, Measure, Source
from app.plans.models import VersionMeasure, VersionState
from tests.measures import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
NEW = {
    "name": "Calls “where is my order?”", "kind": "process", "unit": "count", "direction": "down",
    "cadence": "week",
    "baseline": "207", "baseline_start": "2026-01-01", "baseline_end": "2026-06-30", "target": "50",
    "target_on": "2027-09-30", "source_name": "Phone log", "source_from_on": "2026-01-01",
}  # fmt: skip


def test_the_champion_makes_a_measure_and_the_draft_promises_it(as_person: As) -> None:
    cast = given.cast()
    sent = {**NEW, "owner_id": str(cast.owner.id)}
    page = as_person(cast.champion).submit(f"/plans/{cast.plan.ref}/measures/new", sent)
    assert page.h1 == "Calls “where is my order?”"
    made = db.session.scalars(select(Measure).order_by(Measure.id.desc())).first()
    assert made
    assert (made.baseline, made.owner_id, made.sources[0].name) == (Decimal(207), cast.owner.id, "Phone log")
    assert [link.measure_id for link in queries.links(cast.plan.versions[0])] == [made.id]
    assert made.grade == 1
    assert "Calls" not in str([event.data for event in db.session.scalars(select(Event))])


@pytest.mark.parametrize(
    ("name", "is_proxy", "is_told"),
    [("Calls a week", "", True), ("Calls a week", "y", False), ("Days to an answer", "", False)],
)
def test_a_name_that_counts_calls_is_told_to_be_a_hint_and_saved_all_the_same(
    as_person: As, name: str, is_proxy: str, is_told: bool
) -> None:
    cast = given.cast()
    page = as_person(cast.champion).submit(
        f"/plans/{cast.plan.ref}/measures/new", NEW | {"name": name} | ({"is_proxy": is_proxy} if is_proxy else {})
    )
    assert page.h1 == name
    assert ("By its name it counts calls" in page.text) is is_told


def test_others_make_none(as_person: As) -> None:
    cast = given.cast()
    for person, status in ((cast.stranger, 404), (cast.colleague, 404), (cast.auditor, 403)):
        as_person(person).get(f"/plans/{cast.plan.ref}/measures/new", expect=status)
        as_person(person).post(f"/plans/{cast.plan.ref}/measures/new", NEW, expect=status)
    assert len(db.session.scalars(select(Measure)).all()) == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Write what is counted"), ("kind", "miracle", "Choose one"), ("unit", "", "Choose one"),
        ("baseline", "NaN", "is not a number"), ("target", "-3", "cannot be below 0"),
        ("owner_id", "0", "works in this office"),
        ("owner_id", "x" * 50, "works in this office"), ("baseline_end", "2025-01-01", "lies before the first"),
        ("baseline_end", "", "or neither"), ("target", "", "Write the target"), ("source_name", "", "Write where"),
        ("source_from_on", "", "Write from which day"), ("target_on", "x", "year-month-day"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_field(as_person: As, field: str, value: str, words: str) -> None:
    cast = given.cast()
    sent = {**NEW, "owner_id": str(cast.owner.id), field: value}
    page = as_person(cast.champion).post(f"/plans/{cast.plan.ref}/measures/new", sent, expect=422)
    assert words in " ".join(page.errors.values())
    assert page.form(f"/plans/{cast.plan.ref}/measures/new").values["source_name"] == sent["source_name"]
    assert len(db.session.scalars(select(Measure)).all()) == 1


def test_a_measure_is_changed_by_the_team_only(as_person: As) -> None:
    cast = given.cast()
    where = f"/measures/{cast.measure.ref}/edit"
    as_person(cast.champion).submit(where, {"name": "Days to an order", "target": "1", "target_on": "2027-09-30"})
    db.session.expire_all()
    assert (cast.measure.name, cast.measure.target) == ("Days to an order", Decimal(1))
    for person in (cast.owner, cast.colleague, cast.stranger, cast.auditor):
        as_person(person).get(where, expect=403)
        as_person(person).post(where, {"name": "x"}, expect=403)


def test_two_who_edit_see_both_texts_and_a_new_number_is_no_conflict(as_person: As) -> None:
    cast = given.cast()
    where = f"/measures/{cast.measure.ref}/edit"
    deputy = as_person(cast.deputy)
    stale = dict(deputy.get(where).form(where).values)
    as_person(cast.owner).post(f"/measures/{cast.measure.ref}/observations", {"period": "2026-10", "value": "4"})
    as_person(cast.champion).submit(where, {"name": "Days to an order"})
    page = deputy.post(where, {**stale, "name": "Days until the order"}, expect=409)
    assert "Days to an order" in page.text
    assert page.form(where).values["name"] == "Days until the order"
    db.session.expire_all()
    assert cast.measure.name == "Days to an order"


def test_the_unit_stays_once_there_are_numbers(as_person: As) -> None:
    cast = given.cast()
    given.months(cast.measure, [4], cast.owner)
    page = as_person(cast.champion).submit(f"/measures/{cast.measure.ref}/edit", {"unit": "percent"}, expect=422)
    assert "unit stays" in page.errors["unit"]


def test_a_promise_in_force_is_not_moved(as_person: As) -> None:
    cast = given.cast(target=Decimal(3), target_on=date(2027, 9, 30))
    version = cast.plan.versions[0]
    build.save(VersionMeasure(version_id=version.id, measure_id=cast.measure.id, position=1))
    where = f"/measures/{cast.measure.ref}/edit"
    as_person(cast.champion).submit(where, {"target": "2"})
    version.state = VersionState.ACCEPTED
    db.session.commit()
    page = as_person(cast.champion).submit(where, {"target": "50"}, expect=422)
    assert "Open a new version" in page.errors["target"]
    as_person(cast.champion).submit(where, {"definition": "From agreement to signature"})
    db.session.expire_all()
    assert cast.measure.target == 2


def test_a_new_source_is_noted_and_the_older_one_counts_up_to_its_first_number(as_person: As) -> None:
    cast = given.cast()
    given.months(cast.measure, [4, 5, 6], cast.owner, first=date(2026, 8, 1))
    where = f"/measures/{cast.measure.ref}"
    words = {"source_name": "New system", "source_from_on": "2026-10-01", "source_definition": ""}
    as_person(cast.owner).post(f"{where}/sources", words, expect=403)
    as_person(cast.champion).submit(where, words, to=f"{where}/sources")
    newest = db.session.scalars(select(Source).order_by(Source.id.desc())).first()
    assert newest
    number = {"period": "2026-10", "value": "9", "source_id": str(newest.id)}
    as_person(cast.owner).post(f"{where}/observations", number)
    assert [row.value for row in queries.numbers(cast.measure).observations] == [4, 5, 9]
    page = as_person(cast.champion).post(f"{where}/sources", {**words, "source_name": ""}, expect=422)
    assert "Write where the numbers come from" in page.text


def test_a_change_is_noted_and_taken_back(as_person: As) -> None:
    cast = given.cast()
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    where = f"/measures/{cast.measure.ref}"
    change = {"happened_on": "2026-01-01", "name": "Policy 14 changed"}
    for person in (cast.owner, cast.colleague, cast.auditor):
        as_person(person).post(f"{where}/interventions", change, expect=403)
    page = as_person(cast.champion).submit(where, change, to=f"{where}/interventions")
    assert "Better since “Policy 14 changed”" in page.text
    db.session.expire_all()
    assert (cast.measure.grade, cast.measure.signal) == (3, "improving")
    made = db.session.scalars(select(Intervention)).one()
    as_person(cast.champion).get(f"{where}/interventions/{made.id}/removals", expect=405)
    as_person(cast.owner).post(f"{where}/interventions/{made.id}/removals", expect=403)
    as_person(cast.champion).post(f"{where}/interventions/{made.id}/removals")
    db.session.expire_all()
    assert cast.measure.grade == 1


def test_a_change_to_come_is_refused(as_person: As) -> None:
    cast = given.cast()
    where = f"/measures/{cast.measure.ref}"
    page = as_person(cast.champion).post(
        f"{where}/interventions", {"happened_on": "2026-11-24", "name": "Soon"}, expect=422
    )
    assert "still to come" in page.errors["happened_on"]
    assert page.form(f"{where}/interventions").values["name"] == "Soon"
