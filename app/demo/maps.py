"""Process maps: drawn in the drafts on the day they were begun, observed on the days of their stories."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from app.core.durations import Unit
from app.demo import plans
from app.demo.texts.kinds import PlanStory
from app.demo.texts.maps import ALL, MapText, Step
from app.demo.world import World
from app.maps import actions, times
from app.maps.actions import Entry
from app.maps.models import Kind
from app.plans.process import MapStep

FROM_DRAFT = 16
"""The hour of the day on which a draft is begun; its texts were written in the morning."""


def put_all(world: World) -> None:
    """Every map whose plan's office is there, into the chronicle."""
    stories = {plans.key_of(story): story for story in plans.STORIES}
    for text in ALL:
        story = stories[text.plan]
        if story.office in world.offices:
            _put(world, text, story)


def _put(world: World, text: MapText, story: PlanStory) -> None:
    office, put = world.offices[story.office], world.chronicle.put
    for place, (kind, steps) in enumerate(((Kind.AS_IS, text.as_is), (Kind.TO_BE, text.to_be))):
        if steps:
            moment = world.at(office, world.day(story.started), FROM_DRAFT, place)
            put(moment, partial(_save, world, story, kind, steps, None))
    for day, steps in text.observed:
        seen_on = world.day(day)
        put(world.at(office, seen_on, FROM_DRAFT), partial(_save, world, story, Kind.OBSERVED, steps, seen_on))


def _save(
    world: World, story: PlanStory, kind: Kind, steps: Sequence[Step], seen_on: date | None, at: datetime
) -> None:
    plan, by = world.plans[plans.key_of(story)], world.seats[story.cycle, story.office].champion
    entry = Entry(kind, tuple(map(_step, steps)), seen_on=seen_on)
    actions.save(plan, entry, by=by, at=at)


def _step(words: Step) -> MapStep:
    name, lane, work, wait, right, rule, why, owner = words
    work_minutes, wait_minutes = times.read(work, Unit.MINUTES), times.read(wait, Unit.DAYS)
    return MapStep(name, lane, work_minutes, wait_minutes, int(right) if right else None, rule, why, owner)
