"""What the page of a draft costs: it gathers live, and still asks a fixed, small number of questions."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from sqlalchemy import select
from time_machine import Traveller

from app.extensions import db
from app.reports.models import Report
from tests.reports.given import World, world
from tests.reports.many import many
from tests.support.client import AsPerson
from tests.support.queries import Counted


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


@pytest.mark.parametrize("scope", ["program", "plan"])
def test_a_draft_asks_at_most_twelve_questions_at_any_size(
    given: World, as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]], scope: str
) -> None:
    many(given, 12)
    browser = as_person(given.program if scope == "program" else given.champion)
    browser.submit("/reports/new", {"scope": scope, "period": "year"}, to="/reports")
    report = db.session.scalars(select(Report).order_by(Report.id.desc())).first()
    assert report is not None
    page = f"/reports/{report.ref}"
    browser.get(page)
    with queries() as counted:
        browser.get(page)
    assert len(counted) <= 12, counted.statements
