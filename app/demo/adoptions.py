"""Copies of a change: offered, answered, measured and ended on the days of their stories, by the app's own actions."""

from datetime import datetime
from functools import partial

from app.accounts.models import Person
from app.adoptions import actions, like, proof
from app.adoptions.actions import Offer, Terms
from app.adoptions.like import Like
from app.adoptions.models import Adoption, Refusal, State
from app.demo import numbers
from app.demo.texts.adoptions import COPIES, PLAN, TOOK, WATCH, CopyText
from app.demo.world import World
from app.extensions import db
from app.offices.days import today_at
from app.offices.models import Office
from app.plans import queries as plans
from app.plans.models import Plan, PlanVersion


def put_all(world: World) -> None:
    """Every copy whose office is there, into the chronicle."""
    for story in COPIES:
        if _slug(PLAN) in world.offices and _slug(story.seat) in world.offices:
            office = world.offices[_slug(story.seat)]
            world.chronicle.put(world.at(office, world.day(story.days[0]), 12), partial(_offer, world, story))


def _slug(key: str) -> str:
    return key.partition(":")[2]


def _offer(world: World, story: CopyText, at: datetime) -> None:
    numbers.count(world)
    plan, office = world.plans[PLAN], world.offices[_slug(story.seat)]
    db.session.refresh(plan, ["versions"])
    version = plans.in_force(plan)
    assert version is not None  # noqa: S101  # accepted long before
    given = Offer(version.changes[story.change].id, TOOK, WATCH)
    found = proof.of_plan(plan, today_at(plan.office, at))
    made = actions.offer(plan, given, _like(plan, version, office), found, by=_champion(world, PLAN), at=at)
    if story.days[1]:
        world.chronicle.put(world.at(office, world.day(story.days[1]), 10), partial(_answer, world, story, made))


def _like(plan: Plan, version: PlanVersion, office: Office) -> Like:
    """Why this office; where its reports say nothing similar yet, for its channels alone."""
    found = {one.office_id: one for one in like.offices(plan, version)}
    kinds = {channel.kind for channel in version.channels} & {channel.kind for channel in office.channels}
    return found.get(office.id) or Like(office.id, office.name, "", tuple(sorted(kinds)))


def _answer(world: World, story: CopyText, made: Adoption, at: datetime) -> None:
    by = _champion(world, story.seat)
    if story.reason:
        actions.decline(made, Refusal.NOT_NOW, story.reason, by=by, at=at)
        return
    actions.take_up(made, Terms(differently=story.differently), by=by, at=at)
    world.chronicle.put(world.at(made.office, world.day(story.days[2]), 10), partial(_begin, world, story, made))


def _begin(world: World, story: CopyText, made: Adoption, at: datetime) -> None:
    by = _champion(world, story.seat)
    assert story.measure is not None  # noqa: S101  # who takes it up measures it
    measure = numbers.begin(world, story.measure, made.office, by, at)
    terms = Terms(measure.id, today_at(made.office, at), story.differently)
    actions.settle(made, terms, seen_lock=made.lock, by=by, at=at)
    world.chronicle.put(world.at(made.office, world.day(story.days[3]), 15), partial(_close, world, story, made))


def _close(world: World, story: CopyText, made: Adoption, at: datetime) -> None:
    numbers.count(world)
    db.session.flush()
    state = State.WORKED if story.has_worked else State.FAILED
    actions.close(made, state, story.outcome, by=_champion(world, story.seat), at=at)


def _champion(world: World, seat: str) -> Person:
    cycle, _, office = seat.partition(":")
    return world.seats[cycle, office].champion
