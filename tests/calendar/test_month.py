"""The calendar as a month and as a list: what stands in it, for whom, and how one moves through it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
import time_machine

from app.accounts.models import Person, Role
from app.calendar import months
from app.extensions import db
from app.milestones.models import Milestone
from app.plans.models import PlanState
from tests.calendar import given
from tests.milestones import given as milestones
from tests.support import builders as build
from tests.support.client import Client
from tests.support.queries import Counted

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
ALL = (given.LATE, given.DUE, given.DONE, given.MOVED, "Days to a signed order", "Do parents sign at the counter")


def test_a_month_holds_what_is_due_done_late_and_moved(as_person: As) -> None:
    cast = given.cast()
    page = as_person(cast.champion).get("/calendar")
    for words in (*ALL, "Milestone late", "Milestone due", "Milestone done", "First promised, now 4 Dec", "Number due"):
        assert words in page.text
    assert page.text.count(given.LATE) == 1
    assert "Friday 27 November" in page.text
    assert "today" in page.text


@pytest.mark.parametrize("view", ["", "list"])
def test_months_follow_each_other(as_person: As, view: str) -> None:
    cast = given.cast()
    champion = as_person(cast.champion)
    page = champion.get(f"/calendar?month=2026-12&view={view}")
    assert "December 2026" in page.text
    assert given.MOVED in page.text
    assert "Plans are due" in page.text
    assert given.DUE not in page.text
    assert "month=2027-01" in page.html
    assert "month=2026-11" in page.html
    assert "Nothing is due in this month." in champion.get(f"/calendar?month=2031-05&view={view}").text


def test_a_damaged_address_shows_this_month(as_person: As) -> None:
    champion = as_person(given.cast().champion)
    for month in ("2026-13", "x" * 5000, "9999-99", "0001-01", "٢٠٢٦-١١", "2200-01"):
        page = champion.get(f"/calendar?month={month}&show=x&plan=P-0&view=y")
        assert "November 2026" in page.text or month in ("0001-01", "2200-01")


def test_everyone_finds_what_is_promised_and_nobody_drafts_of_others(as_person: As) -> None:
    cast = milestones.cast()
    build.milestone(cast.plan, "Only in the draft", date(2026, 11, 27))
    for person, sees in ((cast.champion, True), (cast.auditor, True), (cast.colleague, False), (cast.stranger, False)):
        found = as_person(person).get("/calendar?show=all&month=2026-11").text
        assert ("Only in the draft" in found) is sees
    milestones.accept(cast.plan)
    assert "Only in the draft" in as_person(cast.stranger).get("/calendar?show=all&month=2026-11").text


def test_it_narrows_to_mine_my_office_an_office_and_a_plan(as_person: As) -> None:
    cast = given.cast()
    other = as_person(cast.stranger)
    assert given.DUE not in other.get("/calendar").text
    assert given.DUE not in other.get("/calendar?show=office").text
    assert given.DUE in other.get("/calendar?show=all").text
    assert given.DUE in other.get(f"/calendar?office={cast.office.slug}").text
    assert given.DUE in other.get(f"/calendar?plan={cast.plan.ref}").text
    assert given.DUE not in other.get("/calendar?plan=P-1999999999").text
    assert given.DUE in as_person(cast.program).get("/calendar").text


def test_open_promises_of_a_plan_that_has_ended_are_gone(as_person: As) -> None:
    cast = given.cast()
    cast.plan.state = PlanState.STOPPED
    db.session.commit()
    page = as_person(cast.champion).get("/calendar")
    assert given.DONE in page.text
    assert given.DUE not in page.text


def test_what_does_not_fit_a_day_is_counted_and_stands_in_the_list(as_person: As) -> None:
    cast = given.cast()
    for number in range(7):
        build.milestone(cast.plan, f"One of seven: {number}", date(2026, 11, 18))
    milestones.accept(cast.plan)
    champion = as_person(cast.champion)
    page = champion.get("/calendar")
    assert "3 more" in page.text
    assert "view=list" in page.html
    assert "One of seven: 6" in champion.get("/calendar?view=list").text


def test_it_asks_a_dozen_questions_at_most_however_much_there_is(
    as_person: As, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    cast = given.cast()
    for number in range(120):
        db.session.add(Milestone(
            plan_id=cast.plan.id, name=f"M {number}", first_due_on=date(2026, 11, 18), due_on=date(2026, 11, 18)
        ))  # fmt: skip
    db.session.commit()
    browsers = [as_person(person) for person in (cast.champion, cast.program, cast.colleague)]
    browsers[0].get("/calendar")  # the tree is asked once in a process
    for browser in browsers:
        for view in ("", "list"):
            with queries() as counted:
                browser.get(f"/calendar?show=office&view={view}")
            assert len(counted) <= 12


def test_weeks_begin_as_the_country_counts_them() -> None:
    firsts = {tag: months.first_weekday(tag) for tag in ("en", "el", "ar", "th", "en_GB")}
    assert firsts == {"en": 6, "el": 0, "ar": 5, "th": 6, "en_GB": 0}
    rows = months.weeks(date(2026, 11, 1), [], date(2026, 11, 23), "el")
    assert [day.on.day for day in rows[0]] == [26, 27, 28, 29, 30, 31, 1]
    assert [day.is_inside for day in rows[0]] == [False] * 6 + [True]


def test_thai_officials_read_the_buddhist_year_and_arabs_their_digits(as_person: As) -> None:
    cast = given.cast()
    cast.champion.language = "th"
    cast.deputy.language = "ar"
    db.session.commit()
    assert "พฤศจิกายน 2569" in as_person(cast.champion).get("/calendar").text
    assert "٢٠٢٦" in as_person(cast.deputy).get("/calendar").text


def test_late_begins_at_the_midnight_of_the_office(as_person: As, clock: time_machine.Traveller) -> None:
    cast = given.cast()
    clock.move_to("2026-11-28T00:30:00+00:00")
    page = as_person(cast.champion).get("/calendar?view=list")
    assert page.text.count("Milestone late") == 2


def test_a_leader_without_an_office_sees_all_that_may_be_read(as_person: As) -> None:
    cast = given.cast()
    leader = build.person("Lea Nowhere")
    build.grant(leader, Role.LEADER, cast.agency)
    assert given.DUE in as_person(leader).get("/calendar").text


def test_an_office_is_found_by_its_name_and_what_is_not_found_is_said_beside_its_box(as_person: As) -> None:
    cast = given.cast()
    champion = as_person(cast.champion)
    assert given.DUE in as_person(cast.stranger).get(f"/calendar?office={cast.office.name.upper()}").text
    page = champion.get("/calendar?office=nowhere&plan=99999999999")
    assert page.errors == {
        "office": "No office is called “nowhere”.", "plan": "You can read no plan “99999999999”.",
    }  # fmt: skip
    assert given.DUE in page.text


def test_a_plan_that_one_may_not_read_looks_like_one_that_is_not_there(as_person: As) -> None:
    cast = milestones.cast()
    pages = [as_person(cast.stranger).get(f"/calendar?plan={ref}&view=list").text for ref in (cast.plan.ref, "P-99")]
    assert pages[0].replace(cast.plan.ref, "P-99") == pages[1]
    assert "You can read no plan" not in as_person(cast.champion).get(f"/calendar?plan={cast.plan.ref}").text
