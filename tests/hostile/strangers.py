"""People who hold every role, but elsewhere: what they may not do in the world's offices, whatever they send."""

from datetime import date

from app.accounts.models import Person, Role
from app.champions.models import Cycle
from app.extensions import db
from app.offices.queries import root
from tests.support import builders

ROLES = ("champion", "deputy", "sponsor", "reviewer", "leader", "program office", "auditor", "administrator")


def add() -> dict[str, int]:
    """An office beside the world's with a person for each role in it, and a plan and a measure of its own."""
    agency = root()
    assert agency is not None
    elsewhere = builders.office("Elsewhere", parent=agency, slug="elsewhere")
    cast = {name: builders.person(f"Strange {name.title()}", at=elsewhere) for name in ROLES}
    for name in ROLES[2:]:
        builders.grant(cast[name], Role(name.replace(" ", "_")), elsewhere)
    cycle = db.session.get_one(Cycle, 1)
    builders.seat(elsewhere, cast["champion"], cycle, cast["deputy"])
    _own_things(cycle, cast["champion"])
    return {name: person.id for name, person in cast.items()}


def _own_things(cycle: Cycle, champion: Person) -> None:
    assert champion.office is not None
    plan = builders.plan(champion.office, cycle, champion, words={"title": "Ours"}, number=OWN_PLAN)
    builders.milestone(plan)
    own = builders.measure(champion.office, champion, number=OWN_MEASURE)
    builders.observation(own, date(2026, 10, 1), date(2026, 10, 31), 72, champion)


OWN_PLAN, OWN_MEASURE = 71, 71
