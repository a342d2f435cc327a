"""The cast of a plan: an office with two channels, its seat, the program office above, and people who only look on."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask

from app.accounts.models import Person, Role
from app.champions.models import Cycle, Seat
from app.offices.models import Channel, ChannelKind, Office
from app.plans.models import ChangeKind, Cost, Plan, PlanChange
from tests.support import builders
from tests.support.client import Client

WORDS = {
    "title": "Orders on the day both parents agree",
    "outcome": "A parent goes home the same day with a signed order.",
    "mission": "children are supported from the week their parent asks.",
    "problem": "Two parents agree at the counter, then wait ten weeks for a paper.",
    "customers": "About 1,150 families a year. It begins at the kitchen table.",
    "today": "A file passes five hands.",
    "after": "Parents and caseworker write the order together.",
    "people": "Six counter caseworkers.",
    "risks": "Either parent may withdraw within ten days.",
}


@dataclass
class Cast:
    """People and things by the names that the tests call them."""

    agency: Office
    office: Office
    cycle: Cycle
    seat: Seat
    champion: Person
    deputy: Person
    colleague: Person
    program: Person
    sponsor: Person
    leader: Person
    auditor: Person
    phone: Channel
    web: Channel
    plan: Plan


@pytest.fixture
def cast(app: Flask) -> Cast:
    """A plan with a complete draft."""
    agency = builders.office("Marlow County")
    office = builders.office("Child Support", parent=agency)
    champion = builders.person("Dana Whitfield", at=office)
    deputy = builders.person("Sam Oyelaran", at=office)
    cycle = builders.cycle("Cycle 2026")
    seat = builders.seat(office, champion, cycle, deputy)
    return Cast(
        agency=agency,
        office=office,
        cycle=cycle,
        seat=seat,
        champion=champion,
        deputy=deputy,
        colleague=builders.person("Priya Nair", at=office),
        program=builders.with_role(Role.PROGRAM_OFFICE, agency, "Ines Romero"),
        sponsor=builders.with_role(Role.SPONSOR, office, "D. Okafor"),
        leader=builders.with_role(Role.LEADER, agency, "Ruth Adeyemi"),
        auditor=builders.with_role(Role.AUDITOR, agency, "Ola Berg"),
        phone=builders.channel(office, ChannelKind.PHONE),
        web=builders.channel(office, ChannelKind.WEB),
        plan=_complete(builders.plan(office, cycle, champion, words=WORDS, number=12)),
    )


def _complete(plan: Plan) -> Plan:
    version = plan.versions[0]
    version.today_days, version.after_days = 72, 1
    version.changes = [
        PlanChange(position=0, what="One legal review instead of two", kind=ChangeKind.POLICY, cost=Cost.NIL)
    ]
    builders.save(version)
    return plan


@pytest.fixture
def champion(cast: Cast, as_person: Callable[[Person], Client]) -> Client:
    return as_person(cast.champion)


@pytest.fixture
def program(cast: Cast, as_person: Callable[[Person], Client]) -> Client:
    return as_person(cast.program)
