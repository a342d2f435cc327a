"""Where pages break, said so that another drawing of the same document can break there too: by what stands before.

Letters and digits are counted, and a figure as one; blanks and signs fall differently in different drawings.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any


def breaks_of(pages: Sequence[Any]) -> tuple[int, ...]:
    """For each page after the first, what was counted before it; `pages` are WeasyPrint's boxes."""
    seen: set[Any] = set()
    counts = [sum(_count(child, seen) for child in page.children if not hasattr(child, "at_keyword")) for page in pages]
    return tuple(accumulate(counts[:-1]))


def letters(text: str) -> int:
    return sum(sign.isalnum() for sign in text)


def _count(box: Any, tables: set[Any]) -> int:
    """What stands in a box. The head of a table that goes on is a repetition; signs of lists are not in the text."""
    if "::" in (box.element_tag or ""):
        return 0
    if _is_figure(box):
        return 1
    text = getattr(box, "text", None)
    if isinstance(text, str):
        return letters(text)
    children = getattr(box, "children", ())
    if any(getattr(child, "is_header", False) for child in children):
        if box.element in tables:
            children = [child for child in children if not child.is_header]
        tables.add(box.element)
    return sum(_count(child, tables) for child in children)


def _is_figure(box: Any) -> bool:
    return box.element is not None and "figure" in (box.element.get("class") or "").split()
