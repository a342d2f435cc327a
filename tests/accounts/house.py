"""A small agency with people of each kind, for the tests of accounts, offices and champions."""

from dataclasses import dataclass

from app.accounts.models import Person, Role
from app.champions.models import Cycle, Seat
from app.offices.models import Channel, Office
from tests.support import builders

PASSWORD = "four brown words walk"


@dataclass(frozen=True)
class House:
    """Agency > Child Support > Elm Street; Hill Road beside. Dana has the seat of Child Support, Ali is deputy."""

    agency: Office
    support: Office
    elm: Office
    hill: Office
    admin: Person
    other_admin: Person
    program: Person
    auditor: Person
    dana: Person
    ali: Person
    colleague: Person
    cycle: Cycle
    seat: Seat
    phone: Channel


def build() -> House:
    agency = builders.office("Marlow County", slug="marlow")
    support = builders.office("Child Support", agency, slug="child-support")
    elm = builders.office("Elm Street", support, slug="elm-street")
    hill = builders.office("Hill Road", agency, slug="hill-road")
    dana, ali = builders.person("Dana Whitfield", at=support), builders.person("Ali Demir", at=support)
    cycle = builders.cycle("Year 1")
    return House(
        agency=agency, support=support, elm=elm, hill=hill,
        admin=builders.with_role(Role.ADMINISTRATOR, agency, "Ada Admin"),
        other_admin=builders.with_role(Role.ADMINISTRATOR, support, "Otto Admin"),
        program=builders.with_role(Role.PROGRAM_OFFICE, agency, "Pia Program"),
        auditor=builders.with_role(Role.AUDITOR, agency, "Aud Itor"),
        dana=dana, ali=ali, colleague=builders.person("Kofi Mensah", at=elm), cycle=cycle,
        seat=builders.seat(support, dana, cycle, ali), phone=builders.channel(elm, owner=ali),
    )  # fmt: skip
