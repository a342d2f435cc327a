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
    found = [f"axe {one['id']}: {one['nodes'][0]['html'][:200]}" for one in _axe(page)]
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    if (width := page.evaluate(WIDTH)) > PHONE:
        found.append(f"is {width} px wide on a phone of {PHONE}: {page.evaluate(WIDEST)}")
    page.set_viewport_size({"width": SCREEN, "height": HEIGHT})
    return [f"{page.url}: {fault}" for fault in found]


WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width && (box.right > 321 || box.left < -1); })
  .slice(-1).map((one) => one.outerHTML.slice(0, 160)).join()"""


def _axe(page: Page) -> list[dict[str, list[dict[str, str]]]]:
    return list(Axe().run(page, options=RULES).response["violations"])
