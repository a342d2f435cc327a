"""The many reports of two years: which office, which words, and how far each has come by now."""

import random
from dataclasses import replace
from datetime import date

from app.accounts.models import Person
from app.demo.steps import Seen, Step, Story
from app.demo.texts import banks
from app.demo.texts.bank import Bank
from app.demo.texts.kinds import ReportText
from app.demo.world import World
from app.offices.models import Office

OLDEST = 300  # working days
ANONYMOUS = 0.22
SEEN_TOO = 0.3
FORGOTTEN, WAITING = 45, ("acknowledged", "asked")
"""No report waits longer than so many working days: somebody has asked by then."""
ACK_DAYS, ANSWER_DAYS = 3, 20
QUIET = ("", "north", "south", "central", "abroad", "child-support")
"""Offices whose reports are told one by one, or that have no counters."""

# By age: how far reports have come, with their weights.
FATES: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {
    "new": (((), 55), (("acknowledged",), 45)),
    "open": (
        ((), 6), (("acknowledged",), 46), (("acknowledged", "asked"), 9), (("acknowledged", "asked", "facts"), 6),
        (("acknowledged", "accepted"), 23), (("acknowledged", "declined"), 10),
    ),
    "old": (
        (("acknowledged",), 5), (("acknowledged", "asked"), 3), (("acknowledged", "accepted"), 26), (("accepted",), 4),
        (("acknowledged", "asked", "facts", "accepted"), 5), (("acknowledged", "declined"), 18),
        (("acknowledged", "accepted", "fixed"), 14), (("acknowledged", "accepted", "fixed", "confirmed"), 23),
        (("acknowledged", "accepted", "fixed", "reopened"), 2),
    ),
}  # fmt: skip
GAPS = {
    "acknowledged": (1, 3), "asked": (1, 4), "facts": (1, 6), "accepted": (3, 14), "declined": (4, 15),
    "fixed": (12, 60), "confirmed": (1, 9), "reopened": (3, 12),
}  # fmt: skip
BY_REPORTER = ("facts", "confirmed", "reopened")


def stories(world: World, count: int) -> list[Story]:
    """`count` reports."""
    chance = world.chance("mass")
    slugs = [slug for slug in world.offices if slug not in QUIET]
    weights = [(world.offices[slug].staff_count or 5) + 4 for slug in slugs]
    days = [world.workday(0)]
    while len(days) <= OLDEST:
        days.append(world.day((days[-1] - world.today).days - 1))
    ages = [1 + int((OLDEST - 1) * chance.random() ** 1.35) for _ in range(count)]
    return [_one(world, chance, chance.choices(slugs, weights)[0], age, days) for age in ages]


def _one(world: World, chance: random.Random, slug: str, age: int, days: list[date]) -> Story:
    office = world.offices[slug]
    bank = banks.ALL[office.language]
    words, slots = _words(chance, bank)
    staff = world.staff[office.id]
    reporter = None if chance.random() < ANONYMOUS else chance.choice(staff)
    ways = FATES["new" if age <= ACK_DAYS else "open" if age <= ANSWER_DAYS else "old"]
    kinds = chance.choices([way for way, _ in ways], [weight for _, weight in ways])[0]
    if age > FORGOTTEN and kinds[-1] in WAITING:
        kinds = (*kinds[:1], "declined")
    received, steps = days[age], list[Step]()
    for kind in kinds:
        age -= chance.randint(*GAPS[kind])
        if age < 1:
            break
        by = reporter if kind in BY_REPORTER else world.who_answers(slug, days[age])
        steps.append(Step(kind, days[age], said(chance, bank, words, kind).format_map(slots), by))
    seen = _seen(world, chance, bank, office, reporter, words, received)
    return Story(words, office, reporter, world.who_answers(slug, world.today), received, steps, seen)


def said(chance: random.Random, bank: Bank, words: ReportText, kind: str) -> str:
    """What a step says: the report's own answer, else one of the stock."""
    own: str = getattr(words, {"asked": "ask"}.get(kind, kind), "")
    return own or chance.choice(getattr(bank, kind))


def _words(chance: random.Random, bank: Bank) -> tuple[ReportText, dict[str, str]]:
    """A report with its gaps filled."""
    slots = {name: chance.choice(values) for name, values in bank.slots.items()}
    words = chance.choice(bank.reports)
    return replace(words, happening=words.happening.format_map(slots)), slots


def _seen(
    world: World,
    chance: random.Random,
    bank: Bank,
    office: Office,
    reporter: Person | None,
    words: ReportText,
    received: date,
) -> list[Seen]:
    """Colleagues of the office, and sometimes of another with the same language."""
    found: list[Seen] = []
    if chance.random() > SEEN_TOO:
        return found
    near = world.staff[office.id]
    far = chance.sample(world.speakers(office.language), 2)
    others = [person for person in dict.fromkeys((*near, *far)) if person is not reporter]
    for person in chance.sample(others, min(len(others), chance.randint(1, 4))):
        on = min(world.day((received - world.today).days + chance.randint(1, 30)), world.workday(1))
        minutes = chance.choice((5, 10, 15, 20, 30, 45, None))
        found.append(Seen(person, max(on, received), words.often, words.many, minutes, chance.choice(bank.seen)))
    return found
