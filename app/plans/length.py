"""How full the pages are, in the words of the meter: pages, lines too many or free, and the longest parts."""

from dataclasses import dataclass

from app.core.pdf import Layout
from app.core.pdf.model import LEADING

INSIDE = {"title": ("outcome", "mission"), "problem": ("pain_points",), "today": ("after",)}
"""Parts that stand inside the box of another one; their lines are theirs alone."""

MOST_SHOWN = 3


@dataclass(frozen=True)
class Length:
    """One measurement. `sections` are keys with their lines, the longest first. `is_least`: of the beginning of texts
    that are too long to be laid out, so that all figures are at least so high; the order is that of the whole texts."""

    pages: int
    limit: int
    fill: float
    over_by_lines: int
    room_lines: int
    sections: tuple[tuple[str, int], ...]
    is_least: bool = False

    @property
    def fits(self) -> bool:
        return self.pages <= self.limit

    @property
    def longest_few(self) -> tuple[tuple[str, int], ...]:
        """As many as the meter lists."""
        return self.sections[:MOST_SHOWN]

    @property
    def longest(self) -> tuple[str, int]:
        return self.sections[0] if self.sections else ("title", 0)


def of(layout: Layout) -> Length:
    """The meter's figures of a measured document. A document that fits is never over by a line, and the other way."""
    free = layout.limit_height - layout.used_height
    return Length(
        pages=layout.pages,
        limit=layout.limit_pages,
        fill=round(layout.fill, 4),
        over_by_lines=0 if layout.fits else max(1, layout.over_by_lines),
        room_lines=max(0, int(free // LEADING)) if layout.fits else 0,
        sections=_longest_first(layout.sections),
    )


def _longest_first(boxes: dict[str, float]) -> tuple[tuple[str, int], ...]:
    alone = {key: lines - sum(boxes.get(inner, 0) for inner in INSIDE.get(key, ())) for key, lines in boxes.items()}
    ranked = sorted(alone.items(), key=lambda item: -item[1])
    return tuple((key, max(1, round(lines))) for key, lines in ranked)
