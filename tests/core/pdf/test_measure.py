"""How full the pages are: continuous, growing with the text, and honest at the edge."""

from itertools import pairwise

import pytest

from app.core import pdf

PAPERS = ("Letter", "A4")


def document(lines: int, paper: str = "Letter", *, tail: str = "") -> str:
    """Lines of exactly 14 points."""
    style = (
        f"@page {{ size: {paper}; margin: 50pt }} body {{ margin: 0; font: 10pt/14pt 'Paper Sans' }} p {{ margin: 0 }}"
    )
    words = "".join(f"<p>line {number}</p>" for number in range(lines))
    head = f'<html lang="en"><title>x</title><style>{style}</style>'
    return f'{head}<body><section data-section="all">{words}</section>{tail}'


def measure(html: str) -> pdf.Layout:
    return pdf.measure(html, css=())


@pytest.mark.parametrize("paper", PAPERS)
def test_fill_grows_with_every_line_until_far_over_the_limit(paper: str) -> None:
    fills = [measure(document(lines, paper)).fill for lines in range(2, 130, 5)]
    assert all(later > earlier for earlier, later in pairwise(fills))


def lines_on_two_pages(paper: str) -> int:
    height = {"Letter": 792.0, "A4": 841.89}[paper] - 100
    return 2 * int(height // 14)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_last_line_that_fits_fits(paper: str) -> None:
    layout = measure(document(lines_on_two_pages(paper), paper))
    assert layout.pages == 2
    assert 0.97 < layout.fill <= 1
    assert layout.fits
    assert layout.over_by_lines == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_one_line_more_is_over_by_one_line(paper: str) -> None:
    layout = measure(document(lines_on_two_pages(paper) + 1, paper))
    assert layout.pages == 3
    assert 1 < layout.fill < 1.02
    assert not layout.fits
    assert layout.over_by_lines == 1


def test_lines_over_are_those_to_cut() -> None:
    assert measure(document(lines_on_two_pages("Letter") + 7)).over_by_lines == 7


def test_sections_are_counted_in_lines_over_all_their_pages_the_longest_first() -> None:
    layout = measure(document(60, tail='<section data-section="end"><p>one</p><p>two</p></section>'))
    assert list(layout.sections) == ["all", "end"]
    assert layout.sections["all"] == pytest.approx(60, abs=0.6)  # the part before a page break reaches to its foot
    assert layout.sections["end"] == pytest.approx(2, abs=0.1)


def test_a_table_is_counted_once() -> None:
    row = "<tr><td style='padding:0'>word</td></tr>"
    table = f'<table data-section="t" style="border-collapse:collapse;border-spacing:0">{row * 4}</table>'
    assert measure(document(1, tail=table)).sections["t"] == pytest.approx(4, abs=0.1)


def test_measuring_and_printing_agree() -> None:
    html = document(70)
    assert pdf.render(html, css=()).layout == measure(html)


def test_the_limit_is_the_callers() -> None:
    layout = pdf.measure(document(30), css=(), limit_pages=1)
    assert layout.fits
    assert layout.fill == pytest.approx(30 * 14 / 692, abs=0.01)
