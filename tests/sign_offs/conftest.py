"""An office with two owned channels, a draft that touches both, the heads above, and the program office."""

from dataclasses import dataclass
from datetime import datetime

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Person, Role
from app.core.database import transaction
from app.extensions import db
from app.notices.models import Notice
from app.offices.models import Channel, ChannelKind, Office
from app.plans.models import Plan, PlanVersion, SectionText
from app.sign_offs import actions
from app.sign_offs.models import SignOff, Word
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import AsPerson, Client
from tests.support.world_sign_offs import WORDS, ready

PAGE = "/plans/P-12/sign-offs"


@dataclass
class Cast:
    """People and things by the names that the tests call them."""

    office: Office
    plan: Plan
    champion: Person
    marcus: Person
    gerd: Person
    head: Person
    director: Person
    program: Person
    stranger: Person
    phone: Channel
    web: Channel


@pytest.fixture
def cast(app: Flask, clock: time_machine.Traveller) -> Cast:
    """The clock stands still."""
    agency = builders.office("Marlow County")
    region = builders.office("North", parent=agency)
    office = builders.office("Child Support", parent=region)
    champion = builders.person("Dana Whitfield", at=office)
    marcus, gerd = builders.person("Marcus Bell", at=office), builders.person("Gerd Olsen", at=office)
    cycle = builders.cycle("Cycle 2026")
    builders.seat(office, champion, cycle)
    phone = builders.channel(office, ChannelKind.PHONE, marcus)
    web = builders.channel(office, ChannelKind.WEB, gerd)
    plan = ready(builders.plan(office, cycle, champion, words=WORDS, number=12), [phone, web])
    return Cast(
        office=office, plan=plan, champion=champion, marcus=marcus, gerd=gerd,
        head=builders.with_role(Role.SPONSOR, office, "D. Okafor"),
        director=builders.with_role(Role.SPONSOR, region, "Ruth Adeyemi"),
        program=builders.with_role(Role.PROGRAM_OFFICE, agency, "Ines Romero"),
        stranger=builders.person("Tom Fell", at=builders.office("Parking", parent=agency)),
        phone=phone, web=web,
    )  # fmt: skip


@pytest.fixture
def champion(cast: Cast, as_person: AsPerson) -> Client:
    return as_person(cast.champion)


@pytest.fixture
def marcus(cast: Cast, as_person: AsPerson) -> Client:
    return as_person(cast.marcus)


def ask(cast: Cast, at: datetime = AT) -> None:
    with transaction():
        actions.consult(version(), due_on=None, by=cast.champion, at=at)


def take_back(cast: Cast) -> None:
    with transaction():
        actions.take_back(version(), by=cast.champion, at=AT)


def say(channel: Channel, word: Word, by: Person, words: str = "The form keeps what was typed.") -> None:
    found = of(channel)
    with transaction():
        actions.answer(found, word, words, found.rests_on, seen_lock=found.lock, by=by, at=AT)


def rewrite(key: str, words: str) -> None:
    """Somebody wrote in the draft."""
    section = db.session.scalars(
        select(SectionText).where(SectionText.version_id == version().id, SectionText.key == key)
    ).one()
    section.words = words
    db.session.commit()


def version() -> PlanVersion:
    """The newest one."""
    return db.session.scalars(select(PlanVersion).order_by(PlanVersion.number.desc())).first() or PlanVersion()


def of(channel: Channel) -> SignOff:
    newest = select(SignOff).where(SignOff.channel_id == channel.id).order_by(SignOff.id.desc())
    return db.session.scalars(newest.execution_options(populate_existing=True)).first() or SignOff()


def told(person: Person) -> list[str]:
    """Kinds of the notices that somebody got, the first one first."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)))
