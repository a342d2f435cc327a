"""A draft saves by itself, and words outlive a lost connection, a closed tablet and the end of the session."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import agency
from tests.browser.by_clicks import Clicks
from tests.browser.conftest import Room

pytestmark = [pytest.mark.browser, pytest.mark.once("sqlite")]
CHAMPION = "champion of Hearings"
SAVED = "Saved"
OFFLINE = "Not connected. Kept on this device."
SIGNED_OUT = "You are signed out."


@pytest.fixture
def champion(room: Room) -> Iterator[Clicks]:
    """At the draft. What fails to load here is the matter of these tests, so the console is not looked at."""
    person = room.sit(Clicks, CHAMPION)
    context, _watch = room.open.pop()
    person.page.goto(draft_of(room))
    yield person
    context.close()


def draft_of(room: Room) -> str:
    return f"/plans/P-{room.site.agency.plan}/edit"


def says(page: Page, words: str) -> None:
    expect(page.locator("#plan-state")).to_contain_text(words, timeout=20_000)


def fresh(name: str) -> str:
    return f"{name} at {time.monotonic_ns()}"


def close_without_connection(page: Page) -> None:
    """Playwright's "offline" ends with the page, a moment before the page's last try to save."""
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }")
    page.close()


def kept(page: Page) -> list[str]:
    found: list[str] = page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('gw-draft:'))")
    return found


def test_words_are_saved_without_a_button(champion: Clicks) -> None:
    words, missing = fresh("Typed"), champion.page.locator("#gw-meter-lacks [href='#part-risks']")
    expect(missing).to_be_visible()
    champion.page.fill("[name=risks]", words)
    says(champion.page, SAVED)
    expect(missing).to_have_count(0)
    champion.page.reload()
    expect(champion.page.locator("[name=risks]")).to_have_value(words)
    assert kept(champion.page) == []


def test_a_lost_connection_is_said_and_made_up_for(champion: Clicks) -> None:
    page, words = champion.page, fresh("Without connection")
    page.context.set_offline(True)
    page.fill("[name=risks]", words)
    says(page, OFFLINE)
    assert len(kept(page)) == 1
    page.context.set_offline(False)
    says(page, SAVED)
    page.reload()
    expect(page.locator("[name=risks]")).to_have_value(words)


def test_a_closed_tablet_offers_its_words_the_next_time(room: Room, champion: Clicks) -> None:
    page, words = champion.page, fresh("Closed")
    page.context.set_offline(True)
    page.fill("[name=risks]", words)
    says(page, OFFLINE)
    context = page.context
    close_without_connection(page)
    context.set_offline(False)
    again = context.new_page()
    again.goto(draft_of(room))
    expect(again.locator("#plan-kept")).to_contain_text(words)
    expect(again.locator("[name=risks]")).not_to_have_value(words)
    again.get_by_role("button", name="Put them in").click()
    says(again, SAVED)
    expect(again.locator("[name=risks]")).to_have_value(words)
    assert kept(again) == []


def test_words_thrown_away_do_not_come_again(room: Room, champion: Clicks) -> None:
    page = champion.page
    page.context.set_offline(True)
    page.fill("[name=risks]", fresh("Not wanted"))
    says(page, OFFLINE)
    context = page.context
    close_without_connection(page)
    context.set_offline(False)
    again = context.new_page()
    again.goto(draft_of(room))
    again.get_by_role("button", name="Throw them away").click()
    again.reload()
    expect(again.locator("#plan-kept")).to_be_hidden()
    assert kept(again) == []


def test_the_end_of_the_session_loses_nothing(room: Room, champion: Clicks) -> None:
    page, words = champion.page, fresh("After the session")
    page.context.clear_cookies()
    page.fill("[name=risks]", words)
    says(page, SIGNED_OUT)
    page.locator("#plan-sign-in a").click()
    page.fill("[name=email]", room.site.agency.mails[CHAMPION])
    page.fill("[name=password]", agency.PASSWORD)
    page.locator("main button[type=submit]").click()
    page.get_by_role("button", name="Put them in").click()
    says(page, SAVED)
    expect(page.locator("[name=risks]")).to_have_value(words)


def test_somebody_else_who_signed_in_since_does_not_save_these_words(room: Room, champion: Clicks) -> None:
    page, words = champion.page, fresh("Mine")
    theirs = "<form id='plan-form' data-keep='gw-draft:999:P-1:1'><input name='csrf_token' value='theirs'></form>"
    page.route(f"**{draft_of(room)}", lambda route: route.fulfill(body=theirs, content_type="text/html"))
    page.context.clear_cookies()
    page.fill("[name=risks]", words)
    says(page, SIGNED_OUT)
    assert page.locator("#plan-form [name=csrf_token]").first.input_value() != "theirs"
    assert words in "".join(page.evaluate("Object.values(localStorage)"))


def test_signing_out_takes_kept_words_along(champion: Clicks) -> None:
    page = champion.page
    page.evaluate("localStorage.setItem('gw-draft:9:P-1:1', '{}')")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".gw-person summary").click()
    page.locator(".gw-person form[action='/sign-out'] button").click()
    page.wait_for_url("**/sign-in")
    assert kept(page) == []


def test_two_who_write_at_once_are_asked(room: Room, champion: Clicks) -> None:
    other = room.sit(Clicks, CHAMPION)
    other.page.goto(draft_of(room))
    theirs, mine = fresh("Theirs"), fresh("Mine")
    other.page.fill("[name=people]", theirs)
    says(other.page, SAVED)
    champion.page.fill("[name=people]", mine)
    says(champion.page, "Two texts now.")
    expect(champion.page.locator("#both-people")).to_contain_text(theirs)
    champion.page.get_by_label("Put mine in its place").check()
    says(champion.page, SAVED)
    other.page.evaluate("document.activeElement.blur(); window.dispatchEvent(new Event('online'))")
    expect(other.page.locator("[name=people]")).to_have_value(mine)
    expect(other.page.locator("#plan-news")).to_contain_text("changed by somebody else")
