"""From the bytes of a .docx to its paragraphs in order: headings, text, lines of lists, rows of tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from app.plans.importing import container, errors, runs, styles
from app.plans.importing.markup import Element, all_of, attribute, child, name, value

MOST_PARAGRAPHS = 5_000
MOST_CHARACTERS = 400_000
DEEPEST = 6
"""Tables in tables: what stands deeper is not read."""

UNCHANGED = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})


class Kind(Enum):
    TITLE = auto()
    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True)
class Paragraph:
    """`text` as light Markdown, `plain` its words in one line. A row of a table also has its `cells`."""

    kind: Kind
    text: str
    plain: str
    level: int = 0
    is_bold: bool = False
    cells: tuple[str, ...] = ()


def read(data: bytes) -> list[Paragraph]:
    """The paragraphs that say something. Raises NotTaken."""
    parts = container.open_parts(data)
    body = child(parts.document, "body")
    if body is None:
        raise errors.Damaged
    if sum(1 for _ in all_of(body, "p")) > MOST_PARAGRAPHS:
        raise errors.Swollen
    reader = _Reader(styles.of(parts.styles, parts.numbering), _links(parts.links))
    found = [one for one in reader.blocks(body) if one.plain]
    if sum(len(one.text) for one in found) > MOST_CHARACTERS:
        raise errors.Swollen
    if not found:
        raise errors.Empty
    return found


def _links(relations: Element | None) -> dict[str, str]:
    if relations is None:
        return {}
    found = all_of(relations, "Relationship")
    return {
        str(attribute(one, "Id")): runs.safe(attribute(one, "Target"))
        for one in found
        if attribute(one, "TargetMode") == "External"
    }


@dataclass(frozen=True)
class _Reader:
    styles: styles.Styles
    links: dict[str, str]

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Paragraph]:
        """What stands in a body, a cell or a text box."""
        for one in parent:
            kind = name(one) if isinstance(one.tag, str) else ""
            if kind == "p":
                yield self._paragraph(one)
                yield from self._boxes(one, depth)
            elif kind == "tbl" and depth < DEEPEST:
                yield from self._rows(one, depth + 1)
            elif kind in UNCHANGED and depth < DEEPEST:
                yield from self.blocks(one, depth + 1)

    def _paragraph(self, paragraph: Element) -> Paragraph:
        properties = child(paragraph, "pPr")
        found = list(runs.pieces(paragraph, self.links))
        plain = runs.plain(found)
        if self.styles.is_title(value(properties, "pStyle")):
            return Paragraph(Kind.TITLE, plain, plain)
        if level := self.styles.level(properties):
            return Paragraph(Kind.HEADING, plain, plain, level)
        text, mark = runs.markdown(found), self.styles.mark(properties)
        if mark:
            inner = " " * len(mark)
            return Paragraph(Kind.ITEM, mark + text.replace("\n", "\n" + inner), plain)
        return Paragraph(Kind.TEXT, text, plain, is_bold=runs.is_bold(found))

    def _boxes(self, paragraph: Element, depth: int) -> Iterator[Paragraph]:
        """Words in text boxes, which Word keeps twice: once for itself, once for older programs. A box in a box is
        read with the paragraph that holds it: read with those around it too, a few dozen would take hours."""
        for box in all_of(paragraph, "txbxContent") if depth < DEEPEST else ():
            is_copy = any(isinstance(one.tag, str) and name(one) == "Fallback" for one in box.iterancestors())
            if not is_copy and next(box.iterancestors("{*}p"), None) is paragraph:
                yield from self.blocks(box, depth + 1)

    def _rows(self, table: Element, depth: int) -> Iterator[Paragraph]:
        for row in (one for one in table if isinstance(one.tag, str) and name(one) == "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            cells = [self._cell(one, depth) for one in row if isinstance(one.tag, str) and name(one) == "tc"]
            said = tuple(cell for cell in cells if cell)
            if said:
                line = "; ".join(" ".join(cell.split()) for cell in said)
                yield Paragraph(Kind.ROW, f"- {line}", line, cells=said)

    def _cell(self, cell: Element, depth: int) -> str:
        """Its paragraphs; nothing of one that goes on from the row above."""
        merged = child(cell, "tcPr", "vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            return ""
        return joined([one for one in self.blocks(cell, depth) if one.plain])


def joined(paragraphs: list[Paragraph]) -> str:
    """Paragraphs as one text: lines of a list stand close, all else apart."""
    text = ""
    for before, one in zip([None, *paragraphs], paragraphs, strict=False):
        is_close = before is not None and {before.kind, one.kind} <= {Kind.ITEM, Kind.ROW}
        text += ("\n" if is_close else "\n\n" if text else "") + one.text
    return text
