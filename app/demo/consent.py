"""Channel owners' words on the demo's plans, told after each plan was handed in; and one draft that is asked about."""

from datetime import datetime
from functools import partial

from app.accounts.models import Person
from app.demo.texts.kinds import PlanStory
from app.demo.texts.sign_offs import SAID, Said
from app.demo.world import World
from app.extensions import db
from app.plans import content, readiness
from app.plans.models import Plan, PlanVersion
from app.sign_offs import actions, queries, reminding
from app.sign_offs.models import Outcome, SignOff, Word

DAYS_BEFORE, DAYS_TO_ANSWER = 6, 8
"""A plan that was written early enough is put before the owners some days before it is handed in."""
ASKED_ABOUT, ASKED_ON = "running:disability", -8
"""A draft that is in consultation on the day of the demo."""


def put_all(world: World) -> None:
    """The draft that is put before its owners without being handed in."""
    slug = ASKED_ABOUT.partition(":")[2]
    if slug in world.offices:
        _put_consultation(world, ASKED_ABOUT, slug, ASKED_ON)


def put(world: World, key: str, story: PlanStory) -> None:
    """The consultation before a version is handed in, where there was time for it."""
    if story.submitted is not None and story.submitted - story.started >= DAYS_TO_ANSWER:
        _put_consultation(world, key, story.office, story.submitted - DAYS_BEFORE)


def ask(world: World, version: PlanVersion, *, by: Person, at: datetime) -> None:
    """As handing in does: who was not asked of this text is asked, and answers some days later."""
    actions.ask_rest(version, by=by, at=at)
    _put_words(world, version, at)


def _put_consultation(world: World, key: str, slug: str, day: int) -> None:
    world.chronicle.put(world.at(world.offices[slug], world.day(day), 15), partial(_consult, world, key))


def _consult(world: World, key: str, at: datetime) -> None:
    plan = world.plans[key]
    db.session.refresh(plan, ["versions"])
    version = plan.versions[-1]
    if version.channels and not readiness.missing(content.of(version)):
        actions.consult(version, due_on=None, by=_champion(plan), at=at)
        _put_words(world, version, at)


def _put_words(world: World, version: PlanVersion, at: datetime) -> None:
    """Only for what is asked now: earlier words count on."""
    plan = version.plan
    key = next(key for key, one in world.plans.items() if one.id == plan.id)
    for sign_off in queries.newest_by_channel(plan.id).values():
        if sign_off.asked_at == at:
            said = (SAID.get(f"{key}:{version.number}") or SAID.get(key, {})).get(sign_off.channel.kind.value, Said())
            _put(world, sign_off, said)


def _put(world: World, sign_off: SignOff, said: Said) -> None:
    office = sign_off.plan.office
    asked = (sign_off.asked_on - world.today).days

    def put(days: int, deed: "partial[None]") -> None:
        if asked + days < 0:
            world.chronicle.put(world.at(office, world.day(asked + days), 16), deed)

    put((sign_off.due_on - sign_off.asked_on).days + 1, partial(_look))
    if not said.word:
        return
    put(said.after, partial(_answer, sign_off, said))
    if said.met:
        put(said.met[0], partial(_claim, sign_off, said.met[1]))
    if said.view:
        put(said.after + 1, partial(_view, sign_off, said.view))
    if said.decided:
        put(said.decided[0], partial(_decide, sign_off, said))


def _look(at: datetime) -> None:
    """What the hourly job does."""
    reminding.tell(at=at)


def _answer(sign_off: SignOff, said: Said, at: datetime) -> None:
    by = db.session.get(Person, sign_off.asked_id) if sign_off.asked_id else None
    if by is not None:
        lock = _lock(sign_off)
        actions.answer(sign_off, Word(said.word), said.words, sign_off.rests_on, seen_lock=lock, by=by, at=at)


def _claim(sign_off: SignOff, words: str, at: datetime) -> None:
    actions.claim_met(sign_off, words, seen_lock=_lock(sign_off), by=_champion(sign_off.plan), at=at)


def _view(sign_off: SignOff, words: str, at: datetime) -> None:
    actions.say_view(sign_off, words, seen_lock=_lock(sign_off), by=_champion(sign_off.plan), at=at)


def _decide(sign_off: SignOff, said: Said, at: datetime) -> None:
    above, lock = sign_off.escalation, _lock(sign_off)
    by = db.session.get(Person, above.decider_id) if above is not None and above.decider_id else None
    if by is not None and said.decided is not None:
        actions.decide(sign_off, Outcome(said.outcome), said.decided[1], seen_lock=lock, by=by, at=at)


def _champion(plan: Plan) -> Person:
    assert plan.seat is not None  # noqa: S101  # the story's seats run while their plans do
    return plan.seat.champion


def _lock(sign_off: SignOff) -> int:
    db.session.flush()
    db.session.refresh(sign_off)
    return sign_off.lock
