"""What only a browser can say: nothing wider than the screen, no axe violation, a meter that follows the typing."""

import json
import mimetypes
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from app.core.charts import Chart, to_scroll
from app.core.charts.model import say
from tests.look import fakes
from tests.look.render_gallery import ROOT, environment, gallery

pytestmark = pytest.mark.browser
SITE = "http://look.test"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# each of the two pages in each direction at one width, so that every two of the three meet
AXED = [
    ("gallery.html", "ltr", 1280), ("gallery.html", "rtl", 390), ("plain_page.html", "ltr", 390),
    ("plain_page.html", "rtl", 1280),
]  # fmt: skip
PAGES = [("gallery.html", "ltr"), ("gallery.html", "rtl"), ("plain_page.html", "ltr"), ("plain_page.html", "rtl")]
METER = """{% extends "layouts/plain.html" %}{% from "components/meter.html" import meter %}
{% block title %}Meter{% endblock %}{% block flashes %}{% endblock %}
{% block content %}<h1>Plan</h1><form id="plan"><label for="t">Text</label><textarea id="t" name="t"></textarea></form>
{{ meter(fakes.METERS[0], check_url="/length", form_id="plan") }}{% endblock %}
{% block scripts %}<script src="/static/meter.js" defer></script>{% endblock %}"""
TOO_LONG = {
    "pages": 3,
    "fill": 1.1,
    "over_by_lines": 11,
    "room_lines": 0,
    "sections": [{"label": "Risks", "lines": 38}],
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield running
        running.close()


def opened(browser: Browser, html: str, width: int) -> Page:
    """A page at this width whose static files come from the project; anything else is not found."""
    context = browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=True)
    page = context.new_page()
    page.route(f"{SITE}/**", lambda route: _answer(route, html))
    page.goto(f"{SITE}/")
    return page


def _answer(route: Route, html: str) -> None:
    path = route.request.url.removeprefix(SITE).lstrip("/")
    if path.startswith("static/"):
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        route.fulfill(body=(ROOT / path).read_bytes(), content_type=kind)
    elif path == "length":
        route.fulfill(body=json.dumps(TOO_LONG), content_type="application/json")
    else:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")


@pytest.mark.parametrize(("template", "direction"), PAGES)
def test_nothing_is_wider_than_a_small_phone(browser: Browser, template: str, direction: str) -> None:
    page = opened(browser, gallery(direction, template), 320)
    for fold in page.locator("details > summary:visible").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.context.close()


@pytest.mark.parametrize(("template", "direction", "width"), AXED)
def test_axe_finds_nothing(browser: Browser, template: str, direction: str, width: int) -> None:
    page = opened(browser, gallery(direction, template), width)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()


def test_the_meter_follows_the_typing_and_says_so(browser: Browser) -> None:
    html = environment().from_string(METER).render(**_meter_context())
    page = opened(browser, html, 1280)
    page.fill("#t", "more words")
    page.wait_for_selector(".gw-meter--over")
    assert page.inner_text("#gw-meter-pages") == "2.2"
    assert page.inner_text("#gw-meter-words") == "Too long by 11 lines. Shorten Risks, 38 lines."
    assert page.locator(".gw-sheet--over").is_visible()
    page.wait_for_function("document.getElementById('gw-meter-said').textContent.startsWith('Too long by 11')")
    page.context.close()


@pytest.mark.parametrize("way", ["ltr", "rtl"])
def test_a_chart_opens_on_a_phone_where_its_data_end_and_scrolls_freely(browser: Browser, way: str) -> None:
    drawn = to_scroll(Chart(520, 40, "Days", (), (say(300, 20, "now 38"),), opens_until=350), rtl=way == "rtl")
    sheet = "<link rel=stylesheet href=/static/site.css><link rel=stylesheet href=/static/charts.css>"
    page = opened(browser, f"<html dir={way}><head>{sheet}</head><div class=gw-chart>{drawn}</div></html>", 320)
    box, now = page.locator(".gw-chart"), page.get_by_text("now 38")
    expect(now).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(300)
    assert box.evaluate("box => { box.scrollLeft = 0; return box.scrollLeft; }") == 0
    page.context.close()


def _meter_context() -> dict[str, object]:
    return {"fakes": fakes, "text_direction": "ltr", "locale_code": "en", "agency_name": "Marlow", "languages": []}
