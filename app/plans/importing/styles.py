"""What Word's styles and lists say of a paragraph: its level as a heading, and how its list is marked.

Built-in styles have English names in every language of Word; their ids do not.
"""

import re
from dataclasses import dataclass, field

from app.plans.importing.markup import Element, all_of, attribute, child, value

HEADING = re.compile(r"heading ([1-9])\b")
MOST_STEPS = 10
TEXT_LEVEL = 9


@dataclass(frozen=True)
class Styles:
    """Styles by id, and the marks of lists by their number and level."""

    by_id: dict[str, Element] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)

    def names(self, style_id: str | None) -> list[str]:
        """The style's name and those that it is based on, in small letters."""
        return [(value(style, "name") or "").lower() for style in self._chain(style_id)]

    def is_title(self, style_id: str | None) -> bool:
        return "title" in self.names(style_id)[:1]

    def level(self, properties: Element | None) -> int:
        """1 to 9 for a heading; 0 for text."""
        style_id = value(properties, "pStyle")
        for named in self.names(style_id):
            if found := HEADING.match(named):
                return int(found[1])
        outlines = [value(properties, "outlineLvl"), *(value(s, "pPr", "outlineLvl") for s in self._chain(style_id))]
        stated = next((one for one in outlines if one is not None), str(TEXT_LEVEL))
        return int(stated) + 1 if stated.isdecimal() and int(stated) < TEXT_LEVEL else 0

    def mark(self, properties: Element | None) -> str:
        """How a list marks the paragraph, "- " or "1. ", moved in by its level; empty where it is in no list."""
        own = child(properties, "numPr")
        inherited = (child(style, "pPr", "numPr") for style in self._chain(value(properties, "pStyle")))
        numbered = own if own is not None else next((one for one in inherited if one is not None), None)
        list_id = value(numbered, "numId")
        if list_id is None or list_id == "0":
            return ""
        level = value(numbered, "ilvl") or "0"
        depth = int(level) if level.isdecimal() else 0
        return "   " * min(depth, 3) + self.marks.get((list_id, level), "- ")

    def _chain(self, style_id: str | None) -> list[Element]:
        found: list[Element] = []
        while style_id in self.by_id and len(found) < MOST_STEPS:
            found.append(self.by_id[style_id])
            style_id = value(found[-1], "basedOn")
        return found


def of(styles: Element | None, numbering: Element | None) -> Styles:
    """What both parts say; nothing of a document that has none."""
    by_id = {} if styles is None else {str(attribute(one, "styleId")): one for one in all_of(styles, "style")}
    return Styles(by_id, {} if numbering is None else _marks(numbering))


def _marks(numbering: Element) -> dict[tuple[str, str], str]:
    abstract = {
        (attribute(one, "abstractNumId"), attribute(level, "ilvl")): value(level, "numFmt")
        for one in all_of(numbering, "abstractNum")
        for level in all_of(one, "lvl")
    }
    used = [(str(attribute(one, "numId")), value(one, "abstractNumId")) for one in all_of(numbering, "num")]
    return {
        (list_id, str(level)): "- " if kind in ("bullet", "none") else "1. "
        for list_id, wanted in used
        for (known, level), kind in abstract.items()
        if known == wanted
    }
