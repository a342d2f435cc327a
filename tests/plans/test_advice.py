"""Outcome first: what is said about a plan's measures, where it is said, and that it never locks. The ladder."""

from typing import Any

import pytest
from sqlalchemy import select

from app.core import storage
from app.extensions import db
from app.measures import advice, proxies
from app.measures.advice import Advice, Promised
from app.measures.models import Kind
from app.plans.ladder import rungs
from app.plans.models import PlanVersion, VersionMeasure
from tests.plans.conftest import Cast
from tests.plans.writing import EDIT, hand_in, save, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client

HINTS, BALANCING = "only hints at what customers get", "one balancing measure"


def version() -> PlanVersion:
    return db.session.scalars(select(PlanVersion)).one()


def measure(cast: Cast, **more: Any) -> None:
    found = builders.measure(cast.office, cast.champion, **more)
    position = len(db.session.scalars(select(VersionMeasure)).all())
    builders.save(VersionMeasure(version_id=version().id, measure_id=found.id, position=position))


@pytest.mark.parametrize(
    ("measures", "said"),
    [
        ([], [Advice.NO_MEASURE]),
        ([Promised(Kind.OUTCOME, True), Promised(Kind.PROCESS, True)], [Advice.ALL_PROXIES, Advice.NO_BALANCING]),
        ([Promised(Kind.PROCESS, True), Promised(Kind.BALANCING, False)], [Advice.ALL_PROXIES]),
        ([Promised(Kind.PROCESS, False)], [Advice.NO_OUTCOME, Advice.NO_BALANCING]),
        ([Promised(Kind.OUTCOME, False), Promised(Kind.PROCESS, True)], [Advice.NO_BALANCING]),
        ([Promised(Kind.OUTCOME, False), Promised(Kind.BALANCING, False)], []),
        ([Promised(Kind.BALANCING, False)], [Advice.NO_OUTCOME]),
    ],
)  # fmt: skip
def test_a_plan_is_asked_for_an_outcome_and_for_what_must_not_get_worse(
    measures: list[Promised], said: list[Advice]
) -> None:
    assert list(advice.of(measures)) == said


def test_proxies_alone_are_told_to_who_writes_chooses_and_reviews(
    cast: Cast, champion: Client, as_person: AsPerson
) -> None:
    measure(cast, is_proxy=True)
    for path in (EDIT, "/plans/P-12/measures"):
        assert HINTS in champion.get(path).text
        assert BALANCING in champion.get(path).text
    hand_in(champion)
    assert HINTS in as_person(cast.program).get("/plans/P-12/versions/1").text
    assert HINTS not in as_person(cast.colleague).get("/plans/P-12/versions/1").text
    assert version().submitted_at is not None


def test_an_outcome_and_a_balancing_measure_need_no_advice(cast: Cast, champion: Client) -> None:
    measure(cast, number=1)
    measure(cast, number=2, kind=Kind.BALANCING)
    for path in (EDIT, "/plans/P-12/measures"):
        text = champion.get(path).text
        assert HINTS not in text
        assert BALANCING not in text


@pytest.mark.parametrize(
    ("name", "is_proxy"),
    [
        ("Calls “where is my order?”, a week", True), ("Open tickets", True), ("Repeat visits", True),
        ("Κλήσεις ανά εβδομάδα", True), ("Haftalık çağrılar", True), ("المكالمات في الأسبوع", True),
        ("จำนวนการโทรต่อสัปดาห์", True), ("每周来电数", True), ("Days from agreement to order", False),
        ("Recalled files", False), ("Orders signed the same day", False),
    ],
)  # fmt: skip
def test_a_name_that_counts_calls_tickets_or_visits_is_taken_for_a_hint(name: str, is_proxy: bool) -> None:
    assert proxies.is_likely(name) is is_proxy


def test_the_ladder_is_the_lines_of_the_section() -> None:
    assert rungs("So that money comes this month\n\n- rent is paid\n2. children are supported") == (
        "money comes this month", "rent is paid", "children are supported",
    )  # fmt: skip
    assert rungs("  \n") == ()
    assert len(rungs("one line\n" * 12)) == 12
    assert rungs("a\n" * 50_000) == ("a\n" * 50_000,)


def test_each_step_of_the_ladder_shows_and_prints(champion: Client) -> None:
    save(champion, mission="money comes this month\nchildren are supported")
    hand_in(champion)
    text = " ".join(champion.get("/plans/P-12").text.split())
    assert "so that money comes this month so that children are supported" in text
    paper = words_of(storage.fetch(version().pdf_sha256 or "") or b"")
    assert "So that money comes this month So that children are supported" in paper
