"""The page of a plan: what it asks of whom, what it shows of every feature, and that it is never older than the log."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from app.accounts.models import Person
from app.check_ins.models import CheckIn, CheckInState
from app.maps.models import Kind, Rule, SavedMap, SavedStep
from app.plans.models import PlanState, PlanVersion, VersionMeasure, VersionMilestone, VersionState
from app.reviews.models import Remark
from app.trials.models import Trial
from tests.plans.conftest import Cast
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import Client
from tests.support.queries import Counted, counting

PAGE = "/plans/P-12"
TODAY = AT.date()
As = Callable[[Person], Client]
Queries = Callable[[], AbstractContextManager[Counted]]


def ask(cast: Cast) -> CheckIn:
    day = timedelta(days=1)
    return builders.save(
        CheckIn(plan_id=cast.plan.id, asked_on=TODAY, due_on=TODAY + 5 * day, open_until=TODAY + 13 * day)
    )


def remark(cast: Cast, version: PlanVersion) -> Remark:
    return builders.save(
        Remark(
            plan_id=cast.plan.id, version_id=version.id, part="risks", words="Who signs when both are ill?",
            author_id=cast.program.id, made_at=AT,
        )
    )  # fmt: skip


@pytest.fixture
def full(cast: Cast) -> Cast:
    """A draft with a map, a measure, a small test, a milestone, a check-in that was answered and a remark."""
    version = cast.plan.versions[0]
    drawn = builders.save(SavedMap(plan_id=cast.plan.id, kind=Kind.AS_IS, saved_at=AT, saved_by_id=cast.champion.id))
    builders.save(
        SavedStep(map_id=drawn.id, position=1, name="The file waits", lane="Legal unit", wait=1440, rule=Rule.HABIT)
    )
    measure = builders.measure(cast.office, cast.champion)
    builders.observation(measure, date(2026, 8, 1), date(2026, 8, 31), 70, cast.champion)
    builders.save(VersionMeasure(version_id=version.id, measure_id=measure.id, position=1))
    builders.save(
        Trial(
            plan_id=cast.plan.id, number=1, question="Does a reminder help?", place="Desk 2", starts_on=TODAY,
            ends_on=TODAY + timedelta(days=9), prediction="Half as many calls", predicted_on=TODAY, action="We write",
        )
    )  # fmt: skip
    builders.milestone(cast.plan, name="Desk 2 works the new way")
    told = ask(cast)
    told.state, told.answered_on, told.moved = CheckInState.ANSWERED, TODAY, "The template is signed."
    told.answered_by_id = cast.champion.id
    builders.save(told)
    remark(cast, version)
    return cast


def test_every_feature_has_its_part_of_the_page(full: Cast, as_person: As) -> None:
    page = as_person(full.champion).get(PAGE).text
    for words in ("The file waits", "Days to a signed order", "Does a reminder help?", "Desk 2 works the new way"):
        assert words in page
    assert "The template is signed." in page
    assert "1 open" in page, "remarks are counted for the team"


def test_it_asks_a_dozen_questions_at_most_when_nothing_is_kept(full: Cast, as_person: As, queries: Queries) -> None:
    client = as_person(full.champion)
    client.get(PAGE)
    with queries() as cold:
        client.get(PAGE)
    with counting(is_warm=True) as warm:
        client.get(PAGE)
    assert len(cold) <= 12
    assert len(warm) == 2, "who asks, and the plan with its versions"


def test_what_is_asked_of_the_team_stands_first_and_of_nobody_else(cast: Cast, as_person: As) -> None:
    ask(cast)
    remark(cast, cast.plan.versions[0])
    assert "Asked of you" in as_person(cast.champion).get(PAGE).text
    told = as_person(cast.champion).get(PAGE).text
    assert told.index("Tell how it goes") < told.index("Answer 1 remark") < told.index("Finish and submit version 1")
    assert "Asked of you" not in as_person(cast.sponsor).get(PAGE).text


def test_a_returned_plan_asks_its_team_to_start_anew_before_anything_else(cast: Cast, as_person: As) -> None:
    version = cast.plan.versions[0]
    remark(cast, version)
    version.state, version.decided_at = VersionState.RETURNED, AT
    builders.save(version)
    champion = as_person(cast.champion)
    head, _, asked = champion.get(PAGE).text.partition("Asked of you")
    assert asked.index("Start version 2") < asked.index("Answer 1 remark")
    assert "Start version 2" not in head
    assert "Start version 2" not in as_person(cast.sponsor).get(PAGE).text
    champion.post(f"{PAGE}/versions")
    assert "Start version" not in champion.get(PAGE).text
    assert "Version 1 was returned" in champion.get(PAGE).text


def test_a_return_is_told_until_a_later_version_is_decided(cast: Cast, as_person: As) -> None:
    first = cast.plan.versions[0]
    first.state, first.decided_at, first.decision_reason = VersionState.RETURNED, AT, "Say who pays."
    second = builders.version(cast.plan, cast.champion, number=2)
    builders.save(first)
    assert "Say who pays." in as_person(cast.champion).get(PAGE).text
    second.state, second.decided_at = VersionState.ACCEPTED, AT
    builders.save(second)
    builders.version(cast.plan, cast.champion, number=3)
    assert "Say who pays." not in as_person(cast.champion).get(PAGE).text


def test_the_page_is_made_anew_once_something_happened(full: Cast, as_person: As) -> None:
    client, reader = as_person(full.champion), as_person(full.sponsor)
    assert "Second desk" not in reader.get(PAGE).text
    typed = {"name": "Second desk", "owner": "Tom", "due_on": "2026-12-01", "shown_by": "The list at the desk"}
    client.post(f"{PAGE}/milestones", typed)
    assert "Second desk" in reader.get(PAGE).text


def test_a_kept_page_is_in_the_language_of_who_reads_it(full: Cast, as_person: As) -> None:
    assert "Twelve months" in as_person(full.champion).get(PAGE).text
    full.deputy.language = "ar"
    builders.save(full.deputy)
    assert "Twelve months" not in as_person(full.deputy).get(PAGE).text


def test_milestones_of_the_draft_are_for_those_who_read_drafts(cast: Cast, as_person: As) -> None:
    promised = builders.milestone(cast.plan, name="Desk 1 works the new way")
    builders.milestone(cast.plan, name="Desk 2 is only thought of")
    version = cast.plan.versions[0]
    version.state, cast.plan.state = VersionState.ACCEPTED, PlanState.ACTIVE
    builders.save(VersionMilestone(version_id=version.id, milestone_id=promised.id, due_on=promised.due_on))
    for person, sees_both in ((cast.champion, True), (cast.colleague, False), (cast.sponsor, True)):
        page = as_person(person).get(PAGE).text
        assert "Desk 1 works the new way" in page
        assert ("Desk 2 is only thought of" in page) is sees_both
