"""Control charts against answers that others published."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.measures.control import limits_of, shifts, signals, trends

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "data" / "timeseries" / "xmr_rules_and_limits.json"


def _published() -> list[dict[str, Any]]:
    if not PUBLISHED.exists():
        return []
    found: list[dict[str, Any]] = json.loads(PUBLISHED.read_text())
    return found


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published control charts are not on this machine")
def test_the_published_answers_are_ours() -> None:
    seen = 0
    for case in _published():
        if "side_of_mean" in case:
            assert [abs(flag) for flag in shifts(case["side_of_mean"])] == [abs(f) for f in case["expected_flag"]]
        elif "rule" in case and "values" in case:
            assert trends(case["values"]) == case["expected_flag"]
        elif "values" in case:
            limits = limits_of(case["values"])
            assert limits
            expected = case["expected"]
            assert limits.mean == pytest.approx(expected["mean"], abs=1e-6)
            assert limits.lower == pytest.approx(expected["lower"], abs=1e-5)
            assert limits.upper == pytest.approx(expected["upper"], abs=1e-5)
            assert sum(map(abs, signals(case["values"], limits))) == expected["special_cause_points"]
        else:
            continue
        seen += 1
    assert seen == 10


def test_a_wild_jump_is_left_out_of_the_limits_once() -> None:
    calm = [10.0, 11.0] * 10
    limits = limits_of([*calm, 500.0])
    assert limits
    assert limits.upper - limits.mean == pytest.approx(2.66)


def test_one_value_has_no_limits() -> None:
    assert limits_of([3.0]) is None


def test_a_series_that_never_moves_has_no_signal() -> None:
    values = [4.0] * 30
    limits = limits_of(values)
    assert limits
    assert not any(signals(values, limits))


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=40))
def test_every_value_gets_one_flag(values: list[float]) -> None:
    limits = limits_of(values)
    assert limits
    found = signals(values, limits)
    assert len(found) == len(values)
    assert set(found) <= {-1, 0, 1}
