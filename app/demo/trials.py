"""Small tests: planned, begun and studied on the days of their stories, by the app's own actions."""

from datetime import datetime
from decimal import Decimal
from functools import partial

from app.accounts.models import Person
from app.demo.texts.trials import TRIALS, TrialText
from app.demo.world import World
from app.trials import actions
from app.trials.actions import Design, Study
from app.trials.models import Act, Trial


def put_all(world: World) -> None:
    """Every small test whose plan's office is there, into the chronicle."""
    for story in TRIALS:
        if story.plan.partition(":")[2] in world.offices:
            _put(world, story)


def _put(world: World, story: TrialText) -> None:
    office = world.offices[story.plan.partition(":")[2]]
    world.chronicle.put(world.at(office, world.day(story.days[0]), 11), partial(_plan, world, story))


def _plan(world: World, story: TrialText, at: datetime) -> None:
    plan, by = world.plans[story.plan], _champion(world, story)
    measure = world.measures.get(f"{story.plan}:{story.measure}")
    design = Design(
        story.question, story.action, story.place, world.day(story.days[1]), world.day(story.days[2]),
        measure.id if measure else 0, story.prediction, Decimal(story.predicted) if story.predicted else None,
    )  # fmt: skip
    made = actions.plan(plan, design, by=by, at=at)
    if story.act:
        world.chronicle.put(world.at(plan.office, world.day(story.days[3]), 15), partial(_study, made, story, by))
    if story.note[1]:
        later = world.at(plan.office, world.day(story.note[0]), 16)
        world.chronicle.put(later, partial(_note, made, story, by))


def _study(made: Trial, story: TrialText, by: Person, at: datetime) -> None:
    result = Decimal(story.result) if story.result else None
    actions.study(made, Study(made.ends_on, story.happened, story.learned, Act(story.act), result), by=by, at=at)


def _note(made: Trial, story: TrialText, by: Person, at: datetime) -> None:
    actions.add_note(made, story.note[1], by=by, at=at)


def _champion(world: World, story: TrialText) -> Person:
    cycle, _, office = story.plan.partition(":")
    return world.seats[cycle, office].champion
