"""What every page of a browser test is watched for: errors, and requests that leave the machine."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

BUSY = "the server responded with a status of 503"
"""On a machine with much to do. The page says so itself."""


class Watch:
    """Collects what is wrong; `check()` says it."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.wrong: list[str] = []
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.wrong.append(f"script: {error.error}"))
        context.on("request", self._requested)

    def check(self) -> None:
        assert not self.wrong, "\n".join(self.wrong)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and BUSY not in message.text:
            page = message.page.url if message.page else ""
            self.wrong.append(f"{message.type} on {page}: {message.text}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "about:", "blob:")):
            self.wrong.append(f"{request.url} leaves the machine")
