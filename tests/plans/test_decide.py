"""Returning, accepting, withdrawing, and the next version."""

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.plans import queries
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from tests.plans.conftest import Cast
from tests.plans.writing import EDIT, SUBMISSIONS, hand_in, save
from tests.support import builders
from tests.support.client import AsPerson, Client

VERSION = "/plans/P-12/versions/1"
STEPS = [("acceptances", {}), ("returns", {"reasons": "Say who pays."}), ("withdrawals", {})]


@pytest.fixture
def submitted(cast: Cast, champion: Client) -> Cast:
    champion.post(SUBMISSIONS)
    return cast


def plan() -> Plan:
    return db.session.scalars(select(Plan)).one()


def states() -> list[str]:
    return [version.state.value for version in plan().versions]


def notices_of(person: Person) -> list[str]:
    asked = select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)
    return list(db.session.scalars(asked))


def verbs() -> list[str]:
    return list(db.session.scalars(select(Event.verb).order_by(Event.id)))


def test_the_program_office_accepts_and_the_plan_is_active(submitted: Cast, program: Client) -> None:
    page = program.submit(VERSION, to=f"{VERSION}/acceptances")
    assert page.path == "/plans/P-12"
    assert (plan().state, states(), plan().title) == (
        PlanState.ACTIVE, ["accepted"], "Orders on the day both parents agree",
    )  # fmt: skip
    assert plan().versions[0].decided_by_id == submitted.program.id
    assert verbs() == ["plan.submitted", "plan.accepted"]
    assert notices_of(submitted.champion) == notices_of(submitted.deputy) == ["plan_accepted"]


def test_it_returns_with_reasons_that_the_team_reads(submitted: Cast, program: Client, champion: Client) -> None:
    program.submit(VERSION, {"reasons": "Say who pays."}, to=f"{VERSION}/returns")
    assert (states(), plan().state) == (["returned"], PlanState.PREPARING)
    assert "Say who pays." in champion.get(VERSION).text
    assert notices_of(submitted.champion) == ["plan_returned"]
    event = db.session.scalars(select(Event).where(Event.verb == "plan.returned")).one()
    assert "pays" not in str(event.data)


@pytest.mark.parametrize("reasons", ["", "  \n "])
def test_returning_needs_a_reason(submitted: Cast, program: Client, reasons: str) -> None:
    page = program.submit(VERSION, {"reasons": reasons}, to=f"{VERSION}/returns", expect=422)
    assert "Say what is missing" in page.errors["reasons"]
    assert states() == ["submitted"]


def test_a_reason_that_is_too_long_is_refused_and_kept(submitted: Cast, program: Client) -> None:
    page = program.submit(VERSION, {"reasons": "a" * 20_001}, to=f"{VERSION}/returns", expect=422)
    assert page.form(f"{VERSION}/returns").values["reasons"] == "a" * 20_001


@pytest.mark.parametrize(("step", "fields"), STEPS[:2])
def test_strangers_do_not_decide(submitted: Cast, as_person: AsPerson, step: str, fields: dict[str, str]) -> None:
    for person in (submitted.colleague, submitted.sponsor, submitted.leader, submitted.auditor, submitted.champion):
        as_person(person).post(f"{VERSION}/{step}", fields, expect=403)
    as_person(submitted.program).get(f"{VERSION}/{step}", expect=405)
    as_person(submitted.program).post(f"{VERSION}/{step}", fields, csrf=False, expect=400)
    assert states() == ["submitted"]


@pytest.mark.parametrize(("step", "fields"), STEPS[:2])
def test_a_program_office_elsewhere_does_not_decide(
    submitted: Cast, as_person: AsPerson, step: str, fields: dict[str, str]
) -> None:
    elsewhere = builders.with_role(Role.PROGRAM_OFFICE, builders.office("Parking", parent=submitted.agency))
    as_person(elsewhere).post(f"{VERSION}/{step}", fields, expect=403)
    assert states() == ["submitted"]


@pytest.mark.parametrize(("step", "fields"), STEPS[:2])
@pytest.mark.parametrize("who", ["champion", "deputy"])
def test_nobody_decides_on_their_own_plan_with_two_roles(
    submitted: Cast, as_person: AsPerson, who: str, step: str, fields: dict[str, str]
) -> None:
    person: Person = getattr(submitted, who)
    builders.grant(person, Role.PROGRAM_OFFICE, submitted.agency)
    client = as_person(person)
    assert "Accept version" not in client.get(VERSION).text
    client.post(f"{VERSION}/{step}", fields, expect=403)
    assert states() == ["submitted"]


