"""A report enters a plan that one may edit, and leaves it."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.core import clock as time
from app.core.database import transaction
from app.extensions import db
from app.pain_points.actions import links
from app.pain_points.models import PainPoint, PlanLink, State
from app.plans.models import Plan
from tests.pain_points.conftest import World
from tests.support import builders
from tests.support.client import Client

Browser = Callable[..., Client]


@pytest.fixture
def plan(world: World) -> Plan:
    return builders.plan(world.office, world.cycle, world.champion, words={"title": "An order in a day"}, number=12)


def current() -> list[PlanLink]:
    return list(db.session.scalars(select(PlanLink).where(PlanLink.to_on.is_(None))))


def test_an_accepted_report_enters_a_plan_once_and_leaves_it(as_person: Browser, world: World, plan: Plan) -> None:
    point = world.report(state=State.ACCEPTED)
    browser = as_person(world.champion)
    path = f"/pain-points/{point.ref}"
    browser.submit(path, {"plan": "P-12"}, to=f"{path}/plan-links")
    page = browser.post(f"{path}/plan-links", {"plan": "P-12"})
    assert len(current()) == 1
    assert "In plan" in page.text
    assert "Put into plan P-12." in page.text
    assert "Link to a plan" not in page.text  # it is in the only one
    removal = f"/plan-links/{current()[0].id}/removals"
    for _ in range(2):
        page = browser.post(removal)
    assert current() == []
    assert "Left plan P-12." in page.text
    assert db.session.get_one(PainPoint, point.id, populate_existing=True).state is State.ACCEPTED


def test_a_report_that_is_not_accepted_does_not_enter(as_person: Browser, world: World, plan: Plan) -> None:
    point = world.report()
    page = as_person(world.champion).post(f"/pain-points/{point.ref}/plan-links", {"plan": "P-12"}, expect=422)
    assert "Accept the report first" in page.text or page.status == 422
    assert current() == []


def test_only_those_who_edit_the_plan_may_link_and_unlink(as_person: Browser, world: World, plan: Plan) -> None:
    point = world.report(state=State.ACCEPTED)
    for person in (world.colleague, world.stranger, world.auditor, world.leader):
        as_person(person).post(f"/pain-points/{point.ref}/plan-links", {"plan": "P-12"}, expect=403)
    as_person(world.champion).post(f"/pain-points/{point.ref}/plan-links", {"plan": "P-12"})
    as_person(world.stranger).post(f"/plan-links/{current()[0].id}/removals", expect=403)
    assert len(current()) == 1


def test_a_plan_that_is_not_ones_own_cannot_be_chosen(as_person: Browser, world: World, plan: Plan) -> None:
    builders.plan(world.other, world.cycle, world.stranger, number=13)
    point = world.report(state=State.ACCEPTED)
    page = as_person(world.champion).post(f"/pain-points/{point.ref}/plan-links", {"plan": "P-13"}, expect=422)
    assert "Choose one of your plans." in page.text


def test_removals_are_posted_and_of_a_link_that_is_there(as_person: Browser, world: World, plan: Plan) -> None:
    as_person(world.champion).get("/plan-links/1/removals", expect=405)
    as_person(world.champion).post("/plan-links/999/removals", expect=404)


def test_declining_takes_it_out_of_the_plan(as_person: Browser, world: World, plan: Plan) -> None:
    point = world.report(state=State.ACCEPTED)
    browser = as_person(world.champion)
    browser.post(f"/pain-points/{point.ref}/plan-links", {"plan": "P-12"})
    browser.post(f"/pain-points/{point.ref}/refusals", {"words": "The law forbids it after all."})
    assert current() == []


def test_when_a_plan_ends_unfixed_reports_leave_it_and_fixed_ones_stay(world: World, plan: Plan) -> None:
    unfixed, fixed = world.report(world.colleague, state=State.ACCEPTED), world.report(state=State.ACCEPTED)
    with transaction():
        for point in (unfixed, fixed):
            links.link(point, plan.id, by=world.champion, at=time.now())
        fixed.state = State.FIXED
        assert links.end_plan(plan.id, by=world.champion, at=time.now(), today=builders.TODAY) == 1
    assert [one.pain_point_id for one in current()] == [fixed.id]
