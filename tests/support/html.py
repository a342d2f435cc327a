"""A small, strict HTML reader: elements must be closed in order, as in the pages we write."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    )
)  # fmt: skip


class UntidyHtml(AssertionError):
    """An element is left open or closed out of order."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            raise UntidyHtml(f"<{tag}> has an attribute twice: {names} (line {self.getpos()[0]})")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or self.open[-1].tag != tag:
            raise UntidyHtml(f"</{tag}> closes <{self.open[-1].tag}> (line {self.getpos()[0]})")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def read(words: str) -> Element:
    """The tree of a page; raises UntidyHtml where an element is not closed in order."""
    reader = _Reader()
    reader.feed(words)
    reader.close()
    if len(reader.open) > 1:
        raise UntidyHtml(f"<{reader.open[-1].tag}> is never closed")
    return reader.root


def text_of(element: Element) -> str:
    """All the words in an element, blanks folded."""
    return " ".join("".join(_words(element)).split())


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _words(element: Element) -> Iterator[str]:
    if element.tag in ("script", "style", "template"):
        return
    yield element.text or ""
    for child in element:
        if child.tag not in INLINE:
            yield " "
        yield from _words(child)
        if child.tag not in INLINE:
            yield " "
        yield child.tail or ""
