"""What a map says in numbers."""

import pytest

from app.maps import figures
from app.plans.process import MapStep
from tests.maps.given import DAY, STORY


def test_the_story_of_72_days_says_that_68_were_ours_to_change() -> None:
    found = figures.of(STORY)
    assert (found.lead, found.work, found.wait) == (72 * DAY + 120, 120, 72 * DAY)
    assert (found.ours, found.legal, found.hand_offs) == (68 * DAY, 4 * DAY, 4)
    assert found.wait_share == pytest.approx(72 * DAY / (72 * DAY + 120))
    assert found.rolled == pytest.approx(0.92 * 0.80 * 0.88 * 0.70 * 0.95 * 0.98)
    assert (found.known, found.steps) == (6, 6)


def test_what_nobody_knows_is_not_counted_as_right_or_wrong() -> None:
    found = figures.of([MapStep("a", "A", 1, 0, 50), MapStep("b", "A", 1, 0)])
    assert (found.rolled, found.known) == (0.5, 1)
    assert figures.of([MapStep("a", "A", 1)]).rolled is None
    assert figures.of([MapStep("a", "A", 1, 0, 0)]).rolled == 0


def test_no_steps_have_no_shares() -> None:
    found = figures.of([])
    assert (found.lead, found.hand_offs, found.wait_share, found.rolled) == (0, 0, None, None)


def test_a_wait_without_a_rule_or_by_a_system_is_nobodys_to_change() -> None:
    steps = [
        MapStep("a", "A", 0, 60),
        MapStep("b", "A", 0, 60, rule="system"),
        MapStep("c", "A", 0, 60, rule="regulation"),
    ]
    found = figures.of(steps)
    assert (found.ours, found.legal, found.wait) == (0, 60, 180)


def test_two_ways_to_write_a_lane_are_one_lane() -> None:
    steps = [
        MapStep("a", "Counter", 1),
        MapStep("b", " counter ", 1),
        MapStep("c", "COUNTER", 1),
        MapStep("d", "Desk", 1),
    ]
    assert figures.of(steps).hand_offs == 1
    assert figures.lanes(steps) == ["Counter", "Desk"]
