"""The number on the tab Today is the number in the page's first sentence, whatever made the clocks run out."""

import re
from datetime import date, timedelta

import pytest
from time_machine import Traveller

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState
from app.home.queries import running_out
from app.milestones.models import State as Promised
from app.offices.models import Office, OfficeRules
from app.pain_points.models import State
from app.plans.models import PlanState, VersionState
from tests.support import builders as make
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson
from tests.support.pages import Page

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def seated(clock: Traveller) -> tuple[Office, Person, Cycle]:
    office = make.office()
    champion = make.person(at=office)
    cycle = make.cycle()
    make.seat(office, champion, cycle)
    return office, champion, cycle


def on_the_tab(page: Page) -> str:
    found = re.search(r'class="gw-count">([^<]+)<', page.html)
    return found[1] if found else "0"


def in_the_sentence(page: Page) -> str:
    found = re.search(r"(\S+) with a clock running out", page.text)
    return found[1] if found else "0"


def test_every_kind_of_clock_counts_and_what_has_time_does_not(
    as_person: AsPerson, seated: tuple[Office, Person, Cycle]
) -> None:
    office, champion, cycle = seated
    make.pain_point(office, champion, ack_due_on=TODAY)
    make.pain_point(office, champion, state=State.ACKNOWLEDGED, answer_due_on=YESTERDAY)
    make.pain_point(office, champion, state=State.ACKNOWLEDGED, ack_due_on=YESTERDAY)
    make.pain_point(office, champion, state=State.ACCEPTED, ack_due_on=YESTERDAY, answer_due_on=YESTERDAY)
    make.pain_point(office, make.person("Other"), ack_due_on=YESTERDAY)
    plan = make.plan(office, cycle, champion)
    make.milestone(plan, "Late", due=YESTERDAY)
    make.milestone(plan, "Reached", due=YESTERDAY, state=Promised.DONE)
    make.milestone(plan, "Soon", due=TOMORROW)
    make.measure(office, champion, "Due", stale_after=TODAY)
    make.measure(office, champion, "Never entered")
    make.measure(office, champion, "Fresh", stale_after=TOMORROW)
    page = as_person(champion).get("/today")
    assert on_the_tab(page) == in_the_sentence(page) == "5"
    assert on_the_tab(as_person(champion).get("/pain-points")) == "5"


@pytest.mark.parametrize(
    ("state", "counted"), [(VersionState.DRAFT, "1"), (VersionState.RETURNED, "1"), (VersionState.SUBMITTED, "0")]
)
def test_a_plan_counts_when_its_day_has_come_and_the_pen_is_here(
    as_person: AsPerson, seated: tuple[Office, Person, Cycle], state: VersionState, counted: str
) -> None:
    office, champion, cycle = seated
    cycle.plan_due_on = TODAY
    plan = make.plan(office, cycle, champion)
    plan.versions[0].state = state
    make.save(cycle)
    page = as_person(champion).get("/today")
    assert (on_the_tab(page), in_the_sentence(page)) == (counted, counted)


def test_a_further_version_of_a_plan_in_force_waits_without_a_day(
    as_person: AsPerson, seated: tuple[Office, Person, Cycle]
) -> None:
    office, champion, cycle = seated
    cycle.plan_due_on = YESTERDAY
    plan = make.plan(office, cycle, champion)
    plan.state = PlanState.ACTIVE
    make.save(cycle)
    page = as_person(champion).get("/today")
    assert (on_the_tab(page), in_the_sentence(page)) == ("0", "0")
    assert "Finish the plan of" in page.text
    assert "plans are due" not in page.text


def test_a_seat_without_a_plan_counts_in_an_open_cycle_only(
    as_person: AsPerson, seated: tuple[Office, Person, Cycle]
) -> None:
    _, champion, cycle = seated
    cycle.plan_due_on = YESTERDAY
    make.save(cycle)
    assert on_the_tab(as_person(champion).get("/today")) == "1"
    cycle.state = CycleState.CLOSED
    make.save(cycle)
    assert on_the_tab(as_person(champion).get("/today")) == "0"


def test_more_than_the_page_lists_still_counts_and_is_said(
    as_person: AsPerson, seated: tuple[Office, Person, Cycle]
) -> None:
    office, champion, _ = seated
    for number in range(23):
        make.pain_point(office, champion, title=f"Late {number}", ack_due_on=YESTERDAY)
    page = as_person(champion).get("/today")
    assert on_the_tab(page) == in_the_sentence(page) == "23"
    assert "The others come up" in page.text


def test_it_stops_counting_somewhere_and_says_so(as_person: AsPerson, seated: tuple[Office, Person, Cycle]) -> None:
    office, champion, _ = seated
    for _ in range(running_out.CAP + 1):
        make.pain_point(office, champion, ack_due_on=YESTERDAY)
    page = as_person(champion).get("/today")
    assert on_the_tab(page) == in_the_sentence(page) == "100+"


def test_every_page_counts_on_the_date_of_the_office(
    as_person: AsPerson, seated: tuple[Office, Person, Cycle], clock: Traveller
) -> None:
    office, champion, _ = seated
    make.save(OfficeRules(office_id=office.id, from_on=date(2026, 1, 1), time_zone="Pacific/Kiritimati"))
    make.pain_point(office, champion, ack_due_on=TOMORROW)
    clock.move_to(AT + timedelta(hours=4))  # three in the morning of the next day there
    page = as_person(champion).get("/today")
    assert on_the_tab(page) == in_the_sentence(page) == "1"
    assert on_the_tab(as_person(champion).get("/pain-points")) == "1"
