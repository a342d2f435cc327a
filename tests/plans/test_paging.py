"""The sheet on screen, broken anywhere: every page is whole, and says nothing that the sheet does not."""

import random
from html.parser import HTMLParser

import pytest
from markupsafe import Markup, escape

from app.core.markdown import to_html
from app.plans import paging

HOSTILE = (
    "<script>alert(1)</script>", "</div></p></table>", "&amp;lt;b&gt;", "**bold *x***", '[a](http://x.y/"><img src=x>)',
    "- a\n- b", "<!-- -->", "<![CDATA[x]]>", "&#60;i", "<title>", "<textarea>", "\u202eabc", "٣٤", "Straße ﬁ ²",
)  # fmt: skip


class Whole(HTMLParser):
    """Fails on an end without a start; keeps the elements, and the words outside of heads that are repeated."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.elements: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(f"{tag} {[one for one in attrs if one[0] != 'data-continued']}")
        self.stack += [tag] if tag not in paging.VOID else []

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, f"</{tag}> ends nothing"
        assert self.stack.pop() == tag


def sheet(chance: random.Random) -> str:
    words = " ".join(chance.choices(HOSTILE, k=3))
    plain = escape(words)
    return chance.choice((
        f'<div class="words">{to_html(words)}</div>',
        f'<p title="{plain}">{plain}</p>',
        f"<table><thead><tr><th>{plain}</th></tr></thead><tbody><tr><td>{plain}<br></td></tr></tbody></table>",
        f'<figure class="figure"><svg><title>{plain}</title><text x="1">{plain}</text><circle/></svg></figure>',
    ))  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_pages_are_whole_wherever_they_break(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):
        html = "".join(sheet(chance) for _ in range(4))
        letters = sum(sign.isalnum() for sign in Markup(html).striptags())
        breaks = sorted(chance.randint(0, letters) for _ in range(3))
        pages = [Whole(page) for page in paging.split(html, breaks)]
        assert [page.stack for page in pages] == [[]] * len(pages)
        assert set().union(*(page.elements for page in pages)) <= Whole(html).elements
