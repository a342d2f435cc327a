"""/plans/P-12/contributors: colleagues who write along in the draft, and when that ends."""

import pytest
from sqlalchemy import select

from app.accounts.models import Role
from app.champions.actions import seats
from app.check_ins.models import CheckIn, CheckInState
from app.core import clock, database
from app.extensions import db
from app.notices.models import Notice
from app.offices.models import Office
from app.plans.actions.contribute import MOST
from app.plans.contributor import Contributor
from app.plans.models import Plan, PlanState, VersionState
from app.plans.policy import can_read_drafts
from app.plans.queries.readable import has_drafts_for
from tests.plans.conftest import Cast
from tests.plans.writing import EDIT, save
from tests.support import builders
from tests.support.client import AsPerson, Client

PAGE = "/plans/P-12/contributors"


@pytest.fixture
def along(cast: Cast, champion: Client, as_person: AsPerson) -> Client:
    """The colleague, asked to write along."""
    champion.submit(PAGE, {"person": "Priya"}, to=PAGE)
    return as_person(cast.colleague)


def removal() -> str:
    return f"{PAGE}/{db.session.scalars(select(Contributor)).one().id}/removals"


def test_a_contributor_writes_is_told_and_cannot_submit(cast: Cast, along: Client) -> None:
    notice = db.session.scalars(select(Notice).where(Notice.kind == "plan_contributor")).one()
    assert (notice.person_id, notice.path) == (cast.colleague.id, EDIT)
    save(along, risks="Written along.")
    assert "Submit" not in along.get(EDIT).text
    along.post("/plans/P-12/submissions", expect=403)
    along.get(PAGE, expect=403)
    along.post(PAGE, {"person": "Ruth"}, expect=403)


def test_the_page_says_who_writes(along: Client, champion: Client) -> None:
    save(along, risks="Written along.")
    text = champion.get(EDIT).text
    assert "Priya Nair saved Risks" in text
    assert "Take off Priya Nair" in champion.get(PAGE).text


def test_the_right_ends_when_it_is_taken_back(champion: Client, along: Client) -> None:
    for _ in range(2):
        champion.post(removal())
    along.get(EDIT, expect=404)
    champion.submit(PAGE, {"person": "Priya"}, to=PAGE)
    along.get(EDIT)


def test_the_right_ends_when_the_version_is_handed_in(champion: Client, along: Client) -> None:
    champion.post("/plans/P-12/submissions")
    along.post(EDIT, {"risks": "Late"}, expect=403)


def test_the_right_ends_with_the_seat(cast: Cast, along: Client) -> None:
    with database.transaction():
        seats.hand_over(
            db.session.merge(cast.seat), cast.seat.lock, champion=db.session.merge(cast.leader), deputy=None,
            by=db.session.merge(cast.program), at=clock.now(),
        )  # fmt: skip
    along.get(EDIT, expect=404)
    along.post(EDIT, {"risks": "Late"}, expect=404)


@pytest.mark.parametrize("who", ["Nobody of this name", "Sam Oyelaran", "", "x" * 300])
def test_a_wrong_name_gets_a_reason_and_stays(champion: Client, who: str) -> None:
    page = champion.submit(PAGE, {"person": who}, to=PAGE, expect=422)
    assert page.errors["person"]
    assert page.form(PAGE).values["person"] == who


def test_asking_twice_is_refused_in_words(champion: Client, along: Client) -> None:
    del along
    page = champion.submit(PAGE, {"person": "Priya"}, to=PAGE, expect=422)
    assert "writes in this plan already" in page.errors["person"]


def test_there_are_at_most_so_many(cast: Cast, champion: Client) -> None:
    for number in range(MOST):
        person = builders.person(f"Helper {number}")
        builders.save(
            Contributor(
                plan_id=cast.plan.id, version_id=cast.plan.versions[0].id, seat_id=cast.seat.id, person_id=person.id,
                added_by_id=cast.champion.id, added_at=builders.AT,
            )
        )  # fmt: skip
    assert "At most 12" in champion.submit(PAGE, {"person": "Priya"}, to=PAGE, expect=422).errors["person"]


def test_who_writes_along_finds_the_draft_and_nobody_else_does(
    cast: Cast, champion: Client, along: Client, as_person: AsPerson
) -> None:
    others = (cast.leader, builders.person("Noor Haddad", at=cast.office))
    for path in ("/search?q=COUNTER+parents", "/plans?q=counter+parents"):
        found = {"along": along.get(path), "champion": champion.get(path)}
        assert all('href="/plans/P-12"' in page.html for page in found.values()), path
        assert not any("/plans/P-12" in as_person(one).get(path).html for one in others), path
    champion.post(removal())
    assert "/plans/P-12" not in along.get("/search?q=counter+parents").html


def test_who_writes_along_does_not_read_what_the_team_tells(cast: Cast, along: Client) -> None:
    cast.plan.state = PlanState.ACTIVE
    builders.save(CheckIn(
        plan_id=cast.plan.id, asked_on=builders.TODAY, due_on=builders.TODAY, open_until=builders.TODAY,
        state=CheckInState.ANSWERED, stuck="The clerk is ill.", answered_at=builders.AT, answered_on=builders.TODAY,
        answered_by_id=cast.champion.id,
    ))  # fmt: skip
    along.get("/plans/P-12/check-ins", expect=403)
    assert "The clerk is ill." not in along.get("/plans/P-12").text


def test_the_conditions_say_what_the_policies_say(cast: Cast, along: Client) -> None:
    del along
    plan = db.session.get_one(Plan, cast.plan.id)
    found = db.session.query(Plan).join(Office, Office.id == Plan.office_id)
    for state in VersionState:
        plan.versions[0].state = state
        db.session.commit()
        for person in (cast.colleague, cast.champion, cast.leader):
            expected = can_read_drafts(person, plan)
            assert (found.filter(has_drafts_for(person)).count() == 1) is expected, (person.name, state)


def test_a_coach_does_not_write_along(cast: Cast, champion: Client) -> None:
    builders.grant(cast.colleague, Role.COACH, cast.office, cast.cycle)
    page = champion.submit(PAGE, {"person": "Priya"}, to=PAGE, expect=422)
    assert "a coach writes nothing in it" in page.errors["person"]


def test_others_are_refused(cast: Cast, along: Client, as_person: AsPerson) -> None:
    del along
    path = removal()
    for person, expect in ((cast.program, 403), (cast.sponsor, 403), (cast.leader, 404)):
        as_person(person).get(PAGE, expect=expect)
        as_person(person).post(PAGE, {"person": "Ruth"}, expect=expect)
        as_person(person).post(path, expect=expect)
    as_person(cast.champion).get(path, expect=405)
    as_person(cast.champion).post(f"{PAGE}/{2**80}/removals", expect=404)
