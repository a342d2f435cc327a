"""What pages and other features read of measures."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.accounts.models import Person
from app.extensions import db
from app.measures import actions, queries, targets
from app.measures.models import Measure, Signal
from app.offices.models import ChannelKind
from app.plans.models import VersionMeasure
from tests.measures import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def test_the_page_says_what_is_known(as_person: As) -> None:
    cast = given.cast(baseline=Decimal(72), target=Decimal(3), target_on=date(2026, 9, 30))
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    given.changed(cast.measure, date(2026, 1, 1))
    page = as_person(cast.colleague).get(f"/measures/{cast.measure.ref}")
    for words in (
        "Improving", "E2 before, after", "From 72 before to 1 day now", "The target of 3 days is met",
        "Stale: Sep 2026, Oct 2026 not entered", "One step down", "Policy 14 changed",
    ):  # fmt: skip
        assert words in page.text, words
    assert "<svg" in page.html


@pytest.mark.parametrize(
    ("target_on", "values", "words"),
    [
        (date(2026, 11, 23), (40, 22), "The target is 3 days by 23 November 2026."),
        (date(2026, 9, 24), (40,) * 10, "The target of 3 days was not met by 24 September 2026."),
        (date(2026, 9, 24), (*given.AFTER, 2, 6), "was met by 24 September 2026, and is not met now."),
        (date(2026, 9, 24), (40, 22), "No number shows that the target of 3 days was met by 24 September 2026."),
        (date(2026, 9, 24), given.AFTER, "The target of 3 days is met."),
        (None, (40,), "The target is 3 days."),
    ],
)
def test_after_its_day_a_target_was_met_or_not(
    as_person: As, target_on: date | None, values: tuple[float, ...], words: str
) -> None:
    cast = given.cast(baseline=Decimal(72), target=Decimal(3), target_on=target_on)
    given.months(cast.measure, values, cast.owner, first=date(2026, 1, 1))
    assert words in as_person(cast.colleague).get(f"/measures/{cast.measure.ref}").text


def test_a_measure_without_numbers_says_so(as_person: As) -> None:
    cast = given.cast()
    assert "There is no number yet" in as_person(cast.colleague).get(f"/measures/{cast.measure.ref}").text
    as_person(cast.colleague).get("/measures/M-999999999", expect=404)
    as_person(cast.colleague).get("/measures/M-99999999999999999999", expect=404)


def test_the_list_can_be_narrowed(as_person: As) -> None:
    cast = given.cast(name="Days to a signed order")
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    given.changed(cast.measure, date(2026, 1, 1))
    for address, is_there in (
        ("", True), (f"?office={cast.office.slug}", True), ("?signal=improving", True), ("?signal=worse", False),
        ("?stale=1", True), ("?mine=1", False), ("?signal=odd&after=x", True), ("?office=nowhere", True),
    ):  # fmt: skip
        assert (cast.measure.name in as_person(cast.colleague).get(f"/measures{address}").text) is is_there, address
    assert cast.measure.name in as_person(cast.owner).get("/measures?mine=1").text


def test_pages_hold_every_measure_once_forward_and_back() -> None:
    cast = given.cast()
    for number in range(59):
        build.measure(cast.office, cast.owner, number=2000 + number)
    seen: list[int] = []
    cursor = None
    for _ in range(3):
        found = queries.page(queries.Filters(), after=cursor)
        seen += [measure.id for measure in found.rows]
        cursor = int(found.after) if found.after else None
    assert cursor is None
    assert len(seen) == len(set(seen)) == 60
    assert [row.id for row in queries.page(queries.Filters(), before=int(found.before or 0)).rows] == seen[25:50]


def test_a_version_with_five_measures_takes_two_queries(queries_counted: Any) -> None:
    cast = given.cast()
    version = cast.plan.versions[0]
    for position in range(1, 6):
        made = build.measure(cast.office, cast.owner, f"Measure {position}")
        given.months(made, [4, 5, 6], cast.owner)
        given.changed(made, date(2025, 2, 1))
        build.save(VersionMeasure(version_id=version.id, measure_id=made.id, position=6 - position))
    version_id = version.id
    db.session.expunge_all()
    with queries_counted() as counted:
        found = queries.for_version(version_id)
        assert all(one.measure.sources and one.measure.interventions and one.measure.owner.name for one in found)
        assert all(one.evidence() for one in found)
    assert len(counted) == 2
    assert [one.measure.name for one in found] == [f"Measure {position}" for position in (5, 4, 3, 2, 1)]


@pytest.fixture
def queries_counted(queries: Any) -> Any:
    return queries


def test_lists_and_pages_ask_a_fixed_number_of_queries(as_person: As, queries_counted: Any) -> None:
    cast = given.cast()
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    for number in range(24):
        build.measure(build.office(f"Desk {number}", cast.office), cast.owner)
    browser = as_person(cast.colleague)
    for path in ("/measures", f"/measures/{cast.measure.ref}"):
        with queries_counted() as counted:
            browser.get(path)
        assert len(counted) <= 12, (path, counted.statements)


def test_before_and_after_are_the_baseline_and_the_newest_number_of_the_period() -> None:
    cast = given.cast()
    given.months(cast.measure, [70, 72, 74, 40, 30], cast.owner, first=date(2026, 1, 1))
    rows = queries.series([cast.measure.id])[cast.measure.id]
    found = queries.before_and_after(cast.measure, rows, date(2026, 4, 1), date(2026, 4, 30))
    assert found == queries.BeforeAfter(Decimal(72), Decimal(40), date(2026, 4, 30), 1)
    cast.measure.baseline = Decimal(80)
    nothing = queries.before_and_after(cast.measure, rows, date(2027, 1, 1), date(2027, 1, 31))
    assert nothing == queries.BeforeAfter(Decimal(80), None, None, 0)


def test_what_is_stored_is_what_would_be_computed() -> None:
    cast = given.cast()
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    given.changed(cast.measure, date(2026, 1, 1))
    assert actions.rebuild() == 0
    db.session.rollback()


def test_three_offices_alike_without_the_change_raise_the_grade_and_one_that_moved_lowers_it() -> None:
    cast = given.cast(name="Days to a signed order")
    build.channel(cast.office, ChannelKind.COUNTER)
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    given.changed(cast.measure, date(2026, 1, 1))
    alike: list[Measure] = []
    for number in range(3):
        office = build.office(f"Branch {number}", cast.agency)
        build.channel(office, ChannelKind.COUNTER)
        alike.append(build.measure(office, cast.owner, cast.measure.name))
        assert cast.measure.grade == 3
        given.months(alike[-1], [*given.BASE, *given.BASE[:8]], cast.owner)
    assert cast.measure.grade == 4
    given.months(alike[0], [1] * 3, cast.owner, first=date(2026, 9, 1))
    assert cast.measure.grade == 4  # later than what is compared
    from_other_channel = build.office("Online", cast.agency)
    build.channel(from_other_channel, ChannelKind.WEB)
    moved = build.measure(from_other_channel, cast.owner, cast.measure.name)
    given.months(moved, [*given.BASE, *given.AFTER], cast.owner)
    assert cast.measure.grade == 4
    build.channel(from_other_channel, ChannelKind.COUNTER)
    given.stored()
    assert cast.measure.grade == 3


def test_a_number_elsewhere_is_seen_by_the_measure_compared_with_it(as_person: As) -> None:
    cast = given.cast(name="Days to a signed order")
    build.channel(cast.office, ChannelKind.COUNTER)
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner)
    given.changed(cast.measure, date(2026, 1, 1))
    others = []
    for number in range(3):
        office = build.office(f"Branch {number}", cast.agency)
        build.channel(office, ChannelKind.COUNTER)
        others.append(build.measure(office, cast.owner, cast.measure.name))
        given.months(others[-1], [*given.BASE, *given.BASE[:7]], cast.owner)
    assert cast.measure.grade == 4
    as_person(cast.owner).post(f"/measures/{others[0].ref}/observations", {"period": "2026-08", "value": "1"})
    db.session.expire_all()
    assert cast.measure.grade == 3


def test_stale_lists_the_longest_overdue_first() -> None:
    cast = given.cast()
    other = build.measure(cast.office, cast.owner, "Calls")
    given.months(cast.measure, [4], cast.owner, first=date(2026, 8, 1))
    given.months(other, [4], cast.owner, first=date(2026, 5, 1))
    assert [measure.id for measure in queries.stale(build.TODAY)] == [other.id, cast.measure.id]
    assert queries.stale(build.TODAY, owner=cast.champion) == []


def test_a_target_is_reached_on_its_better_side() -> None:
    cast = given.cast(target=Decimal(3))
    assert targets.is_reached(cast.measure, Decimal(3))
    assert not targets.is_reached(cast.measure, Decimal(4))


def test_a_list_says_in_short_why_a_grade_is_what_it_is(as_person: As) -> None:
    cast = given.cast()
    given.months(cast.measure, given.BASE, cast.owner)
    cast.measure.grade, cast.measure.signal, cast.measure.stale_after = 3, Signal.IMPROVING, date(2026, 1, 1)
    db.session.commit()
    said = "The improvement is beyond chance. One step down: the next number is overdue."
    assert said in as_person(cast.owner).get("/measures").text
