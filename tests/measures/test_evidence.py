"""How sure we are: each grade is reached exactly where its rule says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from app.core.charts.scale import add_months
from app.measures.evidence import Facts, Lack, Point, assess, compared_offices
from app.measures.models import Cadence, Direction, Signal
from app.measures.periods import containing
from tests.measures.given import AFTER, BASE

CHANGE = date(2026, 1, 1)


def points(values: Sequence[float], first: date = date(2025, 1, 1), source: int = 1) -> list[Point]:
    periods = [containing(add_months(first, number), Cadence.MONTH) for number in range(len(values))]
    return [Point(*period, value, source) for period, value in zip(periods, values, strict=True)]


def facts(base: Sequence[float], after: Sequence[float] = (), **more: object) -> Facts:
    numbers = [*points(base, add_months(CHANGE, -len(base))), *points(after, CHANGE)]
    return Facts(**{"direction": Direction.DOWN, "points": numbers, **more})  # type: ignore[arg-type]  # fields by name


def test_nothing_is_a_story() -> None:
    found = assess(facts(()))
    assert (found.grade, found.lack, found.signal) == (0, Lack.BASELINE, Signal.NONE)


def test_five_numbers_are_a_story_and_six_a_baseline() -> None:
    assert assess(facts(BASE[:5])).grade == 0
    assert (assess(facts(BASE[:6])).grade, assess(facts(BASE[:6])).lack) == (1, Lack.CHANGE)


def test_one_dated_count_is_a_baseline_but_not_without_its_period() -> None:
    counted = (date(2025, 1, 1), date(2025, 3, 31))
    assert assess(facts((), baseline=72.0, counted=counted)).grade == 1
    assert assess(facts((), baseline=72.0)).grade == 0


def test_a_whole_period_after_the_change_makes_before_and_after() -> None:
    assert assess(facts(BASE, changes=[CHANGE])).lack is Lack.AFTER
    assert assess(facts(BASE, AFTER[:1], changes=[CHANGE])).grade >= 2
    within = assess(facts(BASE, AFTER[:1], changes=[date(2026, 1, 15)]))
    assert (within.grade, within.lack) == (1, Lack.AFTER)


def test_a_signal_with_twelve_numbers_is_sustained() -> None:
    found = assess(facts(BASE, AFTER, changes=[CHANGE]))
    assert (found.grade, found.signal, found.lack) == (3, Signal.IMPROVING, Lack.COMPARED)
    few = assess(facts(BASE[:6], AFTER[:5], changes=[CHANGE]))
    assert (few.grade, few.lack) == (2, Lack.POINTS)


def test_chance_is_not_a_signal() -> None:
    found = assess(facts(BASE, BASE[:6], changes=[CHANGE]))
    assert (found.grade, found.signal, found.lack) == (2, Signal.NONE, Lack.SIGNAL)


def test_what_got_worse_says_so_and_is_no_proof() -> None:
    found = assess(facts(BASE, [160, 170, 165], changes=[CHANGE]))
    assert (found.grade, found.signal) == (2, Signal.WORSE)


def test_more_is_better_where_the_measure_says_so() -> None:
    assert assess(facts(BASE, [160] * 8, changes=[CHANGE], direction=Direction.UP)).signal is Signal.IMPROVING


def test_an_old_signal_is_over_after_seven_calm_numbers() -> None:
    assert assess(facts(BASE, [20, *BASE[:7]], changes=[CHANGE])).signal is Signal.NONE


@pytest.mark.parametrize(
    ("target", "after", "signal"), [(None, 160, Signal.WORSE), (None, 20, Signal.NONE), (60.0, 20, Signal.WORSE)]
)
def test_what_must_be_kept_can_only_get_worse(target: float | None, after: float, signal: Signal) -> None:
    found = assess(facts(BASE, [after] * 8, changes=[CHANGE], direction=Direction.KEEP, target=target))
    assert found.signal is signal
    assert found.lack is Lack.GUARDED


def test_a_changed_source_costs_one_step() -> None:
    whole = facts(BASE, AFTER, changes=[CHANGE])
    mixed = replace(whole, points=[*whole.points[:-1], replace(whole.points[-1], source_id=2)])
    assert (assess(mixed).grade, assess(mixed).has_changed_source) == (2, True)


def test_the_change_counts_from_the_stated_baseline_on() -> None:
    counted = (date(2025, 1, 1), date(2025, 12, 31))
    found = assess(facts(BASE, AFTER, changes=[date(2024, 5, 1), CHANGE], counted=counted))
    assert found.change == CHANGE


def test_three_calm_offices_make_a_comparison_and_one_that_moved_unmakes_it() -> None:
    found = assess(facts(BASE, AFTER, changes=[CHANGE]))
    calm, moved, short = facts(BASE, BASE[:8]), facts(BASE, AFTER), facts(BASE[:3], BASE[:3])
    copied = facts(BASE, AFTER, changes=[date(2026, 2, 1)])
    assert compared_offices(found, [calm, calm, calm, short, copied]) == 3
    assert compared_offices(found, [calm, calm, calm, moved]) == 0
    assert assess(facts(BASE, AFTER, changes=[CHANGE]), compared=3).grade == 4
    assert assess(facts(BASE, AFTER, changes=[CHANGE]), compared=2).grade == 3
