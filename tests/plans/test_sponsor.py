"""Whose name stands as sponsor on a plan: the head of its office, else of the nearest office above that has one."""

from datetime import date

import pytest
from sqlalchemy import select

from app.accounts.models import Role, RoleGrant
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan
from tests.plans.conftest import Cast
from tests.support import builders
from tests.support.client import Client

PREVIEW = "/plans/P-12/preview"


def sponsor() -> str | None:
    return db.session.scalars(select(Plan.sponsor)).one()


@pytest.fixture
def beside(cast: Cast) -> Office:
    """An office that is not above the plan's, though its place in the tree begins alike."""
    return builders.office("Court Liaison", parent=cast.agency)


def test_the_nearest_head_upward_is_named(cast: Cast, beside: Office) -> None:
    builders.with_role(Role.SPONSOR, cast.agency, "Head of All")
    builders.with_role(Role.SPONSOR, beside, "Head Beside")
    assert sponsor() == "D. Okafor"
    _end(cast)
    assert sponsor() == "Head of All"


def test_who_has_left_is_not_named(cast: Cast, champion: Client) -> None:
    assert "D. Okafor" in champion.get(PREVIEW).text
    person = db.session.merge(cast.sponsor)
    person.is_active = False
    builders.save(person)
    assert sponsor() is None
    assert "D. Okafor" not in champion.get(PREVIEW).text


def _end(cast: Cast) -> None:
    grant = db.session.scalars(select(RoleGrant).where(RoleGrant.person_id == cast.sponsor.id)).one()
    grant.to_on = date(2026, 11, 1)
    builders.save(grant)
