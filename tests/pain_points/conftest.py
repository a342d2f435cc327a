"""One agency: Child Support with a champion and a colleague, Records beside it with a stranger, and those above."""

from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from flask import Flask

from app.accounts.models import Person, Role
from app.champions.models import Cycle
from app.offices.models import Office
from app.pain_points.models import PainPoint
from tests.support import builders


@dataclass
class World:
    agency: Office
    office: Office
    other: Office
    cycle: Cycle
    champion: Person
    colleague: Person
    stranger: Person
    program: Person
    leader: Person
    sponsor: Person
    auditor: Person

    def report(self, by: Person | None = None, **fields: Any) -> PainPoint:
        """A report of Child Support, anonymous or by a person."""
        return builders.pain_point(self.office, self.champion, by, **fields)


@pytest.fixture
def world(app: Flask, clock: time_machine.Traveller) -> World:
    agency = builders.office("Family Services", slug="family-services")
    office = builders.office("Child Support", agency, slug="child-support")
    other = builders.office("Records", agency, slug="records")
    cycle = builders.cycle("2026/27")
    champion = builders.person("Dana Whitfield", office)
    builders.seat(office, champion, cycle)
    return World(
        agency, office, other, cycle, champion,
        colleague=builders.person("Luis Ortega", office),
        stranger=builders.person("Sam Stranger", other),
        program=builders.with_role(Role.PROGRAM_OFFICE, agency, "Pat Program"),
        leader=builders.with_role(Role.LEADER, agency, "Lee Leader"),
        sponsor=builders.with_role(Role.SPONSOR, office, "Sol Sponsor"),
        auditor=builders.with_role(Role.AUDITOR, agency, "Ana Auditor"),
    )  # fmt: skip
