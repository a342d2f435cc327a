"""The two pages on paper, in six scripts: what they hold, how they are tagged, and that they fit."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from app.core import pdf
from app.core.pdf.assets import CSS_FOLDER
from app.plans.document import to_html, to_preview
from app.plans.sheet import Milestone, PlanSheet
from tests.support.paper import print_environment
from tests.support.sheets import ENGLISH, SHEETS

ENV = print_environment()
LANGUAGES = sorted(SHEETS)
TEXT_OPERATORS = ("Tj", "TJ", "'", '"')


@cache
def printed(language: str) -> pdf.Rendered:
    return pdf.render(to_html(SHEETS[language], ENV))


def opened(language: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(printed(language).pdf))


def words_of(content: bytes, page: int | None = None) -> str:
    """The text as a reader would copy it."""
    pages = ["-f", str(page), "-l", str(page)] if page else []
    done = subprocess.run(["pdftotext", *pages, "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """All structure elements of the document."""
    queue = [document.Root.StructTreeRoot.K]
    while queue:
        item = queue.pop()
        if isinstance(item, pikepdf.Array):
            queue.extend(item)
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            yield item
            if "/K" in item:
                queue.append(item.K)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_fits_on_two_pages(language: str) -> None:
    layout = printed(language).layout
    assert layout.pages == 2
    assert 0.8 < layout.fill <= 1


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_both_papers_have_their_size(paper: str) -> None:
    made = pdf.render(to_html(replace(ENGLISH, paper=paper), ENV))  # type: ignore[arg-type]  # both are papers
    document = pikepdf.open(BytesIO(made.pdf))
    box = [float(side) for side in document.pages[0].mediabox]
    assert (round(box[2]), round(box[3])) == {"Letter": (612, 792), "A4": (595, 842)}[paper]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_its_language_and_title(language: str) -> None:
    document = opened(language)
    assert str(document.Root.Lang) == language
    assert SHEETS[language].title in str(document.docinfo.Title)
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert document.Root.MarkInfo.Marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_fonts_are_embedded_and_ours(language: str) -> None:
    names = set()
    document = opened(language)
    for page in document.pages:
        for font in page.Resources.Font.values():
            descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = descendant.FontDescriptor
            assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")), str(font.BaseFont)
            names.add(str(font.BaseFont).split("+")[-1])
    strangers = {name for name in names if not re.match(r"(Source|Paper|Noto)", name.replace(" ", ""))}
    assert strangers == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_words_for_those_who_cannot_see_it(language: str) -> None:
    document = opened(language)
    figures = [element for element in elements(document) if element.S == "/Figure"]
    assert len(figures) >= 6
    assert all(str(figure.get("/Alt", "")) for figure in figures)


def test_headings_and_header_cells_are_tagged_as_such() -> None:
    document = opened("en")
    kinds = [str(element.S) for element in elements(document)]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= 7
    assert kinds.count("/TH") >= 4 + 3 + 3 + 4 + 4
    assert kinds.count("/Table") == 3


def test_no_text_stands_outside_the_tags() -> None:
    document = opened("en")
    for page in document.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += operator in ("BDC", "BMC")
            depth -= operator == "EMC"
            assert not (operator in TEXT_OPERATORS and depth == 0)


def test_the_second_page_repeats_number_and_title_and_both_count_themselves() -> None:
    content = printed("en").pdf
    first, second = words_of(content, 1), words_of(content, 2)
    assert "Improvement plan P-12" in second
    assert "A child-support order in one day" in second
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert "Fingerprint 7c1f 92ae 04bd e6d3" in second
    assert "Champion Teresa Quill, deputy Sam Oyelaran" in first


def test_the_same_sheet_gives_the_same_bytes() -> None:
    html = to_html(ENGLISH, ENV)
    assert pdf.render(html).pdf == pdf.render(html).pdf == printed("en").pdf


def test_a_thai_plan_carries_the_buddhist_year() -> None:
    assert "2569" in to_html(SHEETS["th"], ENV)


def test_an_arabic_plan_reads_from_the_right_with_its_digits_and_keeps_codes() -> None:
    html = to_html(SHEETS["ar"], ENV)
    assert 'dir="rtl"' in html
    assert "٧٢" in html
    assert '<bdi dir="ltr">7c1f 92ae 04bd e6d3</bdi>' in html


def test_what_is_empty_prints_nothing() -> None:
    bare = PlanSheet("P-1", "Bare", "Office", cycle_start=date(2026, 10, 1), cycle_end=date(2027, 9, 30))
    words = words_of(pdf.render(to_html(bare, ENV)).pdf)
    for heading in ("Our customers", "crazy", "From today", "What we change", "How we will know", "Twelve months",
                    "Risks", "Who takes part", "So that", "Channels"):  # fmt: skip
        assert heading not in words


def test_days_without_steps_are_two_bars_on_one_scale() -> None:
    words = words_of(pdf.render(to_html(replace(ENGLISH, steps=(), after_days=30), ENV)).pdf, 1)
    assert "72 days" in words
    assert "30 days" in words


def test_what_the_year_is_compared_with_has_its_word_in_the_chart() -> None:
    assert "mean of 24: 72" in to_html(ENGLISH, ENV)
    told = replace(ENGLISH.measures[0], observations=())
    html = to_html(replace(ENGLISH, measures=(told,)), ENV)
    assert "baseline 72" in html
    assert "mean of" not in html


@pytest.mark.parametrize("lines", [12, 13])
def test_the_words_about_signs_stay_with_the_last_chart_on_paper_and_on_screen(lines: int) -> None:
    """With one line more, the words alone would go over to the second page."""
    sheet = replace(
        ENGLISH, steps=(), pain_points=(), changes=(), milestones=(), channels=(), risks="", people="", today="",
        after="", today_days=None, after_days=None, problem="\n\n".join(["A line."] * lines),
    )  # fmt: skip
    made = pdf.render(to_html(sheet, ENV))
    on_paper = [words_of(made.pdf, page) for page in (1, 2)]
    on_screen = to_preview(sheet, ENV, made.layout.breaks, limit=2).split('class="sheet-words"')[1:]
    for pages in (on_paper, on_screen):
        kept = [("Court list" in page, "Dots are months" in page) for page in pages]
        assert kept == ([(True, True), (False, False)] if lines == 12 else [(False, False), (True, True)])


def test_a_late_milestone_says_so_and_shows_its_first_date() -> None:
    late = Milestone("All six desks", "T. Quill", date(2027, 2, 13), first_due=date(2027, 2, 1), late_days=12)
    html = to_html(replace(ENGLISH, milestones=(late,)), ENV)
    assert "late, 12 days" in html


def test_a_draft_is_marked_on_every_page() -> None:
    content = pdf.render(to_html(replace(ENGLISH, is_draft=True, fingerprint=""), ENV)).pdf
    assert all("Draft" in words_of(content, page) for page in (1, 2))
    assert "Draft" not in words_of(printed("en").pdf)


HOSTILE = '<script>alert(1)</script> </svg> </style> "quotes" {{ 7*7 }} {% raw %} & \'x\''


def test_hostile_words_are_printed_as_words() -> None:
    sheet = replace(
        ENGLISH, title=HOSTILE, outcome=HOSTILE, office=HOSTILE, champion=HOSTILE,
        steps=(replace(ENGLISH.steps[0], lane=HOSTILE, why=HOSTILE),),
        milestones=(replace(ENGLISH.milestones[0], name=HOSTILE, owner=HOSTILE),),
        measures=(replace(ENGLISH.measures[0], name=HOSTILE),),
    )  # fmt: skip
    for html in (to_html(sheet, ENV), to_preview(sheet, ENV)):
        assert "<script" not in html
        assert "49" not in re.sub(r"\d*\.\d+|\d{3,}", "", html).split("{{ 7")[0][-20:]
    assert "{{ 7*7 }}" in words_of(pdf.render(to_html(sheet, ENV)).pdf)


def test_a_word_without_end_stays_on_the_page() -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 12
    made = pdf.render(to_html(replace(ENGLISH, title=long, problem=long, risks=long), ENV), limit_pages=9)
    assert words_of(made.pdf).replace(" ", "").count("Donaudampf") >= 30


def test_more_words_fill_more() -> None:
    fills = []
    for count in range(0, 400, 80):
        sheet = replace(ENGLISH, problem="Every word counts here. " * (count // 4))
        fills.append(pdf.measure(to_html(sheet, ENV)).fill)
    assert fills == sorted(fills)
    assert fills[-1] > 1 > fills[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preview_carries_no_inline_style(language: str) -> None:
    html = to_preview(SHEETS[language], ENV)
    assert "style=" not in html
    assert "<style" not in html
    assert "<script" not in html


def test_sizes_on_paper_are_never_below_what_people_can_read() -> None:
    css = "".join(path.read_text() for path in CSS_FOLDER.glob("*.css"))
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", css)]
    assert min(sizes) >= 10
