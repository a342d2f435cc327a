"""Each role's first page shows what waits for it, and nothing of others'."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from time_machine import Traveller

from app.accounts.models import Person, Role
from app.champions.models import Cycle
from app.measures.models import Kind, Signal
from app.offices.models import Office
from app.pain_points.models import Reply, ReplyKind, State
from app.plans.models import PlanState, VersionMeasure, VersionState
from tests.support import builders as make
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson, Client
from tests.support.queries import Counted


def _champion() -> tuple[Office, Person, Cycle]:
    office = make.office()
    champion = make.person("Dana Whitfield", at=office)
    cycle = make.cycle()
    make.seat(office, champion, cycle)
    return office, champion, cycle


def test_a_stranger_sees_the_door(client: Client) -> None:
    page = client.get("/")
    assert "What drives your customers crazy?" in page.text


def test_a_champion_sees_reports_by_their_clock(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _ = _champion()
    make.pain_point(office, champion, title="The late one", ack_due_on=TODAY - timedelta(days=3))
    make.pain_point(office, champion, title="The calm one", state=State.ACKNOWLEDGED)
    page = as_person(champion).get("/")
    assert page.path == "/today"
    assert page.text.index("The late one") < page.text.index("The calm one")
    assert "1 working day late" in page.text, "it was due on Friday, and this is Monday"


def test_a_champion_without_anything_reads_good_news(as_person: AsPerson, clock: Traveller) -> None:
    person = make.person()
    make.grant(person, Role.CHAMPION, make.office())
    assert "Nothing needs you today." in as_person(person).get("/today").text


def test_reports_of_others_do_not_show(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _ = _champion()
    other = make.person("Other")
    make.pain_point(office, other, title="Not for Dana")
    assert "Not for Dana" not in as_person(champion).get("/today").text


def test_late_promises_and_numbers_show(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, cycle = _champion()
    plan = make.plan(office, cycle, champion)
    make.milestone(plan, "First desk", due=TODAY - timedelta(days=2))
    make.measure(office, champion, "Days to a signed order", stale_after=TODAY)
    page = as_person(champion).get("/today")
    assert "First desk" in page.text
    assert "Days to a signed order" in page.text


def test_a_seat_without_a_plan_is_asked_to_start(as_person: AsPerson, clock: Traveller) -> None:
    _office, champion, _ = _champion()
    browser = as_person(champion)
    assert "Start the plan of" in browser.get("/today").text
    assert "Start the plan" in browser.get("/my-plan").text


def test_a_colleague_reads_new_answers_first(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _ = _champion()
    colleague = make.person("Sam", at=office)
    old = make.pain_point(office, champion, colleague, title="Answered one", answered_on=TODAY)
    make.pain_point(office, champion, colleague, title="Open one")
    make.save(
        Reply(
            pain_point_id=old.id, kind=ReplyKind.ACCEPTED, author_id=champion.id, words="We change it on Monday.",
            language="en", written_on=TODAY, written_at=AT,
        )
    )  # fmt: skip
    page = as_person(colleague).get("/")
    assert page.path == "/my-reports"
    assert "We change it on Monday." in page.text
    assert "Open one" in page.text


def test_the_portfolio_tells_what_got_worse_first(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, cycle = _champion()
    plan = make.plan(office, cycle, champion)
    plan.state = PlanState.ACTIVE
    version = plan.versions[0]
    version.state = VersionState.ACCEPTED
    better = make.measure(office, champion, "Better", kind=Kind.OUTCOME, signal=Signal.IMPROVING, grade=3)
    worse = make.measure(office, champion, "Worse", kind=Kind.OUTCOME, signal=Signal.WORSE)
    for position, measure in enumerate((better, worse)):
        make.save(VersionMeasure(version_id=version.id, measure_id=measure.id, position=position))
    leader = make.with_role(Role.LEADER, office)
    page = as_person(leader).get("/")
    assert page.path == "/portfolio"
    assert "1 outcome got worse. 1 outcome got better." in page.text
    assert page.text.index("Worse") < page.text.index("Better")


def test_a_sponsor_finds_what_teams_ask_of_them_beside_the_portfolio(as_person: AsPerson) -> None:
    page = as_person(make.with_role(Role.SPONSOR, make.office())).get("/")
    links = {link.get("href") for link in page.all("a")}
    assert page.path == "/portfolio"
    assert {"/today", "/blockers"} <= links


def test_the_portfolio_is_refused_to_a_colleague(as_person: AsPerson) -> None:
    as_person(make.person(at=make.office())).get("/portfolio", expect=403)


def test_a_milestone_is_as_late_on_the_first_page_as_on_its_plan(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, cycle = _champion()
    plan = make.plan(office, cycle, champion)
    make.milestone(plan, "Over a weekend", due=TODAY - timedelta(days=10))
    browser = as_person(champion)
    assert "10 days late" in browser.get("/today").text
    assert "10 days late" in browser.get(f"/plans/{plan.ref}/milestones").text


def test_a_report_is_as_late_for_the_program_office_as_on_its_own_page(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _ = _champion()
    report = make.pain_point(
        office, champion, state=State.ACKNOWLEDGED,
        ack_due_on=TODAY, acknowledged_on=TODAY, answer_due_on=TODAY - timedelta(days=10),
    )  # fmt: skip
    browser = as_person(make.with_role(Role.PROGRAM_OFFICE, office))
    assert "6 working days late" in browser.get("/program").text
    assert "6 working days late" in browser.get(f"/pain-points/{report.ref}").text


def test_the_portfolio_leads_to_the_late_promises_that_it_leaves_out(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, cycle = _champion()
    leader = as_person(make.with_role(Role.LEADER, office))
    plan = make.plan(office, cycle, champion)
    plan.state = PlanState.ACTIVE
    for number in range(7):
        make.milestone(plan, f"Late {number}", due=TODAY - timedelta(days=number + 1))
    page = leader.get("/portfolio")
    assert "Late 0" not in page.text
    assert "Late 0" in leader.get(dict(page.links)["All: Promised and late"]).text


def test_the_program_office_sees_who_has_not_submitted(as_person: AsPerson, clock: Traveller) -> None:
    office, _, _cycle = _champion()
    page = as_person(make.with_role(Role.PROGRAM_OFFICE, office)).get("/")
    assert page.path == "/program"
    assert "Nothing submitted yet" in page.text
    assert "Dana Whitfield" in page.text


def test_first_pages_ask_the_same_number_of_questions_at_any_size(
    as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]], clock: Traveller
) -> None:
    office, champion, cycle = _champion()
    make.plan(office, cycle, champion)
    browser = as_person(champion)
    with queries() as few:
        browser.get("/today")
    for number in range(12):
        make.pain_point(office, champion, title=f"Report {number}")
    with queries() as many:
        browser.get("/today")
    assert len(many) <= len(few) <= 12


def test_the_explaining_pages_are_open_to_all(client: Client) -> None:
    for topic in ("figures", "access", "accessibility"):
        client.get(f"/about/{topic}")
    client.get("/about/nothing", expect=404)


def test_what_was_fixed_shows_with_its_day(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _ = _champion()
    make.pain_point(office, champion, title="Repaired", state=State.FIXED, fixed_on=TODAY)
    assert "Repaired" in as_person(make.person(at=office)).get("/fixed").text


def test_a_colleague_reads_where_each_report_stands_and_what_is_asked(as_person: AsPerson, clock: Traveller) -> None:
    office, champion, _ = _champion()
    colleague = make.person("Sam", at=office)
    asked = make.pain_point(office, champion, colleague, state=State.NEEDS_FACTS, paused_on=TODAY)
    fixed = make.pain_point(office, champion, colleague, state=State.FIXED, answered_on=TODAY, fixed_on=TODAY)
    make.pain_point(office, champion, colleague, state=State.DECLINED, answered_on=TODAY)
    page = as_person(colleague).get("/my-reports")
    assert "Declined" in page.text
    assert f'href="/pain-points/{asked.ref}#yours">Send the facts' in page.html
    assert f'href="/pain-points/{fixed.ref}#yours">Say whether it is fixed' in page.html
