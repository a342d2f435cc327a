"""Whether a text came out as it was typed: nothing lost, nothing twice, in its order, on a page and on paper.

Left out is what a page or a printer may change: blanks, hyphens and other signs, the signs of Markdown. A PDF keeps
its letters as shapes in the order in which they stand: joined Arabic letters change places within their word, words of
a line from right to left come in reverse, and marks above letters are told as the shape that was drawn first.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator

from app.core.markdown import to_plain
from tests.support.html import classes, text_of
from tests.support.pages import Page

NODE = re.compile(r'( *)(?:"(.*)"|(\w+).*)')
FROM_RIGHT = {"R", "AL", "AN"}
LENT = "ئ"
"""The letter that carries a tanween in one word is told wherever the same shape was drawn."""


def read_aloud(pdf: bytes) -> list[str]:
    """The lines of a tagged PDF in the order in which it is read aloud, without the numbers before lists."""
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True)
    return [line if not _is_from_right(line) else " ".join(reversed(line.split())) for line in _lines(done.stdout)]


def shown(page: Page) -> list[str]:
    """The parts of the sheets on a page, without what stands at head and foot of each."""
    parts = [part for sheet in page.root.iter() if "sheet-screen" in classes(sheet) for part in sheet]
    return [text_of(part) for part in parts if not {"running-head", "running-foot"} & {*classes(part)}]


def holds(told: Iterable[str], typed: str) -> bool:
    """Whether a typed text, light Markdown, is told in one piece."""
    return _row([to_plain(typed)]) in _row(told)


def _lines(structure: bytes) -> Iterator[str]:
    label = None
    for found in map(NODE.fullmatch, structure.decode().splitlines()):
        if found is None:
            continue
        depth, words, node = len(found[1]), found[2], found[3]
        if label is not None and depth <= label:
            label = None
        if node == "Lbl":
            label = depth
        if words is not None and label is None:
            yield words


def _row(lines: Iterable[str]) -> str:
    """The letters and figures alone."""
    return "".join(_letters(word) for line in lines for word in unicodedata.normalize("NFKC", line).split())


def _letters(word: str) -> str:
    found = [sign for sign in word if sign.isalnum() and sign != LENT]
    return "".join(sorted(found) if _is_from_right(word) else found)


def _is_from_right(words: str) -> bool:
    return any(unicodedata.bidirectional(sign) in FROM_RIGHT for sign in words)
