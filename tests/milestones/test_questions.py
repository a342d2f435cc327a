"""How many questions the page of a milestone asks: as many for a long story as for a short one."""

from collections.abc import Callable
from datetime import date

import pytest

from app.accounts.models import Person
from app.core.database import transaction
from app.extensions import db
from app.milestones import actions
from app.milestones.models import Milestone
from tests.milestones import given
from tests.support import builders as build
from tests.support.client import Client
from tests.support.queries import counting

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
MOST = 11


@pytest.fixture
def cast(app: object) -> given.Cast:
    return given.cast()


def replan(cast: given.Cast, milestone: Milestone, day: date) -> None:
    with transaction():
        actions.replan(milestone, due_on=day, reason="The notary was ill.", by=cast.champion, at=build.AT)


def asked(cast: given.Cast, milestone: Milestone, as_person: As) -> dict[str, int]:
    """Questions by reader, of a page that was opened before."""
    found = {}
    for reader in (cast.champion, cast.deputy, cast.colleague, cast.program, cast.auditor):
        browser, address = as_person(reader), f"/plans/{cast.plan.ref}/milestones/{milestone.id}"
        browser.get(address)
        db.session.rollback()
        with counting() as counted:
            browser.get(address)
        found[reader.name] = len(counted)
    return found


def test_it_asks_as_much_for_many_as_for_few(cast: given.Cast, as_person: As) -> None:
    milestone = given.promised(cast.plan)
    replan(cast, milestone, date(2026, 12, 2))
    few = asked(cast, milestone, as_person)
    for day in range(3, 12):
        replan(cast, milestone, date(2026, 12, day))
        build.milestone(cast.plan, f"Step {day}", date(2027, 1, day))
    given.accept(cast.plan)
    assert asked(cast, milestone, as_person) == few
    assert max(few.values()) <= MOST


def test_in_the_draft_it_asks_no_more(cast: given.Cast, as_person: As) -> None:
    milestone = build.milestone(cast.plan, "First desk writes orders", date(2026, 12, 1))
    browser, address = as_person(cast.champion), f"/plans/{cast.plan.ref}/milestones/{milestone.id}"
    assert "Take out" in browser.get(address).buttons
    db.session.rollback()
    with counting() as counted:
        browser.get(address)
    assert len(counted) <= MOST
