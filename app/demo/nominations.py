"""How the coming cohort was found, by the app's own actions: nominated, endorsed, scored, decided, answered."""

from datetime import datetime, timedelta
from functools import partial

from app.accounts.actions import people
from app.accounts.models import Credit, Person
from app.champions.nominations import actions
from app.champions.nominations.actions import CriterionText, Grounds
from app.champions.nominations.labels import CRITERIA
from app.champions.nominations.models import Nomination
from app.demo.texts.nominations import BEFORE, BY_NAME, NO_NAME, NOW, NominationText
from app.demo.world import World
from app.notices.actions import notify

CYCLE = "coming"
DECIDED = ("selected", "not_selected", "accepted", "declined")
SCORED = ("shortlisted", *DECIDED)
HOUR = timedelta(hours=1)


def put_before(world: World, opens: datetime) -> None:
    """Those that were decided when the cycle opened, and who wants to be named."""
    _put_all(world, BEFORE, opens - timedelta(days=44), days=(0, 9, 20, 28, 33, 36))
    world.chronicle.put(opens + HOUR, partial(_choose_credit, world))


def put_now(world: World) -> None:
    """Those that are under way today."""
    _put_all(world, NOW, world.at(world.offices[""], world.day(-17), 9), days=(0, 3, 7, 9, 11, 13))


def _put_all(world: World, texts: tuple[NominationText, ...], start: datetime, days: tuple[int, ...]) -> None:
    for number, text in enumerate(texts):
        if text.office in world.offices and {text.nominee, text.nominator} <= world.people.keys():
            at = [start + timedelta(days=day, minutes=17 * number) for day in days]
            world.chronicle.put(at[0], partial(_nominate, world, text, at))


def _nominate(world: World, text: NominationText, days: list[datetime], at: datetime) -> None:
    """The first step, which puts those that follow."""
    by = world.people[text.nominator]
    grounds = Grounds(world.people[text.nominee], world.offices[text.office], text.thinks_ahead, text.respected)
    one = actions.draft(world.cycles[CYCLE], grounds, by=by, at=at)
    actions.submit(one, by=by, at=at)
    put = world.chronicle.put
    for number, (key, words) in enumerate(text.endorsements):
        if key in world.people:
            put(days[1] + number * HOUR, partial(_endorse, one, world.people[key], words))
    if text.ending in SCORED:
        put(days[2], partial(_score, world, text, one))
        put(days[3], partial(_shortlist, world, one))
    if text.ending in DECIDED:
        put(days[4], partial(_decide, world, text, one))
    if text.answer:
        put(days[5], partial(_answer, world, text, one))


def _endorse(one: Nomination, by: Person, words: str, at: datetime) -> None:
    actions.endorse(one, words, by=by, at=at)


def _score(world: World, text: NominationText, one: Nomination, at: datetime) -> None:
    defaults = [CriterionText(str(name), str(question)) for name, question in CRITERIA]
    who, why = text.conflict
    if who:
        actions.declare_conflict(one, why, by=world.people[who], at=at)
    for key, points, note in text.scores:
        actions.assess(one, points, note, seen_lock=0, defaults=defaults, by=world.people[key], at=at)


def _shortlist(world: World, one: Nomination, at: datetime) -> None:
    actions.shortlist(one, by=world.people["program"], at=at)
    _tell(one, one.nominee_id, "nominee_shortlisted", at)


def _decide(world: World, text: NominationText, one: Nomination, at: datetime) -> None:
    is_selected = text.ending != "not_selected"
    actions.decide(one, one.lock, is_selected=is_selected, reason=text.reason, by=world.people["program"], at=at)
    _tell(one, one.nominator_id, f"nomination_{one.state.value}", at)
    _tell(one, one.nominee_id, f"nominee_{one.state.value}", at)


def _answer(world: World, text: NominationText, one: Nomination, at: datetime) -> None:
    by = world.people[text.nominee]
    if text.ending == "declined":
        actions.decline(one, text.answer, by=by, at=at)
    else:
        world.seats[CYCLE, text.office] = actions.accept(one, text.answer, by=by, at=at)
    _tell(one, one.nominator_id, f"nomination_{one.state.value}", at)


def _choose_credit(world: World, at: datetime) -> None:
    for keys, credit in ((BY_NAME, Credit.BY_NAME), (NO_NAME, Credit.NO_NAME)):
        for key in keys:
            if key in world.people:
                people.set_credit(world.people[key], credit, at=at)


def _tell(one: Nomination, person_id: int, kind: str, at: datetime) -> None:
    notify(person_id, kind, path=f"/nominations/{one.ref}", at=at, nomination=one.ref, office_id=one.office_id)
