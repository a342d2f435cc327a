"""The program office finds on its first page what teams are stuck on, and what it is asked itself."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from app.accounts.models import Role
from app.check_ins.models import BlockerState
from app.core.database import transaction
from app.offices.models import ChannelKind
from app.sign_offs import actions
from tests.check_ins import given
from tests.support import builders as make
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson
from tests.support.queries import Counted
from tests.support.world_sign_offs import WORDS, ready

Count = Callable[[], AbstractContextManager[Counted]]


def test_what_waits_longest_is_listed_and_the_rest_counted(as_person: AsPerson, clock: object, queries: Count) -> None:
    case = given.case()
    for days in range(8):
        one = given.blocker(case)
        one.words, one.raised_on = f"Stuck for {days} days.", TODAY - timedelta(days=days)
    one.state = BlockerState.ANSWERED
    make.save(one)
    browser = as_person(case.program)
    browser.get("/blockers")  # signing in asks too
    with queries() as counted:
        page = browser.get("/program")
    assert len(counted) <= 12
    assert page.text.index("Stuck for 6 days.") < page.text.index("Stuck for 1 days.")
    for words in ("Stuck for 0 days.", "Stuck for 7 days."):
        assert words not in page.text
    assert "Stuck for 7 days." in browser.get(dict(page.links)["All 8: What is blocked"]).text


def test_it_leads_to_what_the_officer_answers_and_reported(as_person: AsPerson) -> None:
    page = as_person(make.with_role(Role.PROGRAM_OFFICE, make.office())).get("/program")
    assert {"What needs me today": "/today", "My reports": "/my-reports"}.items() <= dict(page.links).items()


def test_another_program_office_does_not_read_what_is_blocked_here(as_person: AsPerson, clock: object) -> None:
    given.blocker(given.case())
    other = make.with_role(Role.PROGRAM_OFFICE, make.office("Parking"), "Lena Ott")
    page = as_person(other).get("/program")
    assert "The court wants paper." not in page.text


def test_a_word_that_is_asked_of_the_program_office_is_a_row_of_its_page(as_person: AsPerson, clock: object) -> None:
    case = given.case()
    office = make.office("Permits", case.agency)
    champion, cycle = make.person("Nina", at=office), make.cycle()
    make.seat(office, champion, cycle)
    channel = make.channel(office, ChannelKind.WEB, case.program)
    plan = ready(make.plan(office, cycle, champion, words=WORDS, number=14), [channel])
    with transaction():
        actions.consult(plan.versions[0], due_on=None, by=champion, at=AT)
    page = as_person(case.program).get("/program")
    assert "Give your word on One desk" in page.text
    assert any(href.startswith("/plans/P-14/sign-offs/") for _words, href in page.links)
    assert "Give your word" not in as_person(make.with_role(Role.PROGRAM_OFFICE, case.agency)).get("/program").text
