"""Which section a paragraph belongs to: by the heading above it, a label before it, or the first cell of its row.

Names are compared folded, so that case, accents and letter forms do not matter. What fits no section is given back as
loose, in its place and under its heading: the person decides, nothing is thrown away.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.core.folding import fold, is_unspaced, runs
from app.plans.importing.paragraphs import Kind, Paragraph, joined

ALIKE = 86.0
SAME = 94.0
"""Of 100: how like a name a heading must be; and a label within text, which is not marked as a heading."""

LONGEST_LABEL = 60
MOST_WORDS = 9
MOST_LOOSE = 60
NUMBER = re.compile(r"^[\s\d٠-٩๐-๙一二三四五六七八九十ivxIVX]{1,6}[.)、．:]\s*")
LABEL = re.compile(r"^\**(?P<label>[^:：\n]{2,60}?)\**\s*[:：]\**\s*(?P<rest>.*)$", re.DOTALL)

Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Loose:
    """Paragraphs that fit no section, with the heading that they stand under."""

    heading: str
    text: str


@dataclass(frozen=True)
class Found:
    """Texts by section, in the order of the document, and what fits none."""

    sections: dict[str, str]
    loose: list[Loose]


def match(paragraphs: Sequence[Paragraph], names: Names) -> Found:
    """Give every paragraph its place. `names`: what each section may be called."""
    sorter = _Sorter(tuple((fold(name), key) for key, known in names.items() for name in known))
    for one in paragraphs:
        sorter.take(one)
    sections = {key: joined(texts) for key, texts in sorter.sections.items()}
    if "title" in sections:
        sections["title"] = " ".join(sections["title"].split())
    return Found({key: text for key, text in sections.items() if text}, sorter.left())


@dataclass
class _Sorter:
    """Goes through a document from the top and remembers where it is."""

    names: tuple[tuple[str, str], ...]
    key: str | None = None
    level: int = 0
    sections: dict[str, list[Paragraph]] = field(default_factory=dict)
    loose: list[tuple[str, list[Paragraph]]] = field(default_factory=list)
    is_at_top: bool = True

    def take(self, one: Paragraph) -> None:
        if one.kind in (Kind.TITLE, Kind.HEADING):
            self._heading(one)
        elif one.kind is Kind.ROW:
            self._row(one)
        elif not self._label(one):
            self._put(one)
        self.is_at_top = False

    def left(self) -> list[Loose]:
        """What fits nowhere; the last one holds all that is left where there is too much to show one by one."""
        found = [Loose(heading, joined(texts)) for heading, texts in self.loose if texts or heading]
        if len(found) <= MOST_LOOSE:
            return found
        rest = "\n\n".join(part for one in found[MOST_LOOSE - 1 :] for part in (one.heading, one.text) if part)
        return [*found[: MOST_LOOSE - 1], Loose("", rest)]

    def _heading(self, one: Paragraph) -> None:
        key = closest(one.plain, self.names, ALIKE)
        if key:
            self.key, self.level = key, one.level
        elif "title" not in self.sections and (one.kind is Kind.TITLE or self.is_at_top):
            self.sections["title"] = [one]
            self.key = None
        elif self.key and one.level > self.level > 0:
            self._put(Paragraph(Kind.TEXT, f"**{one.text}**", one.plain))
        else:
            self.key = None
            self.loose.append((one.plain, []))

    def _label(self, one: Paragraph) -> bool:
        """A line that is a section's name, or begins with it and a colon."""
        bare = one.plain.rstrip(":：").strip()
        if len(bare) <= LONGEST_LABEL and (
            key := closest(bare, self.names, ALIKE if one.is_bold else SAME, whole=True)
        ):
            self.key, self.level = key, 0
            return True
        parted = LABEL.match(one.text)
        key = closest(parted["label"], self.names, SAME, whole=True) if parted else None
        if parted is None or key is None:
            return False
        self.key, self.level = key, 0
        self._put(Paragraph(Kind.TEXT, parted["rest"], parted["rest"]))
        return True

    def _row(self, one: Paragraph) -> None:
        """A form laid out as a table has the section's name in the first cell, and what was written beside it."""
        key = closest(one.cells[0], self.names, ALIKE) if len(one.cells[0]) <= LONGEST_LABEL else None
        if key is None:
            self._put(one)
            return
        self.key, self.level = key, 0
        for cell in one.cells[1:]:
            self._put(Paragraph(Kind.TEXT, cell, cell))

    def _put(self, one: Paragraph) -> None:
        if self.key:
            self.sections.setdefault(self.key, []).append(one)
            return
        if not self.loose:
            self.loose.append(("", []))
        self.loose[-1][1].append(one)


@lru_cache(maxsize=2_000)
def closest(text: str, names: tuple[tuple[str, str], ...], least: float, *, whole: bool = False) -> str | None:
    """The section whose name is most like the text; else, unless the `whole` text must be one, the name that a short
    heading contains, the first of them. None where nothing is like it."""
    folded = " ".join(fold(NUMBER.sub("", text.replace("*", ""))).rstrip(":：?？").split())
    if not folded:
        return None
    found = process.extractOne(folded, [name for name, _ in names], scorer=fuzz.ratio, score_cutoff=least)
    if found is not None:
        return names[found[2]][1]
    if whole or len(list(runs(folded))) > MOST_WORDS or len(folded) > LONGEST_LABEL:
        return None
    inside = [(place, -len(name), key) for name, key in names if (place := _place_in(folded, name)) >= 0]
    return min(inside)[2] if inside else None


def _place_in(folded: str, name: str) -> int:
    """Where the heading contains the name as whole words; -1 where it does not."""
    if is_unspaced(name):
        return folded.find(name) if len(name) > 1 else -1
    return f" {folded} ".find(f" {name} ") if len(name) > 3 else -1
