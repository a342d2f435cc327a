"""Starting a report: what about, over which period; bad input keeps what was typed."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from time_machine import Traveller

from app.accounts.models import Role
from app.core.events import Event
from app.extensions import db
from app.reports.errors import NotOver, TooLong, WrongOrder
from app.reports.models import Report, Scope
from app.reports.periods import Preset, choose
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.client import AsPerson

TODAY = date(2026, 11, 23)
FIELDS = {"scope": "plan", "period": "own", "period_start": "2026-01-01", "period_end": "2026-11-22"}


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


def test_a_champion_starts_a_report_on_the_own_plan(given: World, as_person: AsPerson) -> None:
    as_person(given.champion).submit("/reports/new", {**FIELDS, "plan": "P-12"}, to="/reports")
    report = db.session.scalars(select(Report)).one()
    assert (report.number, report.scope, report.plan_id) == (1, Scope.PLAN, given.plan.id)
    assert (report.period_start, report.period_end) == (date(2026, 1, 1), date(2026, 11, 22))
    assert report.title == "What changed at Child Support, until 22 November 2026"
    assert db.session.scalar(select(Event.actor_id).where(Event.verb == "report.started")) == given.champion.id


def test_a_link_from_the_plan_fills_in_the_form(given: World, as_person: AsPerson) -> None:
    form = as_person(given.champion).get("/reports/new?plan=P-12").form("/reports")
    assert (form.values["scope"], form.values["plan"], form.values["period"]) == ("plan", "P-12", "cycle")


def test_a_deputy_may_and_a_colleague_may_not(given: World, as_person: AsPerson) -> None:
    colleague = as_person(make.person("Colleague", at=given.office))
    colleague.get("/reports/new", expect=403)
    colleague.post("/reports", {**FIELDS, "plan": "P-12", "language": "en"}, expect=403)
    assert "Write a report" not in [words for words, _ in colleague.get("/reports").links]


def test_a_champion_of_another_office_is_told_to_choose_the_own_plan(given: World, as_person: AsPerson) -> None:
    other = make.office("Records", given.agency)
    stranger = make.person("Other Champion", at=other)
    make.seat(other, stranger, given.cycle)
    page = as_person(stranger).post("/reports", {**FIELDS, "plan": "P-12", "language": "en"}, expect=422)
    assert page.errors == {"plan": "Choose your plan."}
    assert page.form("/reports").values["period_end"] == "2026-11-22"


def test_a_period_that_goes_on_is_refused_beside_its_field(given: World, as_person: AsPerson) -> None:
    browser = as_person(given.champion)
    page = browser.submit(
        "/reports/new", {**FIELDS, "plan": "P-12", "period_end": "2026-12-24"}, to="/reports", expect=422
    )
    assert page.errors == {"period_end": "A report looks back: its last day is today at the latest."}
    assert page.form("/reports").values["period_start"] == "2026-01-01"
    assert db.session.scalar(select(Report.id)) is None


def test_nothing_chosen_is_said_for_each_field(given: World, as_person: AsPerson) -> None:
    page = as_person(given.program).post("/reports", {"language": "en"}, expect=422)
    assert page.errors == {"scope": "Choose what the report is about.", "period": "Choose a period."}


def test_an_office_that_nobody_knows_is_named(given: World, as_person: AsPerson) -> None:
    page = as_person(given.program).submit("/reports/new", {"scope": "office", "office": "Nowhere"}, expect=422)
    assert "Nowhere" in page.errors["office"]


def test_a_program_office_of_one_branch_does_not_report_on_the_program(given: World, as_person: AsPerson) -> None:
    branch = make.with_role(Role.PROGRAM_OFFICE, given.office, "Branch Office")
    page = as_person(branch).post("/reports", {"scope": "program", "period": "year", "language": "en"}, expect=422)
    assert "scope" in page.errors


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        (Preset.MONTH, date(2026, 10, 1), date(2026, 10, 31)),
        (Preset.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
        (Preset.YEAR, date(2026, 1, 1), TODAY),
        (Preset.CYCLE, date(2026, 10, 1), TODAY),
    ],
)
def test_presets_are_whole_periods_that_are_over(preset: Any, start: date, end: date) -> None:
    assert choose(preset, TODAY, date(2026, 10, 1), (None, None)) == (start, end)


def test_the_last_quarter_in_january_lies_in_the_year_before() -> None:
    assert choose(Preset.QUARTER, date(2026, 1, 5), None, (None, None)) == (date(2025, 10, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "error"),
    [
        (TODAY, date(2026, 11, 22), WrongOrder),
        (TODAY, date(2026, 11, 24), NotOver),
        (date(2020, 1, 1), TODAY, TooLong),
        (date(2027, 1, 1), TODAY, WrongOrder),
    ],
)
def test_own_dates_look_back_in_order(start: date, end: date, error: Any) -> None:
    with pytest.raises(error):
        choose(Preset.OWN, TODAY, None, (start, end))
