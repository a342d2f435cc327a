"""What is asked of every page that a person can see: axe finds nothing, and nothing is wider than a small phone."""

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

SCREEN: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 4000}
"""So high that no bar at its lower end lies over what has to be looked at."""

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
AXE = Axe().axe_script
ON_PHONE = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
"""Colours are those of the screen, and take most of the time."""

WIDTH = "document.documentElement.scrollWidth"


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it stands, with its address: on a screen, and on a phone, where parts go."""
    page.evaluate(AXE)
    return [*_axe(page, RULES), *_on_phone(page, lambda: [*_axe(page, ON_PHONE), *_too_wide(page)])]


def too_wide(page: Page) -> list[str]:
    """That it is wider than a small phone, with its address."""
    return _on_phone(page, lambda: _too_wide(page))


def _on_phone(page: Page, look: Callable[[], list[str]]) -> list[str]:
    page.set_viewport_size(PHONE)
    found = look()
    page.set_viewport_size(SCREEN)
    return found


def _too_wide(page: Page) -> list[str]:
    width = page.evaluate(WIDTH)
    most = PHONE["width"]
    return [f"{page.url}: is {width} px wide on a phone of {most}: {page.evaluate(WIDEST)}"] if width > most else []


WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width && (box.right > 321 || box.left < -1); })
  .slice(-1).map((one) => one.outerHTML.slice(0, 160)).join()"""


def _axe(page: Page, rules: object) -> list[str]:
    found = page.evaluate("(rules) => axe.run(rules).then((one) => one.violations)", rules)
    return [f"{page.url}: axe {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
