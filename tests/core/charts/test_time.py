"""Twelve months, and from today to after: every word inside the sheet, in rows that grow with it."""

from datetime import date
from itertools import pairwise

import pytest

from app.core.charts import BarWords, Milestone, MonthsWords, Step, staircase, today_to_after, twelve_months
from app.core.charts.metrics import VOICE, balanced, width, wrap
from app.core.charts.model import Area, Chart, Sign, say
from app.core.charts.scale import add_months, day_ticks, ticks
from app.core.charts.spread import spread
from app.core.formats import Formats

ENGLISH = Formats("en")
START = date(2026, 10, 1)
MONTHS = MonthsWords("Milestones", ("Date", "Milestone", "Owner"))
BARS = BarWords("Days", "Today", "After", "Day 0", ("Step", "Days"), lambda days: f"{days:g} days")
LONG = (
    "A very long name of a milestone that nobody would ever write but that a form lets pass, with more words after it"
)


def edges(chart: Chart) -> list[tuple[float, float]]:
    found = []
    for label in chart.labels:
        length = sum(width(part.text, label.size, strong=part.strong) for part in label.parts)
        start = {"start": label.x, "end": label.x - length, "middle": label.x - length / 2}[label.anchor]
        found.append((start, start + length))
    return found


@pytest.mark.parametrize("due", [date(2026, 10, 1), date(2026, 12, 31), date(2027, 4, 15), date(2027, 9, 30)])
@pytest.mark.parametrize("name", ["Short", "A name of usual length", LONG])
def test_words_of_a_milestone_stay_inside_the_sheet(due: date, name: str) -> None:
    chart = twelve_months([Milestone(name, "An owner", due)], START, words=MONTHS, formats=ENGLISH)
    assert all(start >= -1 and end <= 505 for start, end in edges(chart))
    assert "".join(label.text for label in chart.labels).replace(" ", "").count(name.replace(" ", "")) == 1


def test_a_long_name_makes_its_row_higher() -> None:
    short = twelve_months([Milestone("Short", "Owner", START)], START, words=MONTHS, formats=ENGLISH)
    long = twelve_months([Milestone(LONG, "Owner", date(2027, 4, 1))], START, words=MONTHS, formats=ENGLISH)
    assert long.height > short.height


def test_milestones_stand_in_order_of_date_with_their_table() -> None:
    later, sooner = Milestone("B", "o", date(2027, 3, 1)), Milestone("A", "o", date(2026, 11, 5))
    chart = twelve_months([later, sooner], START, words=MONTHS, formats=ENGLISH)
    assert chart.rows == (("5 Nov", "A", "o"), ("1 Mar", "B", "o"))


def test_a_moved_milestone_keeps_its_first_date_as_a_hollow_dot() -> None:
    moved = Milestone("A", "o", date(2027, 3, 1), first_due=date(2027, 1, 1), is_late=True, note="late, 12 days")
    chart = twelve_months([moved], START, words=MONTHS, formats=ENGLISH)
    shapes = [mark.shape for mark in chart.marks if isinstance(mark, Sign)]
    assert shapes == ["ring", "dot"]
    assert any("late, 12 days" in label.text for label in chart.labels)


def test_a_decision_point_is_a_diamond_and_a_date_outside_stands_at_the_edge() -> None:
    chart = twelve_months(
        [Milestone("A", "o", date(2030, 1, 1), is_decision_point=True)], START, words=MONTHS, formats=ENGLISH
    )
    (sign,) = [mark for mark in chart.marks if isinstance(mark, Sign)]
    assert (sign.shape, sign.x) == ("diamond", 504)


def test_long_month_names_are_shown_every_third_column() -> None:
    chart = twelve_months([], START, words=MONTHS, formats=Formats("ar"))
    assert len(chart.labels) == 4


