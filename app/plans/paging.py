"""Breaks the sheet on screen where the paper breaks. Knows HTML and counts; no plan and no layout."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import Markup, escape

VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
UNBROKEN = ("svg", "thead")
"""Drawings, and the heads of tables, which begin every page that the table goes on to."""
CLOSING = ("M", "Pe", "Pf", "Po")
"""Categories of signs that stay with the letter before them."""


def split(html: str, breaks: Sequence[int]) -> list[Markup]:
    """The document in pages. Each break is a number of letters, digits and figures before a page, as `Layout.breaks`.

    Elements that go over a break are closed before it and opened again after it with `data-continued`; a table then
    begins with its head.
    """
    splitter = _Splitter(breaks)
    splitter.feed(html)
    splitter.close()
    return splitter.pages()


@dataclass
class _Open:
    """An element that is open, as it was written, and for a table its head."""

    tag: str
    written: str
    head: str = ""

    def again(self) -> str:
        return self.written.replace(f"<{self.tag}", f"<{self.tag} data-continued", 1) + self.head


class _Splitter(HTMLParser):
    def __init__(self, breaks: Sequence[int]) -> None:
        super().__init__(convert_charrefs=True)
        self._left = list(breaks)
        self._count = 0
        self._stack: list[_Open] = []
        self._pages: list[list[str]] = [[]]
        self._head_starts = 0

    def pages(self) -> list[Markup]:
        return [Markup("".join(page)) for page in self._pages]  # noqa: S704  # a template with escaping on made it

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # kept as it was written
        if not self._is_inside(*UNBROKEN):
            self._turn_if_due()
        if tag == "thead":
            self._head_starts = len(self._pages[-1])
        written = self.get_starttag_text() or ""
        self._pages[-1].append(written)
        if tag == "svg":
            self._count += 1
        if tag not in VOID:
            self._stack.append(_Open(tag, written))

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # as above
        self._pages[-1].append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._pages[-1].append(f"</{tag}>")
        self._stack.pop()
        if tag == "thead":
            self._stack[-1].head = "".join(self._pages[-1][self._head_starts :])

    def handle_data(self, data: str) -> None:
        while not self._is_inside(*UNBROKEN) and self._left and (at := self._place_in(data)) is not None:
            self._pages[-1].append(escape(data[:at]))
            self._turn()
            data = data[at:]
        self._count += 0 if self._is_inside("svg") else sum(sign.isalnum() for sign in data)
        self._pages[-1].append(escape(data))

    def _is_inside(self, *tags: str) -> bool:
        return any(one.tag in tags for one in self._stack)

    def _place_in(self, data: str) -> int | None:
        """Where in the text the next page begins, if there: after the last letter before, and the signs beside it."""
        missing = max(0, self._left[0] - self._count)
        places = [place for place, sign in enumerate(data) if sign.isalnum()]
        if len(places) <= missing:
            return None
        at = places[missing - 1] + 1 if missing else 0
        while at < places[missing] and unicodedata.category(data[at]).startswith(CLOSING):
            at += 1
        self._count += missing
        return at

    def _turn_if_due(self) -> None:
        if self._left and self._count >= self._left[0]:
            self._turn()

    def _turn(self) -> None:
        self._left.pop(0)
        self._pages[-1] += [f"</{one.tag}>" for one in reversed(self._stack)]
        self._pages.append([one.again() for one in self._stack])
