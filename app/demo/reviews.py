"""Remarks on plans with their answers, and coaches, by the app's own actions on the days of their stories."""

from datetime import datetime
from functools import partial

from app.demo.texts.reviews import COACHES, REMARKS, RemarkWords
from app.demo.world import World
from app.extensions import db
from app.plans.models import PlanVersion
from app.reviews import actions
from app.reviews.models import Remark


def put_all(world: World) -> None:
    """Every coach and remark whose office is there, into the chronicle."""
    for key, (person, day) in COACHES.items():
        if _office(key) in world.offices:
            office = world.offices[_office(key)]
            world.chronicle.put(world.at(office, world.day(day), 16), partial(_name_coach, world, key, person))
    for key, remarks in REMARKS.items():
        if _office(key) in world.offices:
            for place, words in enumerate(remarks):
                _put(world, key, words, place)


def _put(world: World, key: str, words: RemarkWords, place: int) -> None:
    office, kept = world.offices[_office(key)], list[Remark]()
    put = world.chronicle.put
    put(world.at(office, world.day(words.day), 12, place), partial(_remark, world, key, words, kept))
    if words.answer:
        put(world.at(office, world.day(words.answered), 12, 20 + place), partial(_answer, world, key, words, kept))
    if words.settled is not None:
        put(world.at(office, world.day(words.settled), 12, 40 + place), partial(_settle, world, words, kept))


def _office(key: str) -> str:
    return key.partition(":")[2]


def _newest(world: World, key: str) -> PlanVersion:
    plan = world.plans[key]
    db.session.refresh(plan, ["versions"])
    return plan.versions[-1]


def _name_coach(world: World, key: str, person: str, at: datetime) -> None:
    actions.name_coach(world.plans[key], world.people[person], by=world.people["program"], at=at)


def _remark(world: World, key: str, words: RemarkWords, kept: list[Remark], at: datetime) -> None:
    kept += actions.remark_all(_newest(world, key), {words.part: words.words}, by=world.people[words.by], at=at)


def _answer(world: World, key: str, words: RemarkWords, kept: list[Remark], at: datetime) -> None:
    version = _newest(world, key)
    path = f"/plans/{version.plan.ref}/versions/{version.number}/remarks"
    champion = world.seats[key.partition(":")[0], _office(key)].champion
    actions.answer_all(version.plan, {kept[0].id: words.answer}, path=path, by=champion, at=at)


def _settle(world: World, words: RemarkWords, kept: list[Remark], at: datetime) -> None:
    actions.settle(kept[0], by=world.people[words.by], at=at)
