"""Examples beside the sections: from plans that were accepted in earlier cycles, the plan's own language first."""

from datetime import date
from typing import Any

from app.plans.models import Plan, PlanState, VersionState
from tests.plans.conftest import Cast
from tests.plans.writing import EDIT
from tests.support import builders
from tests.support.client import Client

WORDS = "Two parents agreed at the counter and went home with nothing"


def earlier(cast: Cast, number: int, year: int = 2025, **fields: Any) -> Plan:
    """A plan of an earlier cycle whose only version was accepted."""
    cycle = builders.cycle(f"Cycle {year}-{number}", starts_on=date(year, 10, 1), ends_on=date(year + 1, 9, 30))
    plan = builders.plan(cast.office, cycle, cast.deputy, words={"problem": f"{WORDS}, {number}."}, number=number)
    plan.state, plan.language = PlanState.COMPLETED, "en"
    plan.versions[0].state = VersionState.ACCEPTED
    for name, value in fields.items():
        setattr(plan, name, value)
    return builders.save(plan)


def test_at_most_three_are_shown_with_where_they_are_from(cast: Cast, champion: Client) -> None:
    for number in range(31, 36):
        earlier(cast, number)
    page = champion.get(EDIT)
    assert "3 examples that were accepted" in page.text
    assert page.text.count(WORDS) == 3
    assert "P-35" in page.text


def test_the_language_of_the_plan_comes_first(cast: Cast, champion: Client) -> None:
    earlier(cast, 31)
    for number in range(32, 36):
        earlier(cast, number, language="ar")
    assert f"{WORDS}, 31." in champion.get(EDIT).text


def test_drafts_stopped_plans_and_this_cycle_show_nothing(cast: Cast, champion: Client) -> None:
    earlier(cast, 31, state=PlanState.STOPPED)
    earlier(cast, 32, year=2027)
    draft = earlier(cast, 33)
    draft.versions[0].state = VersionState.DRAFT
    builders.save(draft)
    assert WORDS not in champion.get(EDIT).text


def test_of_two_accepted_versions_the_newer_stands(cast: Cast, champion: Client) -> None:
    plan = earlier(cast, 31)
    newer = builders.version(plan, cast.deputy, number=2, words={"problem": "The newer words of the same plan."})
    newer.state = VersionState.ACCEPTED
    builders.save(newer)
    text = champion.get(EDIT).text
    assert "The newer words" in text
    assert WORDS not in text
