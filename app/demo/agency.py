"""The agency itself: offices in their tree, their channels and rules, people with roles, cycles with seats.

Written straight to the tables on the day it all began, with the events that say so; seats are given by the app's own
actions when their cycle opens.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from app.accounts.actions import grants
from app.accounts.models import ChannelOwnership, Membership, Person, Role
from app.champions.actions import cycles, seats
from app.champions.actions.cycles import CycleRules
from app.champions.models import Cycle, Paper
from app.core import events
from app.demo import nominations
from app.demo.texts import names, offices
from app.demo.texts.names import PersonText
from app.demo.texts.offices import OfficeText
from app.demo.world import ONE_DAY, World
from app.extensions import db
from app.offices.models import Channel, ChannelKind, Office, OfficeParent, OfficeRules

BEGAN = -860
ENDING = "@demo.example"


def build(world: World, agency: str, count: int, password_hash: str) -> None:
    """Offices and people, on the first day of the story."""
    opened = world.day(BEGAN)
    texts = _texts(count)
    _office(world, OfficeText("", agency, "", 40), opened)
    _rules(world, opened)
    for text in texts:
        _office(world, text, opened)
    for person in (*names.CAST, *_others(world, texts)):
        if person.office in world.offices:
            _person(world, person, opened, password_hash)
    for text in texts:
        _channels(world, text, opened)
    _record_all(world, opened)


def run_cycles(world: World) -> None:
    """Put three cycles into the chronicle: one over, one running, one that has begun; with their seats."""
    spans = {"past": (-25, -13, 2), "running": (-10, 2, 1), "coming": (-1, 11, 2)}
    for key, (start, end, due) in spans.items():
        starts_on = world.month(start)
        due_on = world.today + timedelta(days=19) if key == "coming" else world.month(start + due)
        rules = CycleRules(
            f"{starts_on:%B %Y} cohort", starts_on, world.month(end) - ONE_DAY, due_on, 2, Paper.LETTER, 40
        )
        opens = world.at(world.offices[""], world.day((starts_on - world.today).days), 9)
        if key == "coming":  # its people are found by nominations, before it opens and after
            rules = replace(rules, nominate_until=world.today + timedelta(days=21))
            world.chronicle.put(opens - timedelta(days=50), partial(_add, world, key, rules))
            nominations.put_before(world, opens)
            nominations.put_now(world)
        world.chronicle.put(opens, partial(_open, world, key, rules))
        if key == "past":
            world.chronicle.put(world.at(world.offices[""], world.month(end), 9), partial(_close, world, key))


def _add(world: World, key: str, rules: CycleRules, at: datetime) -> None:
    world.cycles[key] = cycles.add(rules, by=world.people["program"], at=at)


def _open(world: World, key: str, rules: CycleRules, at: datetime) -> None:
    if key not in world.cycles:
        _add(world, key, rules, at)
    cycle = world.cycles[key]
    cycles.open_up(cycle, by=world.people["program"], at=at)
    for in_cycle, office, champion, deputy in names.SEATS:
        if in_cycle == key and office in world.offices and (key, office) not in world.seats:
            _seat(world, cycle, key, office, world.people[champion], world.people.get(deputy), at)


def _close(world: World, key: str, at: datetime) -> None:
    cycles.close(world.cycles[key], by=world.people["program"], at=at)


def _seat(
    world: World, cycle: Cycle, key: str, office: str, champion: Person, deputy: Person | None, at: datetime
) -> None:
    world.seats[key, office] = seats.give(
        cycle, world.offices[office], champion=champion, deputy=deputy, by=world.people["program"], at=at
    )


def _texts(count: int) -> list[OfficeText]:
    """`count` offices below the agency: the named ones first, then services in places."""
    found = list(offices.NAMED[:count])
    number = 0
    while len(found) < count:
        turn, place = divmod(number, len(offices.PLACES))
        service = offices.SERVICES[(number * 5 + turn) % len(offices.SERVICES)]
        name = f"{service}, {offices.PLACES[place]}"
        if turn >= len(offices.SERVICES):
            name += f" {turn // len(offices.SERVICES) + 1}"
        slug = "-".join(name.lower().replace(",", "").replace("'", "").split())
        found.append(OfficeText(slug, name, offices.REGIONS[number % 3], 8 + number * 7 % 25, channels=_three(number)))
        number += 1
    return found


def _three(number: int) -> tuple[tuple[str, str], ...]:
    kinds = ("counter", "phone", "web", "mail", "email")
    return tuple((kinds[(number + step) % len(kinds)], "") for step in (0, 1, 2))


def _office(world: World, text: OfficeText, opened: date) -> None:
    parent = world.offices.get(text.parent) if text.slug else None
    made = Office(
        slug=text.slug or "agency", name=text.name, parent_id=parent.id if parent else None, path="/",
        language=text.language, staff_count=text.staff, opened_on=opened,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    made.path = f"{parent.path if parent else '/'}{made.id}/"
    db.session.add(OfficeParent(office_id=made.id, parent_id=made.parent_id, from_on=opened))
    world.offices[text.slug] = made
    world.zones[made.id] = text.zone or (world.zones[parent.id] if parent else "America/New_York")
    if text.zone:
        db.session.add(OfficeRules(office_id=made.id, from_on=opened, time_zone=text.zone))


def _rules(world: World, opened: date) -> None:
    """The agency's rules, which every office inherits; holidays of the years around the reference day."""
    years = range(world.today.year - 2, world.today.year + 2)
    days = [date(year, month, day) for year in years for month, day in ((1, 1), (7, 4), (12, 25))]
    world.holidays = frozenset(days)
    db.session.add(
        OfficeRules(
            office_id=world.offices[""].id, from_on=opened, ack_days=3, answer_days=20, anonymous_allowed=True,
            smallest_group=5, time_zone="America/New_York", holidays=[day.isoformat() for day in days],
        )
    )  # fmt: skip


