"""What happened to a round, to one version and to a plan's small tests stands on their pages, at a dozen questions."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from flask import Flask
from time_machine import Traveller

from tests.funding import case as cases
from tests.funding.test_rounds import TERMS
from tests.plans import conftest as plans
from tests.plans.writing import EDIT, SUBMISSIONS
from tests.support import builders as make
from tests.support.client import AsPerson
from tests.support.html import text_of
from tests.support.pages import Page
from tests.support.queries import Counted
from tests.trials import given as trials

Queries = Callable[[], AbstractContextManager[Counted]]
cast = plans.cast


def told(page: Page) -> list[str]:
    """The lines of its histories, without their times."""
    return [text_of(line) for line in page.all("details[@class='gw-details gw-history']//p")]


def test_rounds_say_who_made_changed_opened_and_closed_them(
    app: Flask, clock: Traveller, as_person: AsPerson, queries: Queries
) -> None:
    case = cases.ready()
    program = as_person(case.program)
    program.submit("/funding/rounds/new", TERMS)
    program.submit("/funding/rounds/3/edit", {"positions": "12"}, to="/funding/rounds/3/edit")
    program.post("/funding/rounds/3/openings")
    program.post("/funding/rounds/2/closings")
    of_third = ["made a funding round", "changed a funding round", "opened a funding round"]
    assert verbs_of(program.get("/funding/rounds/3/edit"), case.program.name) == of_third
    with queries() as counted:
        page = as_person(make.person(at=case.office)).get("/funding")
    assert verbs_of(page, case.program.name) == [*of_third, "closed a funding round"]
    assert "In the round: 12 positions and $60,000" in page.text
    assert len(counted) <= 12


def test_each_version_says_what_happened_to_it_alone(cast: plans.Cast, as_person: AsPerson, queries: Queries) -> None:
    champion, program = as_person(cast.champion), as_person(cast.program)
    champion.post(SUBMISSIONS)
    program.post("/plans/P-12/versions/1/returns", {"reasons": "Say who pays."})
    champion.post("/plans/P-12/versions")
    champion.submit(EDIT, {"risks": "None that we know."}, to=EDIT)
    with queries() as counted:
        page = champion.get("/plans/P-12/versions/1")
    said = told(page)
    assert [cast.champion.name in said[0], cast.program.name in said[1], len(said)] == [True, True, 2]
    assert "returned a version, with reasons" in said[1]
    assert len(counted) <= 12
    draft = champion.get("/plans/P-12/versions/2")
    assert ("History", "/plans/P-12/history") in draft.links
    assert told(draft) == []


def test_small_tests_say_what_happened_to_each_also_to_one_that_was_taken_out(
    app: Flask, clock: Traveller, as_person: AsPerson, queries: Queries
) -> None:
    given = trials.cast()
    door = f"/plans/{given.plan.ref}/trials"
    champion = as_person(given.champion)
    gone = trials.trial(given, number=7)
    champion.submit(f"{door}/new", trials.SENT | {"question": "Do they sign at night?"}, to=door)
    champion.post(f"{door}/{gone.id}/removals")
    with queries() as counted:
        said = told(champion.get(door))
    assert "planned a small test : Do they sign at night?" in said[0].replace("test:", "test :")
    assert "took out a small test that had not begun" in said[1]
    assert len(counted) <= 12


def verbs_of(page: Page, name: str) -> list[str]:
    """What this person did, without amounts."""
    return [" ".join(line.removeprefix(name).split()).split(" In the round")[0] for line in told(page)]
