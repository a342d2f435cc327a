"""A merged report is still in somebody's hand: with the seat that right goes to the next, and nobody takes it along."""

from collections.abc import Callable

import pytest

from app.accounts.models import Role
from app.champions.models import Seat
from app.extensions import db
from app.pain_points import policy
from app.pain_points.models import PainPoint, State
from tests.pain_points.conftest import World
from tests.support import builders
from tests.support.client import Client

Browser = Callable[..., Client]


def again(point: PainPoint) -> PainPoint:
    return db.session.get_one(PainPoint, point.id, populate_existing=True)


def merged_and_left(as_person: Browser, world: World) -> PainPoint:
    """Merged by the champion, whose seat then ended."""
    point, other = world.report(world.colleague), world.report(world.stranger)
    as_person(world.champion).post(f"/pain-points/{point.ref}/merges", {"words": "One sign.", "other": other.ref})
    seat = db.session.query(Seat).one()
    as_person(world.program).post(f"/cycles/{world.cycle.id}/seats/{seat.id}/endings")
    return again(point)


def test_who_lost_the_seat_takes_no_merged_report_apart(as_person: Browser, world: World) -> None:
    point = merged_and_left(as_person, world)
    as_person(world.champion).post(f"/pain-points/{point.ref}/separations", {"words": "Mine again."}, expect=403)
    assert again(point).state is State.DUPLICATE


def test_taken_apart_it_is_with_who_answers_now(as_person: Browser, world: World) -> None:
    point = merged_and_left(as_person, world)
    as_person(world.program).post(f"/pain-points/{point.ref}/separations", {"words": "Another door."})
    assert again(point).responsible_id == world.program.id
    assert again(point).state is State.ACKNOWLEDGED


@pytest.mark.parametrize(
    ("state", "sees"), [(State.ACCEPTED, True), (State.DUPLICATE, True), (State.DECLINED, False), (State.CLOSED, False)]
)
def test_who_once_answered_a_closed_report_sees_no_names_by_that(world: World, state: State, sees: bool) -> None:
    """The roles of a seat show them, as long as the seat lasts."""
    before = builders.person("Bo Before", world.office)
    point = builders.pain_point(world.office, before, world.colleague, state=state)
    assert policy.sees_names(before, point) is sees
    assert policy.sees_names(builders.with_role(Role.SPONSOR, world.office), point)


def test_the_history_of_a_merged_report_names_the_other_by_its_public_number(as_person: Browser, world: World) -> None:
    """The inner number runs: between two signed-in reports it would tell when an anonymous one came in."""
    point, other = world.report(world.colleague), world.report()
    as_person(world.champion).post(f"/pain-points/{point.ref}/merges", {"words": "One sign.", "other": other.ref})
    told = as_person(world.stranger).get(f"/pain-points/{point.ref}/history").text
    assert other.ref in told
    assert "other id" not in told
