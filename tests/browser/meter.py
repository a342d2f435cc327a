"""How full the pages are, seen while writing: with a script by itself, without one by a button."""

from playwright.sync_api import expect

from tests.browser.walker import Walker


def the_meter_follows(person: Walker) -> None:
    """While one types, by script."""
    pages = person.page.locator("#gw-meter-pages")
    before = pages.inner_text()
    person.write("today", "They come, they wait, they are sent away, they come again.\n\n" * 6)
    expect(pages).not_to_have_text(before)


def the_meter_answers(person: Walker) -> None:
    """By its button, without script."""
    pages = person.page.locator("#gw-meter-pages")
    before = pages.inner_text()
    person.write("today", "They come, they wait, they are sent away, they come again.\n\n" * 6)
    person.press("Measure again")
    expect(pages).not_to_have_text(before)
