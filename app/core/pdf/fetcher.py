"""The only door through which a document gets files: names of our own assets. No path, no network, no data
URL.

Imported by the renderer process only, since WeasyPrint is slow to load.
"""

from email.message import EmailMessage
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from app.core.pdf.assets import ASSETS


class Refused(ValueError):
    """The document asked for something that is not ours."""


class OwnAssets(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Answers `app:<name>` for names listed in `ASSETS`; everything else, redirects included, is refused."""

    def __init__(self, assets: dict[str, Path] = ASSETS) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._assets = assets

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002  # given by WeasyPrint
        path = self._assets.get(url.removeprefix("app:")) if url.startswith("app:") else None
        if path is None:
            raise Refused(f"not one of our assets: {url[:80]}")
        return URLFetcherResponse(url, path.read_bytes(), _content_type(path))


def _content_type(path: Path) -> EmailMessage:
    message = EmailMessage()
    message["Content-Type"] = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml"}[path.suffix]
    return message
