"""Small tests on a chart, and the twelve months on screen: signs that say more than colour, words inside the sheet."""

from datetime import date, timedelta
from itertools import pairwise

from app.core.charts import MeasureWords as Words
from app.core.charts import Milestone, MonthsWords, Point, Span, measure_chart, to_print, to_svg, twelve_months
from app.core.charts.metrics import width
from app.core.charts.model import Area, Chart, Line, Sign
from app.core.formats import Formats

ENGLISH = Formats("en")
WORDS = Words("Days", "", "target", ("Month", "Days"), tried="Small tests")
POINTS = [Point(date(2026, month, 28), 70 - month) for month in range(1, 13)]
START, TODAY = date(2026, 1, 1), date(2026, 11, 24)
MONTHS = MonthsWords("Milestones", ("Date", "Milestone", "Owner"), "today, 24 Nov")


def chart(*spans: Span) -> Chart:
    return measure_chart(POINTS, words=WORDS, unit="", formats=ENGLISH, spans=spans)


def span(start: date, days: int = 7, number: int = 1) -> Span:
    return Span(start, start + timedelta(days=days), str(number), f"Test {number}", f"Test {number}, predicted 60")


def test_a_test_is_hatched_between_dashed_lines_and_named_in_the_lane() -> None:
    plain, made = chart(), chart(span(date(2026, 5, 4)))
    (area,) = [mark for mark in made.marks if isinstance(mark, Area) and mark.hatch]
    dashed = [mark for mark in made.marks if isinstance(mark, Line) and mark.dash == (2, 2)]
    assert len(dashed) == 2
    assert area.width > 0
    assert "Test 1" in [label.text for label in made.labels]
    assert (plain.height, plain.header) == (made.height, ("Month", "Days"))


def test_the_table_says_in_words_what_was_tried_when() -> None:
    made = chart(span(date(2026, 5, 4)), span(date(2026, 5, 20), 20, 2))
    assert made.header == ("Month", "Days", "Small tests")
    told = {row[0]: row[2] for row in made.rows}
    assert told["May 2026"] == "Test 1, predicted 60, Test 2, predicted 60"
    assert told["Jun 2026"] == "Test 2, predicted 60"
    assert told["Jan 2026"] == "–"


def test_many_tests_keep_their_names_apart_and_inside() -> None:
    made = chart(*(span(date(2026, 1, 5) + timedelta(days=9 * number), 7, number) for number in range(38)))
    lane = sorted(
        (label.x, label.x + width(label.text)) for label in made.labels if label.y > made.height - 15
    )
    assert len(lane) > 5
    assert all(end <= start for (_, end), (start, _) in pairwise(lane))
    assert lane[-1][1] <= made.width


def test_a_test_before_the_first_number_is_left_out_and_one_to_come_makes_room() -> None:
    assert chart(span(date(2025, 1, 1))).marks == chart().marks
    later = chart(span(date(2027, 2, 1)))
    assert [label.text for label in later.labels if "Test" in label.text] == ["Test 1"]
    assert "Test 1" in to_svg(later)
    assert "Test 1" in to_print(later)


def test_done_open_and_late_have_signs_of_their_own() -> None:
    made = twelve_months(
        [
            Milestone("Done", "o", date(2026, 2, 1), is_done=True),
            Milestone("Open", "o", date(2026, 12, 18), is_done=False),
            Milestone("Decide", "o", date(2026, 12, 20), is_decision_point=True, is_done=False),
            Milestone(
                "Late", "o", date(2026, 12, 4), first_due=date(2026, 11, 20), note="14 days late", is_late=True,
                is_done=False,
            ),
        ],
        START, words=MONTHS, formats=ENGLISH, today=TODAY,
    )  # fmt: skip
    shapes = [mark.shape for mark in made.marks if isinstance(mark, Sign)]
    assert shapes == ["ticked", "dashed-ring", "ring", "ring", "diamond"]
    assert "stroke-dasharray" in to_svg(made)
    assert any("14 days late" in label.text for label in made.labels)


def test_today_is_named_and_no_month_stands_in_its_way() -> None:
    for day in (date(2026, 1, 2), TODAY, date(2026, 12, 31)):
        made = twelve_months([], START, words=MONTHS, formats=ENGLISH, today=day)
        head = sorted(
            (label.x - (width(label.text, strong=True) if label.anchor == "end" else 0), label.text)
            for label in made.labels
        )
        places = [(x, x + width(text)) for x, text in head]
        assert "today, 24 Nov" in [text for _, text in head]
        assert all(end <= start for (_, end), (start, _) in pairwise(places))
        assert places[-1][1] <= 504 + 4


def test_sixty_milestones_stand_in_sixty_rows() -> None:
    rows = [Milestone(f"M {n}", "Owner", START + timedelta(days=6 * n), is_done=False) for n in range(60)]
    made = twelve_months(rows, START, words=MONTHS, formats=ENGLISH, today=TODAY)
    signs = [mark for mark in made.marks if isinstance(mark, Sign)]
    assert len({sign.y for sign in signs}) == 60
    assert len(made.rows) == 60
