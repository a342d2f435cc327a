"""Measures a laid-out document from WeasyPrint's boxes. Runs in the renderer process; knows nothing of
plans.
"""

from collections import defaultdict
from typing import Any

from app.core.pdf.breaks import breaks_of
from app.core.pdf.model import LEADING, Layout

POINTS = 0.75
"""Points in a CSS pixel."""


def layout_of(document: Any, limit_pages: int) -> Layout:
    """The layout of a rendered WeasyPrint document, against a limit of pages of the same size."""
    pages = [page._page_box for page in document.pages]  # noqa: SLF001  # WeasyPrint offers no other way to its boxes
    height = sum(page.height for page in pages) / len(pages)
    last = pages[-1]
    used = height * (len(pages) - 1) + (_lowest(last) - last.content_box_y())
    return Layout(
        pages=len(pages),
        limit_pages=limit_pages,
        used_height=round(used * POINTS, 2),
        limit_height=round(height * limit_pages * POINTS, 2),
        sections=_sections(pages),
        breaks=breaks_of(pages),
    )


def _lowest(page: Any) -> float:
    """Lower edge of what stands on the page, in pixels, margin boxes aside."""
    top = float(page.content_box_y())
    return max([top, *(_bottom(box) for box in _content(page))])


def _content(page: Any) -> list[Any]:
    """The boxes that flow on a page: the children of body, since body itself reaches to the foot of a
    broken page.
    """
    found: list[Any] = []
    queue = list(page.children)
    while queue:
        box = queue.pop()
        if box.element_tag in ("html", "body", "main"):
            queue.extend(getattr(box, "children", ()))
        elif box.is_in_normal_flow() and not hasattr(box, "at_keyword"):
            found.append(box)
    return found


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height() - box.margin_bottom)


def _sections(pages: list[Any]) -> dict[str, float]:
    """Lines by section, the longest first; a section that runs over two pages counts both parts."""
    heights: defaultdict[str, float] = defaultdict(float)
    for page in pages:
        _add_heights(page, None, heights)
    lines = {key: round(height * POINTS / LEADING, 1) for key, height in heights.items()}
    return dict(sorted(lines.items(), key=lambda item: -item[1]))


def _add_heights(box: Any, inside: Any, heights: defaultdict[str, float]) -> None:
    """Adds the outermost box of each marked element; a table has two boxes, a block may have nameless
    ones.
    """
    element = getattr(box, "element", None)
    if element is not None and element is not inside and element.get("data-section"):
        heights[element.get("data-section")] += box.border_height()
        inside = element
    for child in getattr(box, "children", ()):
        _add_heights(child, inside, heights)
