"""Check-ins of the running cycle's plans: asked in their rhythm, answered or not, and what became of what was stuck."""

from datetime import datetime, timedelta
from functools import partial

from app.check_ins import actions, queries, rhythm
from app.check_ins.actions import Told
from app.check_ins.models import Blocker, CheckIn
from app.core import workdays
from app.demo.plans import STORIES, key_of
from app.demo.texts.check_ins import TOLD, StepText, ToldText
from app.demo.texts.kinds import PlanStory
from app.demo.world import World
from app.extensions import db
from app.plans.models import Plan

ANSWERS = {"taken": actions.take, "answered": actions.answer_blocker, "passed_up": actions.pass_up}
BY_TEAM = {"settled": actions.settle, "reopened": actions.reopen}


def put_all(world: World) -> None:
    """Each plan's rhythm begins on the day its first version came into force."""
    for story in STORIES:
        told = TOLD.get(story.office) if story.cycle == "running" else None
        if told and story.office in world.offices:
            accepted = story.second.decided if story.verdict == "return" and story.second else story.decided
            assert accepted is not None  # noqa: S101  # such plans are in force
            begins = world.at(world.offices[story.office], world.day(accepted), 17)
            world.chronicle.put(begins, partial(_begin, world, story, told))


def _begin(world: World, story: PlanStory, told: tuple[ToldText, ...], _at: datetime) -> None:
    """Plan the last askings up to yesterday: today's morning is not over everywhere."""
    plan = world.plans[key_of(story)]
    begun = queries.beginning(plan.id)
    assert begun is not None  # noqa: S101  # accepted this afternoon
    days = [begun.on + rhythm.EVERY * n for n in range(1, 1 + (world.today - begun.on) // rhythm.EVERY)]
    days = [day for day in (workdays.add(day, 0, world.holidays) for day in days) if day < world.today]
    for day, text in zip(days[-len(told) :], told, strict=False):
        world.chronicle.put(world.at(plan.office, day, 8), partial(_ask, world, story, plan, text))


def _ask(world: World, story: PlanStory, plan: Plan, text: ToldText, at: datetime) -> None:
    check_in = actions.ask(plan, at.date(), at=at)
    if check_in is None:
        return
    if text.days is not None:
        later = min(at + timedelta(days=text.days, hours=2), world.at(plan.office, world.today - timedelta(days=1), 9))
        world.chronicle.put(later, partial(_tell, world, story, plan, text))
    elif (after := check_in.due_on + timedelta(days=1)) < world.today:
        world.chronicle.put(world.at(plan.office, after, 8), partial(_look, check_in))


def _look(check_in: CheckIn, at: datetime) -> None:
    actions.follow_up(check_in, at.date(), at=at)


def _tell(world: World, story: PlanStory, plan: Plan, text: ToldText, at: datetime) -> None:
    seat = world.seats[story.cycle, story.office]
    by = seat.deputy if text.by_deputy and seat.deputy else seat.champion
    told = Told(text.moved, text.stuck, text.needed, is_blocker=text.steps is not None)
    blocker = actions.tell(plan, told, by=by, at=at)
    for step in text.steps or ():
        later = at + timedelta(days=step.days, hours=1)
        if blocker is not None and later.date() < world.today:
            world.chronicle.put(later, partial(_step, world, story, blocker, step))


def _step(world: World, story: PlanStory, blocker: Blocker, step: StepText, at: datetime) -> None:
    db.session.refresh(blocker)
    if step.kind in ANSWERS:
        ANSWERS[step.kind](blocker, step.words, seen_lock=blocker.lock, by=blocker.asked_of, at=at)
    else:
        by = world.seats[story.cycle, story.office].champion
        BY_TEAM[step.kind](blocker, step.words, seen_lock=blocker.lock, by=by, at=at)
