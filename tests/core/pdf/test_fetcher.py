"""A document reaches our own assets and nothing else."""

import pytest

from app.core import pdf
from app.core.pdf.fetcher import OwnAssets, Refused


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/x.png",
        "https://example.org/x.css",
        "ftp://example.org/x",
        "data:text/css,body{color:red}",
        "app:../config.py",
        "app:/etc/passwd",
        "app:fonts/../../config.py",
        "APP:fonts/SourceSansPro-Regular.ttf",
        "app:",
    ],
)
def test_everything_but_our_own_names_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        OwnAssets().fetch(url)


def test_our_own_font_is_served() -> None:
    answer = OwnAssets().fetch("app:fonts/SourceSansPro-Regular.ttf")
    assert answer.read()[:4] == b"\x00\x01\x00\x00"
    assert answer.content_type == "font/ttf"


def test_a_document_cannot_attach_or_show_a_file_of_the_machine() -> None:
    plain = '<html lang="en"><title>x</title><body><p>word</p></body></html>'
    greedy = plain.replace("<title>", '<link rel="attachment" href="file:///etc/hostname"><title>').replace(
        "<p>", '<img alt="x" src="file:///etc/hostname"><object data="file:///etc/hostname"></object><p>'
    )
    made = pdf.render(greedy).pdf
    assert b"/EmbeddedFile" not in made
    assert b"/Filespec" not in made
