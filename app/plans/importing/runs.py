"""The words of one paragraph as light Markdown: bold, emphasis, links. As they stand with all changes accepted.

What somebody struck out with tracked changes is not taken; what they put in is. Hidden text, fields' codes, notes and
comments are not taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from app.plans.importing.markup import Element, attribute, child, is_on, name, value

TAKEN = frozenset({"ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir"})
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\[(?=[^\[\]]*\]\()")


@dataclass(frozen=True)
class Look:
    """How a stretch of text looks; `url` is where it leads."""

    is_bold: bool = False
    is_italic: bool = False
    url: str = ""


Pieces = list[tuple[Look, str]]


def pieces(paragraph: Element, links: Mapping[str, str], url: str = "") -> Iterator[tuple[Look, str]]:
    """Stretches of text with their looks."""
    for one in paragraph:
        if not isinstance(one.tag, str):
            continue
        kind = name(one)
        if kind == "r":
            yield from _run(one, url)
        elif kind == "hyperlink":
            yield from pieces(one, links, links.get(attribute(one, "id") or "", ""))
        elif kind in TAKEN:
            yield from pieces(one, links, url)


def markdown(found: Pieces) -> str:
    """The stretches as light Markdown; what would be read as a mark is escaped."""
    merged = [(look, "".join(text for _, text in same)) for look, same in groupby(found, key=lambda piece: piece[0])]
    return "".join(_marked(look, text) for look, text in merged).strip()


def plain(found: Pieces) -> str:
    """The words alone in one line."""
    return " ".join("".join(text for _, text in found).split())


def is_bold(found: Pieces) -> bool:
    """All of its words are bold."""
    return any(text.strip() for _, text in found) and all(look.is_bold for look, text in found if text.strip())


def safe(url: str | None) -> str:
    """An address that a plan may lead to; empty for any other."""
    try:
        is_safe = bool(url) and urlsplit(str(url)).scheme.lower() in SCHEMES
    except ValueError:
        return ""
    return re.sub(r"[\s()<>]", lambda sign: f"%{ord(sign[0]):02X}", str(url)) if is_safe else ""


def _run(run: Element, url: str) -> Iterator[tuple[Look, str]]:
    properties = child(run, "rPr")
    if is_on(properties, "vanish"):
        return
    style = (value(properties, "rStyle") or "").lower()
    look = Look(_looks(properties, "b", style == "strong"), _looks(properties, "i", style == "emphasis"), url)
    for one in run:
        kind = name(one) if isinstance(one.tag, str) else ""
        if kind == "t":
            yield look, one.text or ""
        elif kind in SIGNS and attribute(one, "type") not in ("page", "column"):
            yield look, SIGNS[kind]


def _looks(properties: Element | None, switch: str, otherwise: bool) -> bool:
    stated = is_on(properties, switch)
    return otherwise if stated is None else stated


def _marked(look: Look, text: str) -> str:
    """Marks stand at the words: a blank between would break them."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    sign = "**" * look.is_bold + "*" * look.is_italic
    lines = (f"{sign}{ESCAPED.sub(_escaped, line.strip())}{sign}" if line.strip() else "" for line in words.split("\n"))
    marked = "\n".join(lines)
    return f"{before}{f'[{marked}]({look.url})' if look.url else marked}{after}"


def _escaped(sign: re.Match[str]) -> str:
    return "\\" + sign[0]
