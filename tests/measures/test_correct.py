"""Replacing a number by a later row."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.extensions import db
from app.measures import queries
from app.measures.models import Observation
from tests.measures import given
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
NEW = {"value": "3", "reason": "A case was counted twice"}


@pytest.fixture
def cast(app: object) -> given.Cast:
    made = given.cast()
    given.months(made.measure, [4, 5], made.owner, first=date(2026, 9, 1))
    return made


def row_of(cast: given.Cast) -> Observation:
    return queries.current([cast.measure.id])[-1]


def door(cast: given.Cast, row: Observation) -> str:
    return f"/measures/{cast.measure.ref}/observations/{row.id}/corrections"


def test_the_new_number_counts_and_the_old_one_stays_readable(as_person: As, cast: given.Cast) -> None:
    row = row_of(cast)
    page = as_person(cast.owner).submit(f"{door(cast, row)}/new", NEW)
    assert "was 5 days" in page.text
    assert "A case was counted twice" in page.text
    db.session.expire_all()
    assert cast.measure.latest == 3
    assert [one.value for one in queries.current([cast.measure.id])] == [4, 3]
    assert len(db.session.scalars(select(Observation)).all()) == 3


def test_a_stranger_and_a_reader_are_refused(as_person: As, cast: given.Cast) -> None:
    row = row_of(cast)
    for person in (cast.stranger, cast.colleague, cast.auditor):
        as_person(person).get(f"{door(cast, row)}/new", expect=403)
        as_person(person).post(door(cast, row), NEW, expect=403)
    assert row_of(cast).value == 5


def test_a_get_corrects_nothing(as_person: As, cast: given.Cast) -> None:
    as_person(cast.owner).get(door(cast, row_of(cast)), expect=405)


def test_without_a_reason_nothing_is_replaced_and_nothing_typed_is_lost(as_person: As, cast: given.Cast) -> None:
    row = row_of(cast)
    page = as_person(cast.owner).post(door(cast, row), {**NEW, "reason": " "}, expect=422)
    assert "Write why" in page.text
    assert page.form(door(cast, row)).values["value"] == "3"
    assert row_of(cast).value == 5


def test_the_same_number_is_no_correction(as_person: As, cast: given.Cast) -> None:
    page = as_person(cast.owner).post(door(cast, row_of(cast)), {**NEW, "value": "5"}, expect=422)
    assert "there already" in page.text


def test_two_who_correct_the_same_number_lose_nothing(as_person: As, cast: given.Cast) -> None:
    row = row_of(cast)
    as_person(cast.owner).post(door(cast, row), NEW)
    page = as_person(cast.champion).post(door(cast, row), {"value": "2", "reason": "Recounted"}, expect=422)
    assert "Someone corrected this number in the meantime. It is 3 now" in page.text
    assert page.form(door(cast, row)).values["reason"] == "Recounted"
    assert [one.value for one in queries.current([cast.measure.id])] == [Decimal(4), Decimal(3)]


def test_a_correction_can_be_corrected(as_person: As, cast: given.Cast) -> None:
    as_person(cast.owner).post(door(cast, row_of(cast)), NEW)
    page = as_person(cast.owner).post(door(cast, row_of(cast)), {"value": "2", "reason": "Once more"})
    assert "was 3 days" in page.text
    assert "was 5 days" in page.text


def test_a_number_of_another_measure_is_not_found(as_person: As, cast: given.Cast) -> None:
    other = given.cast()
    theirs = f"/measures/{other.measure.ref}/observations/{row_of(cast).id}/corrections"
    as_person(other.owner).post(theirs, NEW, expect=404)
