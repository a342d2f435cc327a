"""Charts of a measure: ordinary variation, signals told by shape, the promise, labels that do not collide."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from app.core.charts import (
    Change,
    MeasureWords,
    Point,
    Promise,
    Variation,
    demand_range,
    grade_slots,
    measure_chart,
    measure_row,
    ordinary,
    promised_and_came,
    sparkline,
    table,
)
from app.core.charts.metrics import width
from app.core.charts.model import Chart, Line, Sign
from app.core.charts.palette import BETTER, WORSE
from app.core.formats import Formats

ENGLISH = Formats("en")
START = date(2026, 10, 1)
WORDS = MeasureWords("Days to an order", "mean 72, ordinary variation 59 to 86", "target", ("Month", "Days"))


def months(values: list[float], first: int = 0) -> list[Point]:
    return [
        Point(date(2024 + (9 + first + n) // 12, (9 + first + n) % 12 + 1, 15), value) for n, value in enumerate(values)
    ]


def signs(chart: Chart, shape: str) -> list[Sign]:
    return [mark for mark in chart.marks if isinstance(mark, Sign) and mark.shape == shape]


def dashes(chart: Chart) -> list[Line]:
    return [mark for mark in chart.marks if isinstance(mark, Line) and mark.dash == (3, 2)]


def row(points: list[Point], promise: Promise | None = None, compared: str = "mean 72") -> Chart:
    before = [point.value for point in points if point.day < START]
    return measure_row(
        points, title="Days", year_start=START, variation=ordinary(before), compared=compared, promise=promise,
        unit="", formats=ENGLISH, header=("Month", "Days"),
    )  # fmt: skip


def test_limits_follow_wheelers_rule() -> None:
    variation = ordinary([10, 12, 10, 12, 10, 12])
    assert variation is not None
    assert variation.mean == 11
    assert variation.upper == pytest.approx(11 + 2.66 * 2)
    assert variation.lower == pytest.approx(11 - 2.66 * 2)


def test_few_points_have_a_mean_but_no_limits() -> None:
    variation = ordinary([3, 5])
    assert variation is not None
    assert (variation.mean, variation.lower, variation.upper) == (4, None, None)
    assert ordinary([]) is None


def test_a_lower_limit_under_zero_is_not_drawn() -> None:
    variation = ordinary([1, 9, 1, 9, 1, 9])
    assert variation is not None
    assert variation.lower is None


def test_a_row_shows_a_dot_a_month_two_limits_and_the_promise_as_a_diamond() -> None:
    chart = row(months([72.0, 74, 70] * 8), Promise(1, date(2027, 9, 30), "1"))
    assert len(signs(chart, "dot")) == 24
    assert len(dashes(chart)) == 2
    assert len(signs(chart, "diamond")) == 1
    assert "1" in [label.text for label in chart.labels]


def test_a_row_without_data_and_promise_is_an_empty_band() -> None:
    chart = row([])
    assert len(chart.marks) == 1
    assert chart.labels == ()


def test_a_height_begins_at_zero_so_that_no_change_looks_bigger_than_it_is() -> None:
    chart = row(months([72.0] * 24), Promise(36, date(2027, 9, 30), "36"))
    (diamond,) = signs(chart, "diamond")
    assert diamond.y == pytest.approx((8 + 42) / 2, abs=0.5)


PROMISE = Promise(9, date(2027, 9, 30), "≤ 9")
BEFORE, ON, FALLING = [9.0, 10, 8] * 8, [9.0, 10, 8] * 10, [*[60.0, 61, 59] * 8, 50, 40, 20, 10]


@pytest.mark.parametrize("mean", ["mean 9", "μέσος όρος 313", "ortalama %63", "المتوسط ٤٫٢", "ค่าเฉลี่ย 58%", "均值 66%"])
@pytest.mark.parametrize("values", [BEFORE, ON, FALLING, BEFORE[:6]])
@pytest.mark.parametrize("promise", [None, PROMISE, replace(PROMISE, value=40)])
def test_the_mean_of_a_row_is_named_where_nothing_is_drawn(
    mean: str, values: list[float], promise: Promise | None
) -> None:
    chart = row(months(values), promise, mean)
    (label,) = (one for one in chart.labels if one.text == mean)
    assert 6 <= label.y <= chart.height - 6
    assert label.x + width(mean) <= 36 * 5.8, "inside of the three years"
    lines = [mark for mark in chart.marks if isinstance(mark, Line)]
    for (a, b), (c, d) in (step for line in lines for step in pairwise(line.points)):
        steps = [(a + (c - a) * n / 50, b + (d - b) * n / 50) for n in range(51)]
        assert not any(label.x < x < label.x + width(mean) and abs(y - label.y) < 5 for x, y in steps)
    assert not any(label.x - 4 < sign.x < label.x + width(mean) and abs(sign.y - label.y) < 5 for sign in chart.marks
                   if isinstance(sign, Sign))  # fmt: skip


def test_a_mean_without_room_is_left_to_the_words_under_the_charts() -> None:
    assert row(months([0.0, 100] * 17)).labels == ()


def test_signals_are_told_by_shape_and_colour() -> None:
    points = [
        Point(date(2026, 1, 31), 72),
        Point(date(2026, 2, 28), 3, "better"),
        Point(date(2026, 3, 31), 99, "worse"),
    ]
    chart = measure_chart(points, words=WORDS, unit="", formats=ENGLISH)
    assert [sign.colour for sign in signs(chart, "square")] == [BETTER]
    assert [sign.colour for sign in signs(chart, "triangle")] == [WORSE]
    assert len(signs(chart, "dot")) == 1


def test_names_of_changes_do_not_touch_each_other() -> None:
    changes = [Change(date(2025, 10, 15), "15 Oct: policy amended"), Change(date(2025, 11, 1), "1 Nov: all six desks")]
    chart = measure_chart(months([72.0] * 24), words=WORDS, unit="", formats=ENGLISH, changes=changes)
    spans = []
    for label in chart.labels:
        if label.y == 8:
            length = width(label.text)
            spans.append((label.x - length, label.x) if label.anchor == "end" else (label.x, label.x + length))
    assert len(spans) == 2
    (one, other) = sorted(spans)
    assert one[1] <= other[0]


def test_now_and_target_stand_apart_also_at_the_foot() -> None:
    words = replace(WORDS, now="now 1")
    for until in (date(2026, 9, 30), date(2028, 9, 30)):
        promise = Promise(1, until, "1 day")
        chart = measure_chart(months([72.0] * 23 + [1]), words=words, unit="", formats=ENGLISH, promise=promise)
        now, target = (next(one for one in chart.labels if one.text == text) for text in ("now 1", "target 1 day"))
        apart = now.x + width(now.text, strong=True) < target.x
        assert apart or abs(now.y - target.y) >= 12
        assert len([mark for mark in chart.marks if isinstance(mark, Line) and mark.dash == (1, 2.2)]) == 1


def test_the_words_about_the_mean_touch_no_change_and_no_number_also_in_a_short_series() -> None:
    values = [49.0, 44, 46, 47, 51, 47, 36, 18, 7, *[6.0] * 15]
    for at in (3, 6, 9, 20):
        points = months(values)
        change = Change(points[at].day, "No letter where permanent")
        chart = measure_chart(
            points, words=WORDS, unit="", formats=ENGLISH, changes=[change], variation=ordinary(values[:6]),
            variation_until=change.day, width=520, height=190,
        )  # fmt: skip
        label = next(one for one in chart.labels if one.text == WORDS.mean)
        drawn = [mark for mark in chart.marks if isinstance(mark, Line) and mark.width > 0.6]
        drawn = [mark for mark in drawn if len(mark.points) > 2 or mark.points[0][0] == mark.points[1][0]]
        end = label.x + width(label.text)
        for line in drawn:
            for (a, b), (c, d) in pairwise(line.points):
                steps = [(a + (c - a) * n / 50, b + (d - b) * n / 50) for n in range(51)]
                assert not any(label.x < x < end and abs(y - label.y) < 5 for x, y in steps)


def test_an_axis_says_round_values_from_zero_up() -> None:
    chart = measure_chart(months([72.0, 70, 100]), words=WORDS, unit="", formats=ENGLISH)
    assert [label.text for label in chart.labels if label.anchor == "end"][:3] == ["0", "50", "100"]


def test_the_table_says_what_the_chart_says() -> None:
    header, rows = table(measure_chart(months([72.0, 70]), words=WORDS, unit="", formats=ENGLISH))
    assert header == ("Month", "Days")
    assert rows == (("Oct 2024", "72"), ("Nov 2024", "70"))


def test_a_chart_without_any_date_is_refused() -> None:
    with pytest.raises(ValueError, match="date"):
        measure_chart([], words=WORDS, unit="", formats=ENGLISH)


def test_one_point_is_a_chart_too() -> None:
    assert len(signs(measure_chart(months([5.0]), words=WORDS, unit="", formats=ENGLISH), "dot")) == 1


def test_a_sparkline_keeps_signals_and_the_last_point() -> None:
    points = [*months([5.0, 4, 3]), Point(date(2025, 1, 15), 1, "better"), Point(date(2025, 2, 15), 2)]
    chart = sparkline(points, title="Days", formats=ENGLISH)
    assert len(signs(chart, "square")) == 1
    assert len(signs(chart, "dot")) == 1
    assert len(chart.rows) == 5


def test_a_demand_range_is_in_order() -> None:
    chart = demand_range(10, 40, 90, 100, title="About 40")
    whisker = [mark for mark in chart.marks if isinstance(mark, Line)][1]
    (dot,) = signs(chart, "dot")
    assert whisker.points[0][0] < dot.x < whisker.points[1][0]


def test_promised_and_came_uses_three_shapes() -> None:
    chart = promised_and_came(72, 1, 2, title="Days: 72, promised 1, came 2")
    assert [len(signs(chart, shape)) for shape in ("ring", "diamond", "square")] == [1, 1, 1]
    assert signs(promised_and_came(72, 1, None, title="x"), "square") == []


@pytest.mark.parametrize("grade", range(6))
def test_grade_slots_fill_up_to_the_grade_and_name_it(grade: int) -> None:
    chart = grade_slots(grade, title=f"E{grade}")
    assert len(chart.marks) == 6
    assert f"E{grade}" in [label.text for label in chart.labels]


def test_a_narrow_page_opens_at_the_newest_number_and_with_the_target_where_that_is_near() -> None:
    words = replace(WORDS, now="now 38")
    for due, is_near in ((date(2026, 11, 30), True), (date(2028, 9, 17), False)):
        chart = measure_chart(
            months([38.0] * 24), words=words, unit="", formats=ENGLISH, promise=Promise(14, due, "14"), width=520
        )
        newest = next(label for label in chart.labels if label.text == "now 38")
        seen = newest.x + width("now 38", strong=True)
        assert seen <= chart.opens_until <= (chart.width if is_near else seen + 16)


def test_a_mean_is_written_alike_everywhere_with_one_decimal_below_100() -> None:
    assert [Variation(mean).shown for mean in (1.94, 38.44, 402.6)] == [1.9, 38.4, 403]
