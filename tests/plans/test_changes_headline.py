"""Days saved at no cost: one rule for the plan's page, the portfolio, the program's page, reports and paper."""

from typing import Any

import pytest

from app.core import storage
from app.measures.models import Kind, Signal
from app.measures.queries import Headline, at_no_cost
from app.plans.models import Cost, PlanState, PlanVersion, VersionMeasure, VersionState
from app.plans.saving import free_days
from tests.plans.conftest import Cast
from tests.plans.writing import hand_in, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client


def in_force(cast: Cast, signal: Signal | None = Signal.IMPROVING, **measure: Any) -> PlanVersion:
    """The plan carried out, with an outcome measure."""
    version = cast.plan.versions[0]
    version.state, cast.plan.state = VersionState.ACCEPTED, PlanState.ACTIVE
    builders.save(cast.plan)
    if signal is not None:
        found = builders.measure(cast.office, cast.champion, signal=signal, **measure)
        builders.save(VersionMeasure(version_id=version.id, measure_id=found.id, position=0))
    return version


@pytest.mark.parametrize(
    ("today", "after", "costs", "days"),
    [
        (72, 1, [Cost.NIL], 71), (72, 1, [Cost.NIL, Cost.WITHIN_RESOURCES], 71), (72, 1, [Cost.NEEDS_MONEY], None),
        (72, 1, [], None), (None, 1, [Cost.NIL], None), (5, 5, [Cost.NIL], None), (5, 9, [Cost.NIL], None),
        (5, 0, [Cost.NIL], 5),
    ],
)  # fmt: skip
def test_a_shorter_way_without_money_saves_days(
    today: int | None, after: int | None, costs: list[Cost], days: int | None
) -> None:
    assert free_days(today, after, costs) == days


def test_they_are_saved_once_a_measure_shows_it(cast: Cast) -> None:
    in_force(cast)
    assert at_no_cost() == at_no_cost(cast.office) == Headline(71, 1, 0, 0)


@pytest.mark.parametrize("why", ["no measure", "chance", "process"])
def test_without_proof_they_are_promised(cast: Cast, why: str) -> None:
    signal = {"no measure": None, "chance": Signal.NONE}.get(why, Signal.IMPROVING)
    in_force(cast, signal, kind=Kind.PROCESS if why == "process" else Kind.OUTCOME)
    assert at_no_cost() == Headline(0, 0, 71, 1)


@pytest.mark.parametrize("why", ["draft", "money", "paused", "no days", "elsewhere"])
def test_what_breaks_the_rule_does_not_count(cast: Cast, why: str) -> None:
    version = in_force(cast)
    if why == "draft":
        version.state = VersionState.SUBMITTED
    if why == "money":
        version.changes[0].cost = Cost.NEEDS_MONEY
    if why == "paused":
        cast.plan.state = PlanState.PAUSED
    if why == "no days":
        version.after_days = None
    builders.save(cast.plan)
    office = builders.office("Parking", parent=cast.agency) if why == "elsewhere" else None
    assert at_no_cost(office) == Headline()


def test_only_the_newest_version_in_force_counts(cast: Cast) -> None:
    version = in_force(cast)
    newer = PlanVersion(
        plan_id=cast.plan.id, number=2, state=VersionState.ACCEPTED, author_id=cast.champion.id, saved_at=builders.AT,
        saved_by_id=cast.champion.id, today_days=72, after_days=30,
    )  # fmt: skip
    builders.save(newer)
    assert at_no_cost() == Headline()
    assert version.after_days == 1


def test_the_headline_stands_on_the_plan_the_portfolio_and_the_programs_page(cast: Cast, as_person: AsPerson) -> None:
    in_force(cast)
    assert "71 days saved at no cost" in as_person(cast.colleague).get("/plans/P-12").text
    for person, path in ((cast.leader, "/portfolio"), (cast.program, "/program")):
        text = " ".join(as_person(person).get(path).text.split())
        assert "71 days saved at no cost" in text


def test_a_promise_is_called_a_promise(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    hand_in(champion)
    assert "71 days less promised, at no cost" in as_person(cast.colleague).get("/plans/P-12").text
    pdf = storage.fetch(builders.save(cast.plan.versions[0]).pdf_sha256 or "") or b""
    assert "71 days less, at no cost" in words_of(pdf)