def _others(world: World, texts: list[OfficeText]) -> list[PersonText]:
    """One or two more colleagues for every office, with names of their language."""
    chance = world.chance("people")
    taken = {person.key for person in names.CAST} | {person.name for person in names.CAST}
    found: list[PersonText] = []
    for text in texts:
        known = names.LOCAL.get(text.language)
        for number in range(len(known) if known else 1 + (text.staff > 20)):
            name = known[number] if known else f"{chance.choice(names.FIRST)} {chance.choice(names.LAST)}"
            key = f"{text.slug}.{number + 1}" if known or name in taken else name.lower().replace(" ", ".")
            taken.add(name)
            found.append(PersonText(key, name, text.slug))
    return found


def _person(world: World, text: PersonText, opened: date, password_hash: str) -> None:
    office, at = world.offices[text.office], world.at(world.offices[""], opened, 9)
    made = Person(
        email=text.key + ENDING, name=text.name, office_id=office.id, language=office.language, is_demo=True,
        password_hash=password_hash, created_at=at,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    db.session.add(Membership(person_id=made.id, office_id=office.id, from_on=opened))
    world.people[text.key] = made
    world.staff.setdefault(office.id, []).append(made)
    if text.role:
        grants.write(made, Role(text.role), world.offices[text.scope], by=None, at=at)


def _channels(world: World, text: OfficeText, opened: date) -> None:
    """An office's ways in; the first ones have an owner. Sam Pruitt owns those of Child Support."""
    office = world.offices[text.slug]
    staff = world.staff.get(office.id, [])
    for number, (kind, name) in enumerate(text.channels):
        made = Channel(office_id=office.id, kind=ChannelKind(kind), name=name)
        db.session.add(made)
        db.session.flush()
        world.channels.setdefault(office.id, []).append(made)
        if number < text.owned and staff:
            owner = world.people["owner"] if text.slug == "child-support" else staff[-1 - number % len(staff)]
            db.session.add(ChannelOwnership(channel_id=made.id, person_id=owner.id, from_on=opened))
    db.session.flush()


def _record_all(world: World, opened: date) -> None:
    """The first entries of the log: everything that was there on the first day."""
    at = world.at(world.offices[""], opened, 9)
    admin = world.people["admin"]
    for office in world.offices.values():
        events.record("office.opened", office, by=admin, at=at, office_id=office.id)
    for person in world.people.values():
        events.record("person.added", person, by=admin, at=at, office_id=person.office_id)
