"""Paper: HTML in, tagged PDF out, and how full its pages are. Knows no feature and no template.

The work is done by renderer processes (`pool`, `renderer`); this is all that features call.
"""

import atexit
from collections.abc import Sequence

from app.core.pdf.checks import check_fonts, check_libraries
from app.core.pdf.errors import Broken, Busy, PdfError, TooLarge, TooSlow
from app.core.pdf.fonts import FONTS, fingerprint
from app.core.pdf.model import Layout, Rendered, from_wire
from app.core.pdf.pool import Limits, Pool

SHEETS = ("print/sheet.css", "print/paper.css")
"""Names of the sheets that a document gets unless it says otherwise."""

_pool = Pool()
atexit.register(lambda: _pool.close())


def configure(limits: Limits) -> None:
    """Replace the limits; for start-up and tests. Renderers that run are ended."""
    global _pool  # one pool per process is the point
    _pool.close()
    _pool = Pool(limits)


def render(
    html: str,
    *,
    css: Sequence[str] = SHEETS,
    variant: str = "pdf/ua-1",
    limit_pages: int = 2,
    seconds: float | None = None,
) -> Rendered:
    """The PDF with its layout; the page is laid out once for both. Raises PdfError (Busy, TooSlow, TooLarge,
    Broken).

    The same HTML, sheets and fonts give the same bytes. `seconds` lets a background job take longer.
    """
    head = {"css": list(css), "variant": variant, "limit_pages": limit_pages, "write": True}
    answer, pdf = _pool.ask(head, html.encode(), seconds)
    return Rendered(pdf, from_wire(answer["layout"]))


def measure(
    html: str,
    *,
    css: Sequence[str] = SHEETS,
    variant: str = "pdf/ua-1",
    limit_pages: int = 2,
    seconds: float | None = None,
) -> Layout:
    """How many pages it would take and how full they are, without writing a PDF. Raises as `render`."""
    head = {"css": list(css), "variant": variant, "limit_pages": limit_pages, "write": False}
    answer, _ = _pool.ask(head, html.encode(), seconds)
    return from_wire(answer["layout"])


__all__ = [
    "FONTS", "SHEETS", "Broken", "Busy", "Layout", "Limits", "PdfError", "Rendered", "TooLarge", "TooSlow",
    "check_fonts", "check_libraries", "configure", "fingerprint", "measure", "render",
]  # fmt: skip
