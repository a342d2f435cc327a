"""Where small tests show beside their own page: on the measure's chart and table, and in a report as it was known."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from app.accounts.models import Person
from app.extensions import db
from app.reports.gather.measures import of_plans
from app.reports.gather.plans import Covered
from app.trials import queries as trials
from tests.milestones import given as milestones
from tests.support import builders as build
from tests.support.client import Client
from tests.support.queries import Counted
from tests.trials import given

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def test_a_measure_marks_them_on_its_chart_and_says_them_in_its_table(as_person: As) -> None:
    cast = given.cast()
    measure = given.measured(cast)
    build.observation(measure, date(2026, 10, 1), date(2026, 10, 31), 72, cast.champion)
    build.observation(measure, date(2026, 11, 1), date(2026, 11, 30), 66, cast.champion)
    given.studied(cast, measure_id=measure.id)
    page = as_person(cast.stranger).get(f"/measures/{measure.ref}")
    assert "Test 1, predicted 50 days, came 66 days, adopted" in page.text
    assert ">Test 1<" in page.html
    assert given.SENT["question"] in page.text


def test_a_measure_keeps_silent_about_tests_of_plans_that_a_reader_may_not_read(as_person: As) -> None:
    cast = milestones.cast()
    measure = given.measured(cast)
    given.studied(cast, measure_id=measure.id)
    assert given.SENT["question"] in as_person(cast.champion).get(f"/measures/{measure.ref}").text
    assert given.SENT["question"] not in as_person(cast.stranger).get(f"/measures/{measure.ref}").text


def test_a_report_knows_what_was_known_on_its_last_day() -> None:
    cast = given.cast()
    measure = given.measured(cast)
    given.studied(cast, measure_id=measure.id)
    covered = [Covered(cast.plan, cast.plan.versions[0], "Dana")]

    def told(end: date) -> list[tuple[object, ...]]:
        (found,) = of_plans(covered, date(2026, 10, 1), end)[cast.plan.id]
        return [(one.number, one.predicted, one.result, one.act) for one in found.tried]

    assert told(date(2026, 11, 8)) == []
    assert told(date(2026, 11, 15)) == [(1, 50, None, None)]
    assert told(date(2026, 11, 23)) == [(1, 50, 66, "adopt")]


def test_a_plans_tests_are_one_question_however_many(queries: Callable[[], AbstractContextManager[Counted]]) -> None:
    cast = given.cast()
    measure = given.measured(cast)
    for number in range(1, 41):
        given.trial(cast, number=number, measure_id=measure.id)
    db.session.expire_all()
    plan_id = cast.plan.id
    with queries() as counted:
        rows = trials.for_plan(plan_id)
        assert [row.number for row in rows[:2]] == [40, 39]
        assert {row.measure for row in rows} == {"Days to a signed order"}
    assert len(counted) == 1
