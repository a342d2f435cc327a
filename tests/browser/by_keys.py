"""Walking with the keyboard only: Tab, Enter, Space, arrows and typing. Each stop on the way has to show its focus."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.walker import Walker

STOPS = 250
FOCUS = Path(__file__).with_name("focus.js").read_text("utf-8")


class Keys(Walker):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.wrong: set[str] = set()

    def reach(self, thing: Locator) -> None:
        wanted = thing.element_handle()
        if self.page.evaluate("document.activeElement === document.body"):
            self._skip_the_head()
        for _ in range(STOPS):
            stop = self.page.evaluate(FOCUS, wanted)
            if stop["wrong"]:
                self.wrong.add(f"{self.path}: {stop['name']}: {stop['wrong']}")
            if stop["isThere"]:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{thing} on {self.path} is not reached by Tab")

    def use(self, thing: Locator) -> None:
        self.reach(thing)
        self.page.keyboard.press("Enter")

    def write(self, name: str, words: str) -> None:
        self.reach(self.field(name))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)

    def write_day(self, name: str, day: date) -> None:
        self.reach(self.field(name))
        self.page.keyboard.type(f"{day:%m%d%Y}")

    def choose(self, name: str, value: str) -> None:
        field = self.field(name)
        if field.evaluate("field => field.tagName") == "SELECT":
            self.reach(field)
            self._type_the_words_of(field, value)
            return
        option = self.page.locator(f"main [name='{name}'][value='{value}']")
        if field.get_attribute("type") == "checkbox":
            self.reach(option)
            self.page.keyboard.press("Space")
        else:
            self._turn_to(name, option)
        assert option.is_checked()

    def _skip_the_head(self) -> None:
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")

    def _type_the_words_of(self, field: Locator, value: str) -> None:
        for _ in range(field.locator("option").count()):
            if field.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        assert field.input_value() == value

    def _turn_to(self, name: str, option: Locator) -> None:
        """Tab goes to the button that is on, else to the first; arrows go on from there."""
        group = self.page.locator(f"main [name='{name}']")
        chosen = self.page.locator(f"main [name='{name}']:checked")
        self.reach(chosen if chosen.count() else group.first)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if option.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
