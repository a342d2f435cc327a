"""Criteria, coverage and the cohort of a cycle: what they show, and to whom."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.champions.models import CycleState
from app.champions.nominations import coverage
from app.champions.nominations.models import Criterion
from app.extensions import db
from app.plans.models import VersionState
from tests.accounts.house import House
from tests.champions.selecting import POINTS, given, page_of
from tests.support import builders
from tests.support.client import Client
from tests.support.queries import counting

People = Callable[[Person], Client]
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff " * 5


def criteria(house: House) -> str:
    return f"/cycles/{house.cycle.id}/criteria"


def test_a_cycle_begins_with_criteria_which_are_changed_until_the_first_score(house: House, as_person: People) -> None:
    browser, one = as_person(house.program), given(house)
    page = browser.get(criteria(house))
    assert page.form(criteria(house)).values["name_0"] == "Thinks ahead"
    browser.submit(criteria(house), {"name_3": "", "question_3": "", "name_0": "Sees far"})
    assert db.session.scalars(select(Criterion.name).order_by(Criterion.position)).all()[0] == "Sees far"
    browser.submit(f"{page_of(one)}/scores/new", {name: POINTS[name] for name in POINTS if name != "points_3"})
    browser.post(criteria(house), {"name_0": "Other", "lock": str(house.cycle.lock)}, expect=409)
    assert "Scores were given" in browser.get(criteria(house))
    assert len(db.session.scalars(select(Criterion)).all()) == 3


@pytest.mark.parametrize(("field", "value"), [("name_0", "x" * 121), ("question_1", "x" * 301)])
def test_what_is_wrong_in_criteria_stands_beside_its_field(
    house: House, as_person: People, field: str, value: str
) -> None:
    page = as_person(house.program).submit(criteria(house), {field: value}, expect=422)
    assert field in page.errors
    assert page.form(criteria(house)).values[field] == value


def test_no_criteria_at_all_are_refused(house: House, as_person: People) -> None:
    page = as_person(house.program).post(criteria(house), {"lock": str(house.cycle.lock)}, expect=422)
    assert "at least one" in page.errors["name_0"]


def test_two_who_change_criteria_lose_nothing(house: House, as_person: People) -> None:
    browser = as_person(house.program)
    form = browser.get(criteria(house)).form(criteria(house)).values
    browser.submit(criteria(house), {"name_0": "First"})
    page = browser.post(criteria(house), form | {"name_0": "Second"}, expect=409)
    assert "First" in page
    assert page.form(criteria(house)).values["name_0"] == "Second"


def test_others_change_no_criteria_and_nobody_those_of_a_closed_cycle(house: House, as_person: People) -> None:
    for who in (house.colleague, house.admin, house.auditor):
        as_person(who).post(criteria(house), {"name_0": "x"}, expect=403)
    house.cycle.state = CycleState.CLOSED
    db.session.commit()
    as_person(house.program).get(criteria(house), expect=403)


def test_coverage_says_for_which_offices_nobody_speaks(house: House, as_person: People) -> None:
    lonely = builders.office("Mill Lane", house.hill)
    given(house)
    found = coverage.of(house.cycle)
    by_name = {one.name: (one.seats, one.nominees, one.above, one.nobody) for one in found.regions}
    assert by_name == {"Child Support": (1, 0, 1, 0), "Hill Road": (0, 1, 0, 1)}
    assert [one.id for one in found.missing] == [lonely.id]
    page = as_person(house.program).get(f"/cycles/{house.cycle.id}/coverage?region=hill-road&after=nonsense")
    assert "Mill Lane" in page
    as_person(house.colleague).get(f"/cycles/{house.cycle.id}/coverage", expect=403)


def test_an_empty_cohort_says_what_comes(house: House, as_person: People) -> None:
    empty = builders.cycle("Year 2")
    assert "Nobody has a seat yet." in as_person(house.colleague).get(f"/cycles/{empty.id}/cohort")
    as_person(house.colleague).get("/cycles/999/cohort", expect=404)


def test_a_plan_in_force_shows_with_its_days_and_a_draft_does_not(house: House, as_person: People) -> None:
    plan = builders.plan(house.support, house.cycle, house.dana, words={"title": "From 72 days to 1"})
    browser, path = as_person(house.colleague), f"/cycles/{house.cycle.id}/cohort"
    assert "From 72 days to 1" not in browser.get(path)
    version = plan.versions[0]
    version.state, version.today_days, version.after_days = VersionState.ACCEPTED, 72, 1
    db.session.commit()
    page = browser.get(path)
    assert "From 72 days to 1" in page
    assert "72" in page.with_class("cohort__days")[0]


def test_forty_people_cost_no_more_questions_than_one(house: House, as_person: People) -> None:
    browser, path = as_person(house.colleague), f"/cycles/{house.cycle.id}/cohort"
    browser.get(path)
    with counting() as few:
        browser.get(path)
    for number in range(39):
        office = builders.office(f"مكتب {number}" if number % 2 else LONG_NAME[:190], house.hill, f"office-{number}")
        builders.seat(office, builders.person("ليلى حدّاد" if number % 2 else LONG_NAME[:190], at=office), house.cycle)
    with counting() as many:
        page = browser.get(path)
    assert len(page.with_class("cohort__card")) == 40
    assert len(many) == len(few)
