"""What the tests of nominations are given: the house with an office that nobody speaks for, and people who choose."""

from app.accounts.models import Person, Role
from app.champions.nominations.models import Nomination, NominationState
from app.extensions import db
from tests.accounts.house import House
from tests.support import builders
from tests.support.world_nominations import nomination

POINTS = {"points_0": "5", "points_1": "4", "points_2": "4", "points_3": "3", "note": "Has done it before."}
GROUNDS = {"thinks_ahead": "Saw the new law coming.", "respected": "Everyone asks her first."}


def nominee(house: House) -> Person:
    """Works at Hill Road, which has no seat."""
    return builders.person("Hana Kim", at=house.hill)


def given(house: House, state: NominationState = NominationState.SUBMITTED, who: Person | None = None) -> Nomination:
    """Kofi nominated Hana, or who is given, for Hill Road."""
    return nomination(house.cycle, house.hill, who or nominee(house), house.colleague, state)


def second_chooser(house: House) -> Person:
    return builders.with_role(Role.PROGRAM_OFFICE, house.agency, "Paula Program")


def fresh(of: Nomination) -> Nomination:
    db.session.expire_all()
    return db.session.get_one(Nomination, of.id)


def page_of(of: Nomination) -> str:
    return f"/nominations/{of.ref}"
