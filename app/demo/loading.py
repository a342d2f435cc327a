"""Loads the whole demo in one transaction: all of it is there afterwards, or nothing."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask_babel import force_locale
from sqlalchemy import func, select, update

from app.accounts.models import Person
from app.core import jobs
from app.core.database import transaction
from app.demo import (
    adoptions,
    agency,
    check_ins,
    consent,
    huddles,
    maps,
    mass,
    money,
    numbers,
    plans,
    progress,
    reviews,
    told,
    trials,
)
from app.demo.intake import Intake
from app.demo.salts import drawn_from
from app.demo.texts.offices import AGENCY
from app.demo.world import World
from app.extensions import db
from app.notices.models import Notice
from app.search import index, sources
from app.search.index import Kind

READ_AFTER = 6  # days


class Refused(Exception):
    """The database is not for the demo; the message says why, for who typed the command."""


def load(
    *, offices: int, pain_points: int, seed: int, today: date, password_hash: str, agency_name: str,
    say: Callable[[str], None],
) -> World:  # fmt: skip
    """Fill an empty database. The same numbers, seed and day give the same rows. Raises Refused."""
    world = World(today=today, seed=seed, say=say)
    with transaction(), jobs.withheld():
        refuse_people()
        with drawn_from(world.chance("salts")), force_locale("en"):
            _fill(world, offices, pain_points, password_hash, agency_name or AGENCY)
    return world


def refuse_people() -> None:
    """Raises Refused where there is anybody already."""
    if db.session.scalar(select(func.count(Person.id)).where(~Person.is_demo)):
        raise Refused("this database holds real people. Nothing was changed.")
    if db.session.scalar(select(func.count(Person.id))):
        raise Refused("the demo is loaded already. Nothing was changed.")


def _fill(world: World, offices: int, pain_points: int, password_hash: str, agency_name: str) -> None:
    world.say("offices and people")
    agency.build(world, agency_name, offices, password_hash)
    agency.run_cycles(world)
    stories = [*told.of_plans(world, plans.STORIES), *told.of_today(world)]
    stories += mass.stories(world, max(0, pain_points - len(stories)))
    world.say(f"{len(stories)} reports")
    Intake(world, world.chance("intake")).write(stories)
    for part in (plans, consent, maps, reviews, trials, adoptions, check_ins, huddles, progress, money):
        part.put_all(world)
    world.chronicle.tell(lambda _: None)
    world.say("grades, notices, words to search for")
    numbers.count(world)
    _read_notices(world)
    _index()


def _read_notices(world: World) -> None:
    """What is older than some days was read; the newest waits."""
    before = datetime.combine(world.today - timedelta(days=READ_AFTER), time(0), ZoneInfo("UTC"))
    db.session.execute(
        update(Notice).where(Notice.read_at.is_(None), Notice.created_at < before).values(read_at=Notice.created_at)
    )


def _index() -> None:
    for kind in Kind:
        for batch in sources.everything(kind):
            index.store_many(batch, kind)
