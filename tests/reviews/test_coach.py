"""A coach for a plan: named by the program office, reads drafts and remarks, writes and decides nothing."""

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role, RoleGrant
from app.champions.actions import cycles
from app.core.database import transaction
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.plans.models import Plan, VersionState
from tests.plans.conftest import Cast
from tests.reviews.conftest import REMARKS, Review, handed_in
from tests.support import builders
from tests.support.client import AsPerson, Client

COACH = "/plans/P-12/coach"


def coaches() -> list[tuple[int, bool]]:
    """Who coaches or did, and whether they still do."""
    asked = select(RoleGrant).where(RoleGrant.role == Role.COACH).order_by(RoleGrant.id)
    return [(one.person_id, one.to_on is None) for one in db.session.scalars(asked)]


def coached(cast: Cast, person: Person) -> Person:
    builders.grant(person, Role.COACH, cast.office, cast.cycle)
    return person


def test_the_program_office_names_a_coach_and_all_are_told(cast: Cast, program: Client) -> None:
    page = program.submit(COACH, {"person": cast.leader.email}, to=COACH)
    assert coaches() == [(cast.leader.id, True)]
    assert cast.leader.name in page.text
    told = db.session.execute(select(Notice.person_id, Notice.kind).order_by(Notice.id)).all()
    assert {tuple(row) for row in told} == {
        (cast.leader.id, "coach_named"), (cast.champion.id, "plan_coached"), (cast.deputy.id, "plan_coached"),
    }  # fmt: skip
    assert db.session.scalars(select(Event.data).where(Event.verb == "plan.coach_named")).one() == {
        "person_id": cast.leader.id
    }


def test_naming_the_same_again_is_harmless_and_another_takes_over(cast: Cast, program: Client) -> None:
    for person in (cast.leader, cast.leader, cast.auditor):
        program.post(COACH, {"person": person.email})
    assert coaches() == [(cast.leader.id, False), (cast.auditor.id, True)]
    assert cast.leader.name in program.get(COACH).text


def test_ending_is_harmless_to_repeat(cast: Cast, program: Client) -> None:
    program.post(COACH, {"person": cast.leader.email})
    program.post(f"{COACH}/endings")
    program.post(f"{COACH}/endings")
    assert coaches() == [(cast.leader.id, False)]


def test_nobody_else_names_or_ends(cast: Cast, as_person: AsPerson) -> None:
    coached(cast, cast.leader)
    elsewhere = builders.with_role(Role.PROGRAM_OFFICE, builders.office("Parking", parent=cast.agency))
    for person in (cast.champion, cast.sponsor, cast.auditor, cast.leader):
        as_person(person).post(COACH, {"person": cast.colleague.email}, expect=403)
        as_person(person).post(f"{COACH}/endings", expect=403)
    as_person(elsewhere).post(COACH, {"person": cast.colleague.email}, expect=404)
    as_person(cast.program).get(f"{COACH}/endings", expect=405)
    assert coaches() == [(cast.leader.id, True)]


@pytest.mark.parametrize("who", ["champion", "deputy"])
def test_the_team_does_not_coach_itself(cast: Cast, program: Client, who: str) -> None:
    person: Person = getattr(cast, who)
    page = program.post(COACH, {"person": person.email}, expect=422)
    assert "is on the plan’s team" in page.errors["person"]
    assert page.form(COACH).values["person"] == person.email


@pytest.mark.parametrize("words", ["", "nobody at all", "x" * 100_000])
def test_a_person_that_is_not_found_says_so_beside_the_field(cast: Cast, program: Client, words: str) -> None:
    page = program.post(COACH, {"person": words}, expect=422)
    assert page.errors["person"]
    assert coaches() == []


def test_the_coach_reads_the_draft_and_remarks_and_writes_nothing(cast: Cast, as_person: AsPerson) -> None:
    coach = as_person(coached(cast, cast.leader))
    assert "ten weeks" in coach.get("/plans/P-12").text
    coach.post(REMARKS, {"on-problem": "Who waits longest?"})
    assert "Who waits longest?" in coach.get(REMARKS).text
    coach.get("/plans/P-12/edit", expect=403)
    coach.post("/plans/P-12/edit", {"title": "Mine"}, expect=403)
    coach.post("/plans/P-12/submissions", expect=403)
    coach.post("/plans/P-12/versions/1/answers", {"answer-1": "No."}, expect=403)


def test_coaching_one_plan_opens_no_other(cast: Cast, as_person: AsPerson) -> None:
    child = builders.office("Hearings", parent=cast.office)
    builders.plan(child, cast.cycle, cast.champion, number=13)
    builders.plan(cast.office, builders.cycle("Cycle 2027"), cast.champion, number=14)
    coach = as_person(coached(cast, cast.colleague))
    coach.get("/plans/P-12")
    for other in (13, 14):
        coach.get(f"/plans/P-{other}", expect=404)


@pytest.mark.parametrize("step", ["acceptances", "returns"])
def test_a_coach_decides_nothing_also_as_the_program_office(cast: Cast, as_person: AsPerson, step: str) -> None:
    handed_in(cast.plan.versions[0], cast.champion)
    coach = as_person(coached(cast, cast.program))
    assert "Accept version" not in coach.get("/plans/P-12/versions/1").text
    coach.post(f"/plans/P-12/versions/1/{step}", {"reasons": "No."}, expect=403)
    assert db.session.scalars(select(Plan)).one().versions[0].state is VersionState.SUBMITTED


def test_it_ends_with_the_cycle(cast: Cast, as_person: AsPerson) -> None:
    coach = as_person(coached(cast, cast.colleague))
    with transaction():
        cycles.close(cast.cycle, by=cast.program, at=builders.AT)
    assert coaches() == [(cast.colleague.id, False)]
    coach.get("/plans/P-12", expect=404)
    as_person(cast.program).post(COACH, {"person": cast.leader.email}, expect=409)


def test_a_role_of_a_coach_is_not_given_by_hand(review: Review, as_person: AsPerson) -> None:
    cast = review.cast
    admin = builders.with_role(Role.ADMINISTRATOR, cast.agency)
    page = as_person(admin).get(f"/people/{cast.colleague.id}/grants/new")
    assert "Coach" not in page.text
    fields = {"role": "coach", "office": cast.office.name}
    as_person(admin).post(f"/people/{cast.colleague.id}/grants", fields, expect=422)
    assert coaches() == []
