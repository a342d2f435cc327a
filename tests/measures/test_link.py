"""Which measures a plan's draft promises, in which order."""

from collections.abc import Callable

import pytest

from app.accounts.models import Person
from app.extensions import db
from app.measures import queries
from app.plans.models import VersionState
from tests.measures import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def door(cast: given.Cast) -> str:
    return f"/plans/{cast.plan.ref}/measures"


def linked(cast: given.Cast) -> list[int]:
    db.session.expire_all()
    return [link.measure_id for link in queries.links(cast.plan.versions[0])]


def test_a_measure_is_chosen_moved_and_taken_out(as_person: As) -> None:
    cast = given.cast()
    other = build.measure(cast.office, cast.owner, "Orders sent back")
    champion = as_person(cast.champion)
    champion.submit(door(cast), {"measure": str(cast.measure.number)})
    champion.submit(door(cast), {"measure": str(other.number)})
    assert linked(cast) == [cast.measure.id, other.id]
    champion.post(f"{door(cast)}/{other.ref}/up")
    assert linked(cast) == [other.id, cast.measure.id]
    champion.post(f"{door(cast)}/{other.ref}/up")
    champion.post(f"{door(cast)}/{other.ref}/down")
    assert linked(cast) == [cast.measure.id, other.id]
    champion.post(f"{door(cast)}/{cast.measure.ref}/removals")
    champion.post(f"{door(cast)}/{cast.measure.ref}/removals")
    assert linked(cast) == [other.id]


def test_choosing_it_twice_keeps_it_once(as_person: As) -> None:
    cast = given.cast()
    for _ in range(2):
        as_person(cast.champion).post(door(cast), {"measure": str(cast.measure.number)})
    assert linked(cast) == [cast.measure.id]


def test_a_sixth_measure_is_refused(as_person: As) -> None:
    cast = given.cast()
    champion = as_person(cast.champion)
    for number in range(5):
        champion.post(door(cast), {"measure": str(build.measure(cast.office, cast.owner, f"Measure {number}").number)})
    page = champion.post(door(cast), {"measure": str(cast.measure.number)}, expect=422)
    assert "at most five" in page.text
    assert len(linked(cast)) == 5


def test_others_choose_nothing(as_person: As) -> None:
    cast = given.cast()
    for person, status in ((cast.stranger, 404), (cast.colleague, 404), (cast.auditor, 403), (cast.owner, 404)):
        for path in ("", f"/{cast.measure.ref}/removals", f"/{cast.measure.ref}/up"):
            as_person(person).post(f"{door(cast)}{path}", {"measure": str(cast.measure.number)}, expect=status)
    assert linked(cast) == []


def test_a_measure_of_an_unrelated_office_or_none_is_refused(as_person: As) -> None:
    cast = given.cast()
    far = build.measure(build.office("Housing", cast.agency), cast.owner, "Rents")
    page = as_person(cast.champion).post(door(cast), {"measure": str(far.number)}, expect=422)
    assert "Choose a measure of this office" in page.text
    as_person(cast.champion).post(door(cast), {"measure": "nonsense"}, expect=422)
    assert linked(cast) == []


def test_a_submitted_version_stands(as_person: As) -> None:
    cast = given.cast()
    as_person(cast.champion).post(door(cast), {"measure": str(cast.measure.number)})
    cast.plan.versions[0].state = VersionState.SUBMITTED
    db.session.commit()
    champion = as_person(cast.champion)
    champion.post(f"{door(cast)}/{cast.measure.ref}/removals", expect=409)
    champion.post(door(cast), {"measure": str(cast.measure.number)}, expect=409)
    assert linked(cast) == [cast.measure.id]
    assert cast.measure.name in as_person(cast.colleague).get(door(cast)).text


def test_a_get_moves_nothing(as_person: As) -> None:
    cast = given.cast()
    as_person(cast.champion).get(f"{door(cast)}/{cast.measure.ref}/up", expect=405)
