"""What others wait for stands on the first page of who can give it, and of nobody else."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from time_machine import Traveller

from app.accounts.models import Person, Role
from app.champions.models import Cycle
from app.champions.nominations.models import Conflict, NominationState
from app.offices.models import Office
from app.pain_points.models import State
from app.plans.contributor import Contributor
from app.plans.models import Plan
from app.reviews.models import Remark, RemarkState
from app.trials.models import Trial
from tests.support import builders as make
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson
from tests.support.queries import Counted
from tests.support.world_nominations import nomination

Count = Callable[[], AbstractContextManager[Counted]]


def seated(name: str = "Child Support") -> tuple[Office, Person, Cycle, Plan]:
    office, champion, cycle = make.office(name), make.person("Dana Whitfield"), make.cycle()
    make.seat(office, champion, cycle)
    return office, champion, cycle, make.plan(office, cycle, champion, words={"title": "Orders in a day"})


def remark(plan: Plan, **fields: object) -> Remark:
    given = {"part": "problem", "words": "Who counted?", "author_id": make.person("Paula").id, "made_at": AT}
    return make.save(Remark(plan_id=plan.id, version_id=plan.versions[0].id, **{**given, **fields}))


def trial(plan: Plan, ends: int, number: int = 1, **fields: object) -> Trial:
    return make.save(Trial(
        plan_id=plan.id, number=number, question=f"Question {number}?", action="Ask", prediction="Half",
        predicted_on=TODAY, starts_on=TODAY - timedelta(days=30), ends_on=TODAY + timedelta(days=ends), **fields,
    ))  # fmt: skip


def test_open_remarks_wait_for_the_team_in_one_row(as_person: AsPerson, clock: Traveller) -> None:
    _office, champion, _cycle, plan = seated()
    for state in (RemarkState.OPEN, RemarkState.OPEN, RemarkState.ANSWERED, RemarkState.SETTLED):
        remark(plan, state=state)
    page = as_person(champion).get("/today")
    assert "2 remarks wait for the team." in page.text
    assert f"/plans/{plan.ref}/versions/1/remarks" in [href for _words, href in page.links]
    assert "remarks wait" not in as_person(make.person("Other")).get("/today").text


def test_a_plan_without_a_title_is_called_the_same_in_every_list(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _cycle, plan = seated()
    plan.title = ""
    remark(plan)
    point = make.pain_point(office, champion, make.person("Ann"), state=State.ACCEPTED)
    named, path = "Draft plan of Child Support", f"/plans/{plan.ref}"
    for reader, page in ((champion, "/today"), (make.with_role(Role.PROGRAM_OFFICE, office), "/program")):
        assert {words for words, href in as_person(reader).get(page).links if href == path} == {named}
    assert f"{plan.ref} {named}" in as_person(champion).get(f"/pain-points/{point.ref}").text


def test_a_small_test_that_is_over_waits_to_be_studied_and_counts(as_person: AsPerson, clock: Traveller) -> None:
    _office, champion, _cycle, plan = seated()
    trial(plan, ends=-3, number=1)
    trial(plan, ends=0, number=2)
    trial(plan, ends=-3, number=3, studied_on=TODAY)
    page = as_person(champion).get("/today")
    assert "Question 1?" in page.text
    assert "1 with a clock running out." in page.text
    assert "Question 2?" not in page.text
    assert "Question 3?" not in page.text


def test_who_is_selected_finds_the_seat_on_the_first_page(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, cycle, _plan = seated()
    other = make.office("Permits", parent=office)
    nominee = make.person("Nina", at=other)
    one = nomination(cycle, other, nominee, champion, NominationState.SELECTED, 7)
    for path in ("/", "/today"):
        page = as_person(nominee).get(path)
        assert "Say whether you take the seat of Permits" in page.text
        assert f"/nominations/{one.ref}#your-answer" in [href for _words, href in page.links]
    assert "take the seat" not in as_person(champion).get("/today").text


def test_nominations_wait_for_the_program_office_of_their_office(
    as_person: AsPerson, clock: Traveller, queries: Count
) -> None:
    office, champion, cycle, _plan = seated()
    elsewhere = make.with_role(Role.PROGRAM_OFFICE, make.office("Parking"), "Lena")
    program = make.with_role(Role.PROGRAM_OFFICE, office, "Paula")
    one = nomination(cycle, office, make.person("Nina"), champion, NominationState.SUBMITTED, 7)
    near = nomination(cycle, office, make.person("Noa"), champion, NominationState.SHORTLISTED, 8)
    nomination(cycle, office, make.person("Ned"), champion, NominationState.DECLINED, 9)
    make.save(Conflict(nomination_id=near.id, person_id=program.id, words="Cousins.", declared_at=AT))
    for path in ("/program", "/today"):
        browser = as_person(program)
        browser.get(path)
        with queries() as counted:
            page = browser.get(path)
        assert len(counted) <= 12
        assert "Score the nomination of Nina" in page.text
        assert f"/nominations/{one.ref}/scores/new" in [href for _words, href in page.links]
        assert "Noa" not in page.text
        assert "Ned" not in page.text
        assert "Nina" not in as_person(elsewhere).get(path).text


def test_several_plans_are_a_short_list_that_names_their_offices(as_person: AsPerson, clock: Traveller) -> None:
    _office, champion, cycle, plan = seated()
    browser = as_person(champion)
    assert browser.get("/my-plan").path == f"/plans/{plan.ref}"
    other = make.office("Permits")
    make.seat(other, make.person("Nina"), cycle, deputy=champion)
    page = browser.get("/today")
    assert "Your plan for Child Support" in page.text
    assert "Your plan for Permits" in page.text
    listed = browser.get("/my-plan")
    assert "Child Support" in listed.text
    browser.submit("/my-plan", {}, to="/plans")
    assert "Permits has no plan" not in browser.get("/my-plan").text


def test_who_writes_along_finds_that_plan_beside_their_own(as_person: AsPerson, clock: Traveller) -> None:
    _office, champion, cycle, plan = seated()
    assert plan.seat is not None
    other = make.office("Permits")
    writer = make.person("Nina")
    make.seat(other, writer, cycle)
    make.plan(other, cycle, writer)
    make.save(Contributor(
        plan_id=plan.id, version_id=plan.versions[0].id, person_id=writer.id, seat_id=plan.seat.id,
        added_by_id=champion.id, added_at=AT,
    ))  # fmt: skip
    page = as_person(writer).get("/my-plan")
    assert "Orders in a day" in page.text
    assert "You write along." in page.text
