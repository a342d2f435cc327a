"""Colleagues add what they see, and the sums follow."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.extensions import db
from app.pain_points import demand
from app.pain_points.models import PainPoint, Sighting, State
from tests.pain_points.conftest import World
from tests.support.client import Client

Browser = Callable[..., Client]
SEEN = {"frequency": "weekly", "customers": "1-5", "minutes_lost": "30", "words": "At the counter as well."}


def again(point: PainPoint) -> PainPoint:
    return db.session.get_one(PainPoint, point.id, populate_existing=True)


def test_a_sighting_counts_at_once(as_person: Browser, world: World) -> None:
    point = world.report()
    page = as_person(world.stranger).submit(f"/pain-points/{point.ref}", SEEN, to=f"/pain-points/{point.ref}/sightings")
    found = again(point)
    assert found.sighting_count == 1
    assert found.people_per_month == 286  # daily 13 x 21, weekly 3 x 52 / 12
    assert found.minutes_per_month == 286 * 30
    assert "286" in page.text


def test_a_second_one_changes_the_first(as_person: Browser, world: World) -> None:
    point = world.report()
    browser = as_person(world.stranger)
    browser.post(f"/pain-points/{point.ref}/sightings", SEEN)
    browser.post(f"/pain-points/{point.ref}/sightings", SEEN | {"frequency": "monthly", "minutes_lost": ""})
    sighting = db.session.scalars(select(Sighting)).one()
    assert (sighting.frequency, sighting.minutes_lost) == ("monthly", None)
    assert again(point).people_per_month == 276
    assert again(point).minutes_per_month == 0


def test_stored_sums_are_what_is_computed(as_person: Browser, world: World) -> None:
    point = world.report()
    for person in (world.stranger, world.champion, world.leader):
        as_person(person).post(f"/pain-points/{point.ref}/sightings", SEEN)
    found = again(point)
    computed = demand.count(found, db.session.scalars(select(Sighting)).all())
    assert (found.people_per_month, found.minutes_per_month) == (computed.people, computed.minutes)
    assert computed.people_low <= computed.people <= computed.people_high


def test_reporter_and_auditor_are_refused_and_a_closed_report_too(as_person: Browser, world: World) -> None:
    own, closed = world.report(world.colleague), world.report(state=State.DECLINED)
    as_person(world.colleague).post(f"/pain-points/{own.ref}/sightings", SEEN, expect=403)
    as_person(world.auditor).post(f"/pain-points/{own.ref}/sightings", SEEN, expect=403)
    as_person(world.stranger).post(f"/pain-points/{closed.ref}/sightings", SEEN, expect=403)
    assert db.session.scalars(select(Sighting)).all() == []


@pytest.mark.parametrize(
    ("field", "value"), [("frequency", ""), ("customers", "many"), ("minutes_lost", "-1"), ("minutes_lost", "abc")]
)
def test_what_does_not_fit_is_said_beside_the_field(as_person: Browser, world: World, field: str, value: str) -> None:
    point = world.report()
    page = as_person(world.stranger).post(f"/pain-points/{point.ref}/sightings", SEEN | {field: value}, expect=422)
    assert page.errors[field]
    assert SEEN["words"] in page.html


def test_names_are_for_those_who_call_back(as_person: Browser, world: World) -> None:
    point = world.report(world.colleague)
    as_person(world.stranger).post(f"/pain-points/{point.ref}/sightings", SEEN)
    path = f"/pain-points/{point.ref}"
    for person in (world.champion, world.program, world.leader, world.sponsor):
        page = as_person(person).get(path)
        assert world.colleague.name in page.text
        assert world.stranger.name in page.text
    reader = as_person(world.auditor).get(path)
    assert world.colleague.name not in reader.text
    assert world.stranger.name not in reader.text
    assert "1 colleague sees it too." in reader.text
    other = as_person(world.stranger).get(path)
    assert world.colleague.name not in other.text


def test_the_log_does_not_tell_from_which_office_it_was_seen(as_person: Browser, world: World) -> None:
    """The one colleague at a counter is a name, which auditors do not read."""
    point = world.report(world.colleague)
    seen = {"frequency": "daily", "customers": "1-5", "words": ""}
    as_person(world.stranger).post(f"/pain-points/{point.ref}/sightings", seen)
    auditor = as_person(world.auditor)
    assert point.ref in auditor.get("/events?verb=pain_point.sighted&office=child-support").text
    assert point.ref not in auditor.get("/events?verb=pain_point.sighted&office=records").text
