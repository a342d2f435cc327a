"""What is asked of every page that a person can see: axe finds nothing, and nothing is wider than a small phone."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PHONE, SCREEN = 320, 1280
HEIGHT = 900
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WIDTH = "document.documentElement.scrollWidth"


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it stands, with its address."""
    found = [f"{page.url}: axe {one['id']}: {one['nodes'][0]['html'][:200]}" for one in _axe(page)]
    return found + too_wide(page)


def too_wide(page: Page) -> list[str]:
    """That it is wider than a small phone, with its address."""
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    width = page.evaluate(WIDTH)
    found = f"{page.url}: is {width} px wide on a phone of {PHONE}: {page.evaluate(WIDEST)}" if width > PHONE else ""
    page.set_viewport_size({"width": SCREEN, "height": HEIGHT})
    return [found] if found else []


WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width && (box.right > 321 || box.left < -1); })
  .slice(-1).map((one) => one.outerHTML.slice(0, 160)).join()"""


def _axe(page: Page) -> list[dict[str, list[dict[str, str]]]]:
    return list(Axe().run(page, options=RULES).response["violations"])