def test_both_bars_have_one_scale() -> None:
    chart = today_to_after(72, 36, words=BARS, formats=ENGLISH)
    upper, lower = [mark for mark in chart.marks if isinstance(mark, Area)]
    assert upper.width == pytest.approx(2 * lower.width, rel=0.01)
    assert chart.rows == (("Today", "72 days"), ("After", "36 days"))


@pytest.mark.parametrize(("today", "after"), [(0, 0), (1, 0), (0, 5), (3650, 1)])
def test_odd_numbers_of_days_draw_too(today: float, after: float) -> None:
    chart = today_to_after(today, after, words=BARS, formats=ENGLISH)
    assert all(start >= -1 and end <= 376 for start, end in edges(chart))


def test_a_staircase_ends_where_all_days_are_used_and_its_words_stay_inside() -> None:
    steps = [
        Step("Legal unit", 19, "in the queue"),
        Step("Both parents", 24, LONG),
        Step("Judge", 1, "law", is_law=True),
    ]
    chart = staircase(steps, words=BARS, formats=ENGLISH)
    areas = [mark for mark in chart.marks if isinstance(mark, Area)]
    assert areas[0].x == 129
    assert areas[1].x == pytest.approx(areas[0].x + areas[0].width, abs=0.1)
    assert [bool(area.hatch) for area in areas] == [True, True, False]
    assert all(start >= -1 and end <= 506 for start, end in edges(chart))


def test_labels_push_apart_and_lead_back() -> None:
    labels, leads = spread([say(300, 10, "a"), say(300, 12, "b"), say(300, 11, "c")], 12, 0, 132)
    places = [label.y for label in labels]
    assert all(later - earlier >= 12 for earlier, later in pairwise(places))
    assert len(leads) == 2


def test_labels_at_the_foot_are_pushed_up() -> None:
    labels, _ = spread([say(300, 130, "a"), say(300, 131, "b")], 12, 0, 132)
    assert [label.y for label in labels] == [120, 132]


def test_widths_are_those_of_the_font() -> None:
    assert width("iii") < width("mmm")
    assert width("word", strong=True) > width("word")
    assert width("漢字", 10) == pytest.approx(20)
    assert width("e\u0301") == width("e")


@pytest.mark.parametrize("text", [LONG, "x" * 200, "ข้อมูลถึงผู้สนับสนุนไปต่อหรือหยุด" * 4, "电子立案代替每周一批" * 8, ""])
def test_wrapped_lines_fit_and_lose_nothing(text: str) -> None:
    lines = wrap(text, 100)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= 112 for line in lines)


def test_a_balanced_title_takes_no_more_lines() -> None:
    title = "A child-support order in one day, not seventy-two"
    narrow = balanced(title, 370, 27, VOICE)
    assert 200 < narrow < 370
    assert balanced("Short", 370, 27, VOICE) == 0


def test_months_are_counted_over_years() -> None:
    assert add_months(date(2026, 10, 31), 4) == date(2027, 2, 1)
    assert add_months(date(2026, 10, 31), -24) == date(2024, 10, 1)


@pytest.mark.parametrize("high", [0.3, 1, 5, 72, 365, 4000, 1e6])
def test_ticks_are_few_and_do_not_pass_the_end(high: float) -> None:
    for found in (ticks(high), day_ticks(high)):
        assert 1 <= len(found) <= 8
        assert found[0] == 0
        assert max(found) <= high


def test_figures_are_written_in_the_words_of_the_language() -> None:
    assert Formats("en").number(1150) == "1,150"
    assert Formats("el").number(1150.5) == "1.150,5"
    assert Formats("ar").number(6.1, "%") == "٦٫١٪"
    assert Formats("tr").number(80, "%") == "%80"
    assert Formats("th").day(date(2026, 9, 14)) == "14 กันยายน 2569"
    assert Formats("zh").day(date(2026, 9, 14)) == "2026年9月14日"
    assert Formats("qq").day(date(2026, 9, 14)) == "14 September 2026"
