"""/plans: filters, pages, and what the list says of drafts."""

import pytest

from app.core.keyset import PAGE_SIZE
from app.extensions import db
from app.plans.models import PlanState, VersionState
from app.search import sources
from app.search.index import Kind
from tests.plans.conftest import Cast
from tests.plans.writing import SUBMISSIONS
from tests.support import builders
from tests.support.client import AsPerson, Client


def refs(client: Client, query: str = "") -> list[str]:
    page = client.get(f"/plans{query}")
    return [word for word in page.text.split() if word.startswith("P-")]


def more(cast: Cast, count: int) -> None:
    """Plans P-100 and up, each of its own office, without a draft title."""
    for number in range(count):
        office = builders.office(f"Branch {number}", parent=cast.office)
        builders.plan(office, cast.cycle, cast.champion, number=100 + number)


def test_everyone_sees_that_a_plan_is_written_but_not_its_text(cast: Cast, as_person: AsPerson) -> None:
    cast.plan.title = ""
    builders.save(cast.plan)
    page = as_person(cast.colleague).get("/plans")
    assert "Draft plan of Child Support" in page.text
    assert "72" not in page.text
    assert "/plans/P-12" not in [href for _words, href in page.links]


def test_after_submission_it_shows_title_and_figures(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    champion.post(SUBMISSIONS)
    page = as_person(cast.colleague).get("/plans")
    assert "Orders on the day both parents agree" in page.text
    assert "72" in page.text


def test_pages_follow_each_other_without_gap_or_repeat(cast: Cast, champion: Client) -> None:
    more(cast, 2 * PAGE_SIZE)
    first = refs(champion)
    second = refs(champion, f"?after={first[-1].removeprefix('P-')}")
    third = refs(champion, f"?after={second[-1].removeprefix('P-')}")
    assert first + second + third == [f"P-{n}" for n in range(99 + 2 * PAGE_SIZE, 99, -1)] + ["P-12"]
    assert refs(champion, f"?before={third[0].removeprefix('P-')}") == second
    assert refs(champion, f"?before={second[0].removeprefix('P-')}") == first


@pytest.mark.parametrize(
    "query", ["?after=x", "?before=-1", "?cycle=ten", "?state=gone", "?after=99999999999", "?office=none"]
)
def test_filters_that_make_no_sense_are_left_out(cast: Cast, champion: Client, query: str) -> None:
    assert "P-12" in refs(champion, query)


def test_filters(cast: Cast, champion: Client) -> None:
    parking = builders.office("Parking", parent=cast.agency)
    other = builders.cycle("Cycle 2027")
    plan = builders.plan(parking, other, cast.colleague, words={"title": "Meters that 50%_ work"}, number=20)
    plan.state = PlanState.ACTIVE
    plan.versions[0].state = VersionState.ACCEPTED
    builders.save(plan)
    assert refs(champion, f"?cycle={other.id}") == ["P-20"]
    assert refs(champion, f"?office={cast.office.slug}") == ["P-12"]
    assert refs(champion, f"?office={cast.agency.slug}") == ["P-20", "P-12"]
    assert refs(champion, "?state=active") == ["P-20"]
    assert refs(champion, "?submitted=no") == ["P-12"]
    sources.refresh(Kind.PLAN, plan.id)
    db.session.commit()
    assert refs(champion, "?q=METERS+50%25_") == ["P-20"]
    assert refs(champion, "?q=PARK") == ["P-20"]
    assert refs(champion, "?q=%25") == []
    assert refs(champion, "?q=nothing-like-it") == []


def test_the_filters_stay_on_the_next_page(cast: Cast, champion: Client) -> None:
    more(cast, PAGE_SIZE + 1)
    page = champion.get(f"/plans?cycle={cast.cycle.id}&state=preparing")
    href = next(href for words, href in page.links if words == "Next")
    assert f"cycle={cast.cycle.id}" in href
    assert "state=preparing" in href


def test_not_submitted_names_the_seats_that_have_not_begun(cast: Cast, program: Client) -> None:
    parking = builders.office("Parking", parent=cast.agency)
    builders.seat(parking, builders.person("Tom Fell"), cast.cycle)
    assert "Tom Fell" not in program.get("/plans").text
    assert "Tom Fell" in program.get("/plans?submitted=no").text


def test_the_list_asks_as_many_questions_at_any_size(cast: Cast, champion: Client, queries) -> None:  # type: ignore[no-untyped-def]
    champion.get("/plans")
    with queries() as small:
        champion.get("/plans")
    more(cast, 2 * PAGE_SIZE)
    champion.get("/plans")  # the tree is new: it is asked once
    with queries() as large:
        champion.get("/plans")
    assert len(large) <= len(small) <= 12
