"""The preview on screen breaks where the paper breaks: nothing is lost, nothing twice, and each page holds the same."""

import re
import subprocess
import unicodedata
from dataclasses import replace

import pytest

from app.core import pdf
from app.plans import paging
from app.plans.document import to_html, to_preview
from app.plans.sheet import PlanSheet
from tests.plans.writing import EDIT, save
from tests.support.client import Client
from tests.support.paper import print_environment
from tests.support.sheets import ENGLISH, SHEETS

ENV = print_environment()
LONG = "Nobody decided that it should take ten weeks, and nobody is proud of it. "


def letters(text: str) -> str:
    """Only letters and figures, put together in one way: the PDF's reader takes Thai vowels apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if sign.isalnum())


def on_paper(content: bytes, page: int) -> str:
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-", "-"]
    return letters(subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode())


def words_on_screen(html: str) -> list[list[str]]:
    """Words of each page, without drawings, repeated heads of tables, head and foot."""
    without = re.sub(r"<svg.*?</svg>|<thead>.*?</thead>", " ", html, flags=re.DOTALL)
    sheets = re.findall(r'<div class="sheet-words">(.*?)<div class="running-foot', without, flags=re.DOTALL)
    return [re.sub(r"<[^>]+>|&\S+;", " ", sheet).split() for sheet in sheets]


def both(sheet: PlanSheet, limit: int = 2) -> tuple[bytes, list[list[str]]]:
    made = pdf.render(to_html(sheet, ENV), limit_pages=limit)
    html = to_preview(sheet, ENV, made.layout.breaks, limit)
    pages = words_on_screen(html)
    assert len(pages) == made.pages
    return made.pdf, pages


@pytest.mark.parametrize("language", ["el", "en", "th", "tr", "zh"])
def test_each_page_on_screen_ends_and_begins_as_on_paper(language: str) -> None:
    content, pages = both(SHEETS[language])
    for number, words in enumerate(pages, start=1):
        printed = on_paper(content, number)
        for word in (*words[:6], *words[-6:]):
            assert letters(word) in printed, (number, word)


COUNTS = [pytest.param(count, marks=[pytest.mark.long] if count % 2 else []) for count in range(4, 60, 5)]


@pytest.mark.parametrize("count", COUNTS)
def test_a_break_in_the_middle_of_a_text_is_the_same(count: int) -> None:
    numbered = " ".join(f"Line{at:04d} {LONG}" for at in range(count))
    content, pages = both(replace(ENGLISH, problem=numbered), limit=9)
    for number, words in enumerate(pages, start=1):
        said = {word for word in words if word.startswith("Line0")}
        assert said == set(re.findall(r"Line0\d{3}", on_paper(content, number)))


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_nothing_is_lost_and_nothing_comes_twice(language: str) -> None:
    breaks = pdf.measure(to_html(SHEETS[language], ENV)).breaks
    paged, whole = (words_on_screen(to_preview(SHEETS[language], ENV, given, 2)) for given in (breaks, ()))
    assert [word for page in paged for word in page] == whole[0]


def test_what_goes_over_a_break_is_closed_and_opened_again() -> None:
    html = "<div><ul><li>one two</li><li>three <b>four five</b></li></ul></div>"
    first, second = paging.split(html, [len("onetwothreefour")])
    assert first == "<div><ul><li>one two</li><li>three <b>four</b></li></ul></div>"
    assert second == (
        "<div data-continued><ul data-continued><li data-continued><b data-continued> five</b></li></ul></div>"
    )


def test_a_table_that_goes_on_says_its_head_again() -> None:
    html = "<table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"
    first, second = paging.split(html, [len("Heada")])
    assert "<td>a</td>" in first
    assert "<td>b</td>" not in first
    assert second.index("<th>Head</th>") < second.index("<td>b</td>")


def test_a_drawing_is_counted_as_one_and_stays_whole() -> None:
    html = "<div><p>ab</p><svg><text>cd</text></svg><p>ef</p></div>"
    assert paging.split(html, [3])[0] == "<div><p>ab</p><svg><text>cd</text></svg></div>"
    assert paging.split(html, [2])[1] == "<div data-continued><svg><text>cd</text></svg><p>ef</p></div>"


def test_a_sign_after_the_last_word_stays_with_it() -> None:
    assert paging.split("<p>End. (Next &amp; last)</p>", [3]) == [
        "<p>End.</p>",
        "<p data-continued> (Next &amp; last)</p>",
    ]


def test_the_page_shows_two_sheets_with_their_numbers(champion: Client) -> None:
    page = champion.get("/plans/P-12/preview")
    assert page.text.count("Page 1 of 1") == 1
    save(champion, problem=LONG * 60)
    page = champion.get("/plans/P-12/preview")
    assert "Page 1 of 2" in page.text
    assert "Page 2 of 2" in page.text


def test_a_page_too_many_is_marked(champion: Client) -> None:
    save(champion, problem=LONG * 120)
    page = champion.get("/plans/P-12/preview")
    assert "sheet-over" in page.body.decode()
    assert EDIT in page.body.decode()


def test_while_nothing_can_be_measured_all_stands_on_one_sheet(
    champion: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object, **_more: object) -> pdf.Layout:
        raise pdf.Busy

    monkeypatch.setattr("app.plans.rendering._layout", busy)
    page = champion.get("/plans/P-12/preview")
    assert "Orders on the day both parents agree" in page.text
    assert "Page 1" not in page.text
