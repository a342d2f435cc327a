"""Two versions of a plan side by side, and two cycles of an office."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from app.measures.models import Measure
from app.plans.models import PlanState, PlanVersion, VersionMeasure, VersionState
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import save
from tests.reviews.conftest import Review, handed_in
from tests.support import builders
from tests.support.client import AsPerson, Client
from tests.support.pages import Page
from tests.support.queries import Counted

COMPARE = "/plans/P-12/compare"


@pytest.fixture
def revised(review: Review, champion: Client) -> Review:
    """Version 1 came back; version 2 is a draft with other words, days and dates."""
    milestone = builders.milestone(review.cast.plan, "First desk writes orders", date(2026, 12, 1))
    handed_in(review.version, review.cast.champion)
    review.version.state = VersionState.RETURNED
    builders.save(review.version)
    champion.post("/plans/P-12/versions")
    save(champion, problem=WORDS["problem"].replace("ten weeks", "three weeks"), today_days="60")
    milestone.due_on = date(2026, 12, 15)
    builders.save(milestone)
    return review


def marked(page: Page, tag: str) -> list[str]:
    """The words in <del> or <ins>, without what is said for those who listen."""
    found = ["".join(element.itertext()) for element in page.all(f"main//{tag}") or page.all(tag)]
    return [words.partition(": ")[2].rstrip("]") for words in found if words.startswith("[")]


def chosen(page: Page) -> dict[str, str]:
    """What stands in the two choices."""
    return next(form.values for form in page.forms if form.method == "get" and "from" in form.names)


def test_the_changed_words_are_marked_and_said(revised: Review, champion: Client) -> None:
    page = champion.get(f"{COMPARE}?from=1&to=2")
    assert marked(page, "del") == ["ten", "72", "1 December 2026"]
    assert marked(page, "ins") == ["three", "60", "15 December 2026"]
    assert "14 days later" in page.text
    assert "3 parts changed" in page.text


def test_backwards_is_the_other_way_round(revised: Review, champion: Client) -> None:
    page = champion.get(f"{COMPARE}?from=2&to=1")
    assert "three" in marked(page, "del")
    assert "14 days earlier" in page.text


def test_without_a_choice_it_is_the_newest_and_the_one_before(revised: Review, champion: Client) -> None:
    assert chosen(champion.get(COMPARE)) == {"from": "1", "to": "2"}


def test_the_same_version_twice_says_so(revised: Review, champion: Client) -> None:
    assert "the same version twice" in champion.get(f"{COMPARE}?from=2&to=2").text


def test_only_versions_that_the_viewer_reads_are_compared(revised: Review, as_person: AsPerson) -> None:
    cast = revised.cast
    as_person(cast.colleague).get(COMPARE, expect=404)
    revised.version.state = VersionState.ACCEPTED
    builders.save(revised.version)
    page = as_person(cast.colleague).get(COMPARE)
    assert "There is one version to read." in page.text
    assert "three weeks" not in page.text
    as_person(cast.colleague).get(f"{COMPARE}?from=1&to=2", expect=404)


@pytest.mark.parametrize("query", ["from=9", "to=x", "to=99999999999999999999", "from=-1&to=2"])
def test_a_version_that_is_not_there_is_not_found(revised: Review, champion: Client, query: str) -> None:
    champion.get(f"{COMPARE}?{query}", expect=404)


@pytest.mark.once("sqlite")
def test_texts_of_any_size_are_compared_and_the_page_says_how(revised: Review, champion: Client) -> None:
    """Written past the form, which would measure the text on paper for ten seconds."""
    risks = next(section for section in revised.cast.plan.versions[1].sections if section.key == "risks")
    risks.words = "A line.\n" * 4_500
    builders.save(risks)
    page = champion.get(COMPARE)
    assert "too long to be compared word by word" in page.text


def test_it_asks_few_questions(
    revised: Review, champion: Client, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    with queries() as counted:
        champion.get(f"{COMPARE}?from=1&to=2")
    assert len(counted) <= 12


def test_a_write_is_refused(revised: Review, champion: Client) -> None:
    champion.post(COMPARE, expect=405)


@pytest.fixture
def next_cycle(review: Review) -> Review:
    """The office's plan of the cycle after, in force as well."""
    cast = review.cast
    cycle = builders.cycle("Cycle 2027", starts_on=date(2027, 10, 1), ends_on=date(2028, 9, 30))
    words = {**WORDS, "outcome": "A parent goes home within the hour with a signed order."}
    plan = builders.plan(cast.office, cycle, cast.champion, words=words, number=40)
    plan.versions[0].today_days, plan.versions[0].after_days = 1, 0
    builders.save(plan.versions[0])
    measure = builders.measure(cast.office, cast.champion)
    for version in (review.version, plan.versions[0]):
        builders.save(VersionMeasure(version_id=version.id, measure_id=measure.id, position=0))
    _accept(review.version, cast, 72, measure)
    _accept(plan.versions[0], cast, 1, measure)
    builders.observation(measure, date(2026, 10, 1), date(2026, 10, 31), 3, cast.champion)
    return review


def _accept(version: PlanVersion, cast: Cast, baseline: int, measure: Measure) -> None:
    measure.baseline = baseline  # type: ignore[assignment]  # a Decimal column takes a whole number
    builders.save(measure)
    handed_in(version, cast.champion).state = VersionState.ACCEPTED
    version.plan.state = PlanState.ACTIVE
    builders.save(version.plan)


def test_two_cycles_show_words_days_and_measures_then_and_now(next_cycle: Review, as_person: AsPerson) -> None:
    path = f"/offices/{next_cycle.cast.office.slug}/plans/compare"
    page = as_person(next_cycle.cast.colleague).get(path)
    assert chosen(page) == {"from": "12", "to": "40"}
    assert {"the same day", "72"} <= set(marked(page, "del"))
    assert {"72 days", "1 days"} <= {*marked(page, "del"), *marked(page, "ins")}
    assert "3 days" in page.text
    assert chosen(as_person(next_cycle.cast.colleague).get(f"{path}?from=40&to=12"))["from"] == "40"


def test_only_plans_in_force_stand_there(review: Review, as_person: AsPerson) -> None:
    path = f"/offices/{review.cast.office.slug}/plans/compare"
    assert "no two plans to compare" in as_person(review.cast.colleague).get(path).text
    as_person(review.cast.colleague).get(f"{path}?from=12", expect=404)
    as_person(review.cast.colleague).get("/offices/nowhere/plans/compare", expect=404)


def test_two_cycles_ask_few_questions(
    next_cycle: Review, as_person: AsPerson, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    browser = as_person(next_cycle.cast.colleague)
    with queries() as counted:
        browser.get(f"/offices/{next_cycle.cast.office.slug}/plans/compare")
    assert len(counted) <= 12
