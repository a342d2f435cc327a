"""What Word's styles and lists say of a paragraph: its level as a heading, and how its list is marked.

Built-in styles have English names in every language of Word; their ids do not.
"""

import re
from dataclasses import dataclass, field

from app.plans.importing.markup import Element, all_of, attribute, child, name, value

HEADING = re.compile(r"heading ([1-9])\b")
MOST_STEPS = 10
LEVELS = frozenset("012345678")
"""Of a list, as Word has them."""


@dataclass(frozen=True)
class Style:
    """One style, read once: looked through anew at each paragraph, a swollen one would keep a worker for hours."""

    name: str
    base: str | None
    outline: str | None
    listed: tuple[str | None, str | None] | None


@dataclass(frozen=True)
class Styles:
    """Styles by id, and the marks of lists by their number and level."""

    by_id: dict[str, Style] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)

    def names(self, style_id: str | None) -> list[str]:
        """The style's name and those that it is based on, in small letters."""
        return [style.name for style in self._chain(style_id)]

    def is_title(self, style_id: str | None) -> bool:
        return "title" in self.names(style_id)[:1]

    def level(self, properties: Element | None) -> int:
        """1 to 9 for a heading; 0 for text."""
        style_id = value(properties, "pStyle")
        for named in self.names(style_id):
            if found := HEADING.match(named):
                return int(found[1])
        outlines = [value(properties, "outlineLvl"), *(style.outline for style in self._chain(style_id))]
        stated = next((one for one in outlines if one is not None), "")
        return int(stated) + 1 if stated in LEVELS else 0

    def mark(self, properties: Element | None) -> str:
        """How a list marks the paragraph, "- " or "1. ", moved in by its level; empty where it is in no list."""
        inherited = (style.listed for style in self._chain(value(properties, "pStyle")))
        numbered = _listed(properties) or next((one for one in inherited if one is not None), None)
        list_id, stated = numbered or (None, None)
        if list_id is None or list_id == "0":
            return ""
        level = stated if stated in LEVELS else "0"
        return "   " * min(int(level), 3) + self.marks.get((list_id, level), "- ")

    def _chain(self, style_id: str | None) -> list[Style]:
        found: list[Style] = []
        while style_id in self.by_id and len(found) < MOST_STEPS:
            found.append(self.by_id[style_id])
            style_id = found[-1].base
        return found


def of(styles: Element | None, numbering: Element | None) -> Styles:
    """What both parts say; nothing of a document that has none."""
    by_id = {} if styles is None else {str(attribute(one, "styleId")): _style(one) for one in all_of(styles, "style")}
    return Styles(by_id, {} if numbering is None else _marks(numbering))


def _style(style: Element) -> Style:
    properties = child(style, "pPr")
    return Style(
        (value(style, "name") or "").lower(), value(style, "basedOn"), value(properties, "outlineLvl"),
        _listed(properties),
    )  # fmt: skip


def _listed(properties: Element | None) -> tuple[str | None, str | None] | None:
    """Number and level of the list; None where it is in none."""
    found = child(properties, "numPr")
    return None if found is None else (value(found, "numId"), value(found, "ilvl"))


def _marks(numbering: Element) -> dict[tuple[str, str], str]:
    """Nine levels of a list at most: each number that uses it has them all."""
    kinds = {attribute(one, "abstractNumId"): _kinds(one) for one in all_of(numbering, "abstractNum")}
    used = [(str(attribute(one, "numId")), value(one, "abstractNumId")) for one in all_of(numbering, "num")]
    return {
        (list_id, level): "- " if kind in ("bullet", "none") else "1. "
        for list_id, wanted in used
        for level, kind in kinds.get(wanted, {}).items()
    }


def _kinds(abstract: Element) -> dict[str, str | None]:
    """How each level of a list is marked."""
    levels = (one for one in abstract if isinstance(one.tag, str) and name(one) == "lvl")
    found = ((attribute(one, "ilvl"), value(one, "numFmt")) for one in levels)
    return {level: kind for level, kind in found if level is not None and level in LEVELS}
