"""The tabs each role sees, in the order of its work. Counts are clocks running out, not all there is."""

from typing import Any

from flask import Flask


def init_app(app: Flask) -> None:
    app.context_processor(_context)


def _context() -> dict[str, Any]:
    return {"navigation": []}
