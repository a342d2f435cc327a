"""Plans at every stage, written by the app's own actions on the days of their stories."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.demo import consent, numbers, order, writing
from app.demo.texts import arabic, central, child_support, chinese, greek, regions, thai, turkish
from app.demo.texts.check_ins import ENDINGS
from app.demo.texts.kinds import MeasureText, PlanStory, PromiseWords
from app.demo.world import World
from app.extensions import db
from app.measures import actions as measures
from app.measures import queries as measure_queries
from app.milestones import actions as milestones
from app.milestones.actions import Promise
from app.milestones.models import Milestone
from app.offices.models import Office
from app.pain_points.models import PlanLink
from app.plans import actions, assembling, closing, rendering
from app.plans.actions import endings
from app.plans.models import Plan, PlanVersion

STORIES: tuple[PlanStory, ...] = (
    child_support.STORY, child_support.DRAFT, child_support.COPY, *central.STORIES, *regions.STORIES,
    greek.STORY, arabic.STORY, thai.STORY, turkish.STORY, chinese.STORY,
)  # fmt: skip


def key_of(story: PlanStory) -> str:
    return f"{story.cycle}:{story.office}"


NUMBERS = order.numbers_of({key_of(story): story.started for story in STORIES})


def put_all(world: World) -> None:
    """Every plan's story into the chronicle, and the measures of offices that have no plan."""
    for story in STORIES:
        if story.office in world.offices:
            _put(world, story)
    for slug, text in child_support.ALIKE:
        if slug in world.offices:
            office = world.offices[slug]
            world.chronicle.put(
                world.at(office, world.day(-23), 10),
                partial(numbers.begin, world, text, office, world.who_answers(slug, world.today)),
            )


def _put(world: World, story: PlanStory) -> None:
    office, put = world.offices[story.office], world.chronicle.put
    put(world.at(office, world.day(story.started), 10), partial(_start, world, story))
    _put_version(world, story)
    if story.second:
        day = world.day(story.second.started)
        put(world.at(office, day, 10), partial(_revise, world, story))
        _put_version(world, story.second)
    if story.ending:
        put(world.at(office, world.day(story.ended), 15), partial(_end, world, story))


def _put_version(world: World, story: PlanStory) -> None:
    office, put = world.offices[story.office], world.chronicle.put
    consent.put(world, key_of(story), story)
    if story.submitted is not None:
        put(world.at(office, world.day(story.submitted), 11), partial(_submit, world, story))
    if story.decided is not None:
        put(world.at(office, world.day(story.decided), 13), partial(_decide, world, story))
    if story.verdict == "accept":
        for place, promise in enumerate(story.text.milestones):
            for fate in promise.fate:
                moment = world.at(office, world.day(fate[1]), 14, place)
                put(moment, partial(_carry_on, world, story, promise.name, fate))


def _champion(world: World, story: PlanStory) -> Person:
    return world.seats[story.cycle, story.office].champion


def _draft(world: World, story: PlanStory) -> PlanVersion:
    plan = world.plans[key_of(story)]
    db.session.refresh(plan, ["versions"])
    return plan.versions[-1]


def _start(world: World, story: PlanStory, at: datetime) -> None:
    champion = _champion(world, story)
    plan = actions.start(world.seats[story.cycle, story.office], by=champion, at=at)
    plan.number = NUMBERS[key_of(story)]
    world.plans[key_of(story)] = plan
    later = at + timedelta(minutes=25)
    world.chronicle.put(later, partial(_write, world, story, plan, champion))


def _write(world: World, story: PlanStory, plan: Plan, champion: Person, at: datetime) -> None:
    """The draft's words, measures, milestones and reports."""
    version = _draft(world, story)
    actions.save(version, writing.entries(world, story.text, plan.office), by=champion, at=at)
    for text in story.text.measures:
        known = world.measures.get(f"{key_of(story)}:{text.name}")
        measure = known or _measure(world, story, text, plan.office, champion, at)
        measures.link(version, measure, by=champion, at=at)
    for promise in story.text.milestones:
        if _milestone(plan, promise.name) is None:
            milestones.create(plan, _promise(world, promise), by=champion, at=at)
    _link(world, story, plan, champion, at)


