"""Walking with the mouse. Nothing here needs a script in the page."""

from datetime import date

from playwright.sync_api import Locator

from tests.browser.walker import Walker


class Clicks(Walker):
    def reach(self, thing: Locator) -> None:
        thing.scroll_into_view_if_needed()

    def use(self, thing: Locator) -> None:
        thing.click()

    def write(self, name: str, words: str) -> None:
        self.field(name).fill(words)

    def write_day(self, name: str, day: date) -> None:
        self.field(name).fill(day.isoformat())

    def choose(self, name: str, value: str) -> None:
        field = self.field(name)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            self.page.locator(f"main [name='{name}'][value='{value}']").check()
