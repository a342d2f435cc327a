"""Both label writers: the same drawing, words as SVG text on screen, as HTML over it on paper."""

import re
from xml.etree import ElementTree

import pytest

from app.core.charts import Chart, to_print, to_svg
from app.core.charts.model import Area, Label, Line, Part, Sign, say

CHART = Chart(
    200,
    50,
    'Days & "waits" <today>',
    (
        Line(((0, 10), (200, 10)), dash=(3, 2)),
        Area(10, 5, 40, 12, "#FBEADD", "#B4500B", "#B4500B"),
        Sign("diamond", 90, 10, "#0B5CAD"),
    ),
    (say(10, 25, "<b>19 days</b>"), Label(190, 25, (Part("١٩ يومًا", strong=True), Part(" انتظار")), "end")),
)  # fmt: skip


def test_the_screen_drawing_is_well_formed_and_has_no_inline_style() -> None:
    svg = to_svg(CHART)
    root = ElementTree.fromstring(svg)
    assert root.tag == "svg"
    assert "style" not in svg
    assert "<style" not in svg
    assert not re.search(r"\son\w+=", svg)


@pytest.mark.parametrize("write", [to_svg, to_print])
def test_the_title_is_a_direct_child_and_escaped(write: object) -> None:
    made = str(write(CHART))  # type: ignore[operator]  # both are functions
    assert "<title>Days &amp; &quot;waits&quot; &lt;today&gt;</title>" in made
    assert re.search(r"<svg [^>]*><title>", made)


@pytest.mark.parametrize("write", [to_svg, to_print])
def test_words_are_escaped(write: object) -> None:
    made = str(write(CHART))  # type: ignore[operator]
    assert "<b>19" not in made
    assert "&lt;b&gt;19 days&lt;/b&gt;" in made


def test_paper_has_no_svg_text() -> None:
    assert "<text" not in to_print(CHART)
    assert "19 days" in to_print(CHART)


def test_right_to_left_flips_the_marks_once_and_places_words_from_the_other_side() -> None:
    made = to_print(CHART, rtl=True)
    assert made.count("scale(-1 1)") == 1
    assert "right:10.00pt" in made
    assert "left:10.00pt" in made
    assert "right:10.00pt" not in to_print(CHART).replace("right:10.00pt", "", 1)


def test_arabic_words_run_from_the_right_also_in_a_left_to_right_page() -> None:
    texts = ElementTree.fromstring(to_svg(CHART)).findall("text")
    english, arabic = texts
    assert english.get("direction") == "ltr"
    assert arabic.get("direction") == "rtl"
    assert arabic.get("text-anchor") == "start"


def test_hatching_stays_inside_its_area() -> None:
    path = re.search(r'<path d="([^"]+)"', to_svg(CHART))
    assert path
    places = [float(number) for number in re.findall(r"[\d.]+", path[1])]
    assert all(10 <= x <= 50 for x in places[::2])
    assert all(5 <= y <= 17 for y in places[1::2])