def _measure(world: World, story: PlanStory, text: MeasureText, office: Office, champion: Person, at: datetime) -> Any:
    made = numbers.begin(world, text, office, champion, at)
    world.measures[f"{key_of(story)}:{text.name}"] = made
    return made


def _promise(world: World, words: PromiseWords) -> Promise:
    return Promise(words.name, words.owner, words.shown_by, world.day(words.due), words.is_decision_point)


def _milestone(plan: Plan, name: str) -> Milestone | None:
    return db.session.scalar(select(Milestone).where(Milestone.plan_id == plan.id, Milestone.name == name))


def _link(world: World, story: PlanStory, plan: Plan, champion: Person, at: datetime) -> None:
    """Reports come in bulk with their last state, so their links are written here as the action writes them."""
    for point_id in world.linked.get(key_of(story), ()):
        known = select(PlanLink.id).where(PlanLink.plan_id == plan.id, PlanLink.pain_point_id == point_id)
        if db.session.scalar(known):
            continue
        link = PlanLink(pain_point_id=point_id, plan_id=plan.id, from_on=at.date())
        db.session.add(link)
        db.session.flush()
        events.record(
            "pain_point.linked", link.pain_point, by=champion, at=at, office_id=plan.office_id, plan_id=plan.id
        )


def _revise(world: World, story: PlanStory, at: datetime) -> None:
    """A new version: what it says anew replaces the old words."""
    plan, champion = world.plans[key_of(story)], _champion(world, story)
    version = actions.revise(plan, by=champion, at=at)
    assert story.second is not None  # noqa: S101  # the caller put it in for that reason
    writing.overwrite(version, story.second.text)
    later = at + timedelta(minutes=40)
    world.chronicle.put(later, partial(_write, world, story.second, plan, champion))


def _submit(world: World, story: PlanStory, at: datetime) -> None:
    version, champion = _draft(world, story), _champion(world, story)
    world.say(f"printing {version.plan.ref}, version {version.number}")
    sheet = assembling.final_sheet(version)
    finished = rendering.finished(sheet, version.plan.cycle.page_limit)
    actions.submit(version, sheet, finished, promises=assembling.promises(version.plan), by=champion, at=at)
    consent.ask(world, version, by=champion, at=at)


def _decide(world: World, story: PlanStory, at: datetime) -> None:
    version, by = _draft(world, story), world.people["program"]
    if story.verdict == "accept":
        actions.accept(version, by=by, at=at)
    else:
        actions.send_back(version, reasons=story.reason, by=by, at=at)


def _carry_on(world: World, story: PlanStory, name: str, fate: tuple[str, int, str, int], at: datetime) -> None:
    """What became of a milestone on a day."""
    plan, by = world.plans[key_of(story)], _champion(world, story)
    found = _milestone(plan, name)
    assert found is not None  # noqa: S101  # promised in the same story
    step, _, words, moved_to = fate
    if step == "start":
        milestones.start(found, at.date(), by=by, at=at)
    elif step == "done":
        milestones.complete(found, at.date(), words, by=by, at=at)
    elif step == "drop":
        milestones.drop(found, words, by=by, at=at)
    else:
        milestones.replan(found, world.day(moved_to), words, by=by, at=at)


def _end(world: World, story: PlanStory, at: datetime) -> None:
    """The plan is over, by its champion's word."""
    plan, by, words = world.plans[key_of(story)], _champion(world, story), ENDINGS[story.office]
    db.session.refresh(plan)
    if story.ending == "stopped":
        endings.stop(plan, why=words.why, learned=words.learned, by=by, at=at)
        return
    numbers.count(world)
    lessons = endings.Lessons(words.changed, words.learned, words.copied)
    measured = closing.measured(measure_queries.for_version(plan.versions[-1].id), assembling.today_at(plan))
    endings.complete(plan, lessons, measured=measured, by=by, at=at)