def test_who_once_wrote_in_it_never_decides_on_it(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    save(as_person(cast.deputy), risks="Written by the deputy")
    champion.post(SUBMISSIONS)
    for grant in cast.deputy.grants:
        grant.to_on = builders.TODAY
        builders.save(grant)
    builders.grant(cast.deputy, Role.PROGRAM_OFFICE, cast.agency)
    as_person(cast.deputy).post(f"{VERSION}/acceptances", expect=403)
    assert states() == ["submitted"]


@pytest.mark.parametrize(("step", "fields"), STEPS)
@pytest.mark.parametrize("first", ["acceptances", "returns", "withdrawals"])
def test_a_version_is_decided_once(
    submitted: Cast, as_person: AsPerson, first: str, step: str, fields: dict[str, str]
) -> None:
    def clients(name: str) -> Client:
        return as_person(submitted.champion if name == "withdrawals" else submitted.program)

    clients(first).post(f"{VERSION}/{first}", dict(STEPS)[first])
    before = states()
    clients(step).post(f"{VERSION}/{step}", fields, expect=_after(first, step))
    assert states() == before


def _after(first: str, step: str) -> int:
    """409 where the version is still read; the program office reads returned and withdrawn ones too."""
    return 409


def test_the_team_withdraws_what_it_submitted(submitted: Cast, champion: Client) -> None:
    champion.submit(VERSION, to=f"{VERSION}/withdrawals")
    assert states() == ["withdrawn"]
    assert verbs() == ["plan.submitted", "plan.withdrawn"]


def test_nobody_else_withdraws(submitted: Cast, as_person: AsPerson) -> None:
    for person in (submitted.program, submitted.colleague, submitted.sponsor):
        as_person(person).post(f"{VERSION}/withdrawals", expect=403)
    assert states() == ["submitted"]


def test_an_accepted_plan_changes_only_by_a_new_version(submitted: Cast, champion: Client, program: Client) -> None:
    program.post(f"{VERSION}/acceptances")
    champion.submit("/plans/P-12", to="/plans/P-12/versions")
    save(champion, title="A better title")
    assert (states(), plan().title) == (["accepted", "draft"], "Orders on the day both parents agree")
    found = queries.in_force(plan())
    assert found is not None
    assert found.number == 1
    champion.post(SUBMISSIONS)
    assert [v.number for v in (queries.in_force(plan()), queries.on_paper(plan())) if v] == [1, 1]
    program.post("/plans/P-12/versions/2/acceptances")
    assert (states(), plan().title) == (["accepted", "accepted"], "A better title")
    assert [v.number for v in (queries.in_force(plan()), queries.on_paper(plan())) if v] == [2, 2]


def test_a_new_version_begins_with_the_newest_texts_and_measures(cast: Cast, champion: Client, program: Client) -> None:
    hand_in(champion, risks="Newest risks", channels=str(cast.web.id))
    program.post(f"{VERSION}/returns", {"reasons": "More."})
    champion.post("/plans/P-12/versions")
    values = champion.get(EDIT).form(EDIT).values
    assert (values["risks"], values["today_days"], values["channels"]) == ("Newest risks", "72", str(cast.web.id))
    assert values["changes-0-what"] == "One legal review instead of two"
    old = db.session.scalars(select(PlanVersion).where(PlanVersion.number == 1)).one()
    assert old.state is VersionState.RETURNED


def test_there_is_at_most_one_open_version(submitted: Cast, champion: Client, program: Client) -> None:
    champion.post("/plans/P-12/versions", expect=409)
    program.post(f"{VERSION}/acceptances")
    champion.post("/plans/P-12/versions")
    champion.post("/plans/P-12/versions", expect=409)
    assert states() == ["accepted", "draft"]


def test_only_the_team_starts_a_new_version(submitted: Cast, program: Client, as_person: AsPerson) -> None:
    program.post(f"{VERSION}/acceptances")
    for person in (submitted.program, submitted.colleague, submitted.sponsor, submitted.auditor):
        as_person(person).post("/plans/P-12/versions", expect=403)
    as_person(submitted.champion).get("/plans/P-12/versions", expect=405)
    assert states() == ["accepted"]


def test_a_plan_that_ended_takes_no_new_version(submitted: Cast, champion: Client, program: Client) -> None:
    program.post(f"{VERSION}/acceptances")
    found = plan()
    found.state = PlanState.COMPLETED
    builders.save(found)
    champion.post("/plans/P-12/versions", expect=409)
    assert states() == ["accepted"]
