"""One person at a browser who finds things by their words. How a thing is reached is the business of the two below:

by_clicks.Clicks uses the mouse and asks nothing of scripts, by_keys.Keys the keyboard only.
"""

import re
from abc import ABC, abstractmethod
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.browser.agency import PASSWORD

expect.set_options(timeout=20_000)  # paper is measured by nice processes


class Walker(ABC):
    """Steps are told once, in chain.py, in these words."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def reach(self, thing: Locator) -> None:
        """Go to a thing as a person would."""

    @abstractmethod
    def use(self, thing: Locator) -> None:
        """Press or follow it, and wait for nothing."""

    @abstractmethod
    def write(self, name: str, words: str) -> None:
        """Put words into the field of this name, in the place of what stood there."""

    @abstractmethod
    def write_day(self, name: str, day: date) -> None:
        """Fill in a date field."""

    @abstractmethod
    def choose(self, name: str, value: str) -> None:
        """Choose this value of a list, a group of buttons or boxes."""

    def open(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(path)
        assert answer, path
        assert answer.ok, f"{path}: {answer.status}"

    def press(self, words: str, *, then: str = "") -> None:
        """Press a button; the page that follows says `then`."""
        self._go(self._one("button", words), then)

    def follow(self, words: str, *, then: str = "") -> None:
        """Follow a link to another page."""
        self._go(self._one("link", words), then)

    def unfold(self, words: str) -> None:
        """Open a part of the page that is folded."""
        self.use(self.page.locator("main summary", has_text=words).first)

    def reads(self, words: str) -> None:
        """The page says this."""
        expect(self.page.locator("main").get_by_text(words).first).to_be_visible()

    def paper(self, words: str) -> bytes:
        """Reach the link to a PDF and take it."""
        link = self._one("link", words)
        self.reach(link)
        answer = self.page.request.get(link.get_attribute("href") or "")
        assert answer.status == 200
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.body().startswith(b"%PDF-")
        return answer.body()

    def sign_in(self, email: str) -> None:
        self.open("/sign-in")
        self.write("email", email)
        self.write("password", PASSWORD)
        self.press("Sign in")

    @property
    def path(self) -> str:
        """Where the browser is, without origin and query."""
        return re.sub(r"^https?://[^/]+|[?#].*$", "", self.page.url)

    def field(self, name: str) -> Locator:
        """The field of this name that a person sees; of several, the first. Where a script put boxes in its place, the
        box that has its id."""
        shown = f"main [name='{name}']:not([type=hidden]):not([hidden])"
        return self.page.locator(f"{shown}, main textarea[id='{name}']:not([name])").first

    def _one(self, role: str, words: str) -> Locator:
        found = self.page.locator("main").get_by_role(role, name=words, exact=True)  # type: ignore[arg-type]
        expect(found.first, f"{role} {words!r} on {self.path}").to_be_visible()
        return found.first

    def _go(self, thing: Locator, then: str) -> None:
        self.reach(thing)
        with self.page.expect_navigation():
            self.use(thing)
        self.page.wait_for_load_state()
        if then:
            self.reads(then)
