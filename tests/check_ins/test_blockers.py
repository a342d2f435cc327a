"""Blockers rise to somebody by name, and come back with an answer that the team judges."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role, RoleGrant
from app.check_ins import queries, rounds
from app.check_ins.models import Blocker, BlockerState, StepKind
from app.extensions import db
from app.notices.models import Notice
from app.plans.models import PlanState
from tests.check_ins import given
from tests.check_ins.given import Case
from tests.support import builders
from tests.support.builders import AT, TODAY
from tests.support.client import Client
from tests.support.pages import Page

As = Callable[[Person], Client]
LINE = "I call the clerk on Monday."


def page_of(case: Case, blocker: Blocker) -> str:
    return f"{case.url}/blockers/{blocker.id}"


def send(client: Client, url: str, step: str, expect: int = 200, words: str = LINE) -> Page:
    return client.submit(url, {"step": step, "words": words}, to=f"{url}/answers", expect=expect)


def kinds(to: Person) -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Notice.kind).where(Notice.person_id == to.id).order_by(Notice.id)))


def again(blocker: Blocker) -> Blocker:
    db.session.rollback()
    return db.session.get_one(Blocker, blocker.id)


def test_raised_it_tells_the_sponsor_and_stands_in_their_list(case: Case, as_person: As) -> None:
    sent = {"stuck": "The court wants paper.", "is_blocker": "y"}
    as_person(case.champion).submit(f"{case.url}/check-ins/new", sent)
    assert kinds(case.sponsor) == ["blocker_raised"]
    page = as_person(case.sponsor).get("/blockers")
    assert "Waits for your word" in page
    assert "The court wants paper." in page
    assert db.session.scalars(select(Blocker.due_on)).one() == TODAY + timedelta(days=7)


def test_the_sponsor_takes_it_then_answers_and_the_team_is_told(case: Case, as_person: As) -> None:
    found = given.blocker(case)
    url, sponsor = page_of(case, found), as_person(case.sponsor)
    send(sponsor, url, "taken")
    assert again(found).state is BlockerState.TAKEN
    send(sponsor, url, "answered", words="The clerk takes e-mail from Monday on.")
    assert again(found).state is BlockerState.ANSWERED
    assert kinds(case.champion) == kinds(case.deputy) == ["blocker_taken", "blocker_answered"]
    page = as_person(case.champion).get(url)
    assert "The clerk takes e-mail from Monday on." in page


def test_passed_up_it_asks_the_next_head_and_at_last_the_program_office(case: Case, as_person: As) -> None:
    found = given.blocker(case)
    url = page_of(case, found)
    send(as_person(case.sponsor), url, "passed_up")
    assert (again(found).asked_of_id, again(found).level_id) == (case.director.id, case.region.id)
    assert kinds(case.director) == ["blocker_raised"]
    send(as_person(case.director), url, "passed_up")
    assert (again(found).asked_of_id, again(found).level_id) == (case.program.id, None)
    page = as_person(case.program).get(url)
    assert "It goes one level up" not in page
    values = {"step": "passed_up", "words": LINE, "lock": str(again(found).lock)}
    as_person(case.program).post(f"{url}/answers", values, expect=409)
    assert kinds(case.champion) == ["blocker_passed_up"] * 2


def test_the_team_settles_it_or_asks_again(case: Case, as_person: As) -> None:
    found = given.blocker(case)
    url, champion = page_of(case, found), as_person(case.champion)
    send(as_person(case.sponsor), url, "answered")
    champion.submit(url, {"words": "The clerk is on leave."}, to=f"{url}/reopenings")
    assert again(found).state is BlockerState.OPEN
    send(as_person(case.sponsor), url, "answered")
    champion.submit(url, {"helped": "Her deputy signs."}, to=f"{url}/settlements")
    assert (again(found).state, again(found).settled_on) == (BlockerState.SETTLED, TODAY)
    assert kinds(case.sponsor) == ["blocker_reopened", "blocker_settled"]
    assert [step.kind for step in again(found).steps] == [
        StepKind.RAISED, StepKind.ANSWERED, StepKind.REOPENED, StepKind.ANSWERED, StepKind.SETTLED,
    ]  # fmt: skip
    champion.post(f"{url}/settlements", {"lock": str(again(found).lock)}, expect=409)


@pytest.mark.parametrize("who", ["champion", "deputy", "director"])
def test_only_whoever_is_asked_answers(case: Case, as_person: As, who: str) -> None:
    found = given.blocker(case)
    values = {"step": "answered", "words": LINE, "lock": "1"}
    as_person(getattr(case, who)).post(f"{page_of(case, found)}/answers", values, expect=403)
    assert again(found).state is BlockerState.OPEN


def test_a_sponsor_on_the_team_does_not_answer_their_own(case: Case, as_person: As) -> None:
    builders.grant(case.champion, Role.SPONSOR, case.office)
    as_person(case.champion).submit(f"{case.url}/check-ins/new", {"stuck": "Paper.", "is_blocker": "y"})
    assert db.session.scalars(select(Blocker.asked_of_id)).one() == case.sponsor.id


def test_others_neither_settle_nor_read(case: Case, as_person: As) -> None:
    url = page_of(case, given.blocker(case))
    as_person(case.sponsor).post(f"{url}/settlements", {"lock": "1"}, expect=403)
    as_person(case.colleague).get(url, expect=403)
    as_person(case.colleague).get(f"{case.url}/blockers/999999", expect=404)
    as_person(case.sponsor).get(f"{case.url}/blockers/2147483648", expect=404)


def test_two_who_answer_at_once_lose_no_word(case: Case, as_person: As) -> None:
    url = page_of(case, given.blocker(case))
    sponsor = as_person(case.sponsor)
    seen = sponsor.get(url).form(f"{url}/answers").values
    send(as_person(case.program), url, "taken")
    late = {**seen, "step": "answered", "words": "Mine came second."}
    page = sponsor.post(f"{url}/answers", late, expect=409)
    assert "Mine came second." in page.form(f"{url}/answers").values["words"]
    assert LINE in page
    send(sponsor, url, "answered")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"step": "", "words": LINE}, "step"),
        ({"step": "burnt", "words": LINE}, "step"),
        ({"step": "taken", "words": ""}, "words"),
        ({"step": "taken", "words": "x" * 100_000}, "words"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(case: Case, as_person: As, sent: dict[str, str], field: str) -> None:
    found = given.blocker(case)
    url = page_of(case, found)
    page = as_person(case.sponsor).post(f"{url}/answers", {**sent, "lock": "1"}, expect=422)
    assert field in "".join(page.errors)
    assert page.form(f"{url}/answers").values["words"].strip() == sent["words"]
    assert again(found).state is BlockerState.OPEN


def test_when_the_head_goes_someone_else_is_asked(case: Case, app: object) -> None:
    found = given.blocker(case)
    db.session.scalars(select(RoleGrant).where(RoleGrant.person_id == case.sponsor.id)).one().to_on = TODAY
    db.session.commit()
    for _ in range(2):
        rounds.hand_on(AT)
    assert (again(found).asked_of_id, again(found).level_id) == (case.director.id, case.region.id)
    assert kinds(case.director) == ["blocker_raised"]


def test_the_open_ones_are_listed_by_plan_cycle_and_office(case: Case, app: object) -> None:
    found, other = given.blocker(case), given.case(number=13)
    theirs = given.blocker(other)
    assert [one.id for one in queries.open_blockers(plan_id=case.plan.id)] == [found.id]
    assert [one.id for one in queries.open_blockers(cycle_id=other.cycle.id)] == [theirs.id]
    assert [one.id for one in queries.open_blockers(office=case.agency)] == [found.id]
    assert len(queries.open_blockers()) == 2
    case.plan.state = PlanState.STOPPED
    db.session.commit()
    assert [one.id for one in queries.open_blockers()] == [theirs.id]


def test_the_list_says_what_is_late(case: Case, as_person: As, clock: object) -> None:
    found = given.blocker(case)
    found.due_on = TODAY - timedelta(days=1)
    db.session.commit()
    assert "was due" in as_person(case.sponsor).get("/blockers")
    assert "Nothing is blocked." in as_person(case.colleague).get("/blockers")
