"""A process map is typed like a table by keyboard, or pasted from a sheet: on a phone that stands before the rows."""

import pytest
from playwright.sync_api import expect

from tests.browser.by_clicks import Clicks
from tests.browser.by_keys import Keys
from tests.browser.conftest import Room

pytestmark = pytest.mark.browser
CHAMPION = "champion of Hearings"
TYPED = (
    ("Take the request", "Counter", "20 min", "6 d"),
    ("Open the file", "Pool", "10 min", "14 d"),
    ("Fix the day", "Judge", "5 min", "3 d"),
)
SHEET = "Write the letter\tPool\t15 min\t2 d\nSend it\tPost room\t2 min\t1 d"
CELLS_AFTER_WAIT = 6
"""Tabs from the wait of a step to the name of the next one."""


def editor(room: Room) -> str:
    return f"/plans/P-{room.site.agency.plan}/maps/as-is/edit"


def test_three_steps_typed_and_two_pasted_become_a_drawing(room: Room) -> None:
    person = room.sit(Keys, CHAMPION)
    page, keys = person.page, person.page.keyboard
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.open(editor(room))
    person.reach(person.field("name-0"))
    for cells in TYPED:
        for cell in cells[:-1]:
            keys.insert_text(cell)
            keys.press("Tab")
        keys.insert_text(cells[-1])
        for _ in range(CELLS_AFTER_WAIT):
            keys.press("Tab")
    page.evaluate("text => navigator.clipboard.writeText(text)", SHEET)
    keys.press("Control+V")
    expect(person.field("name-4")).to_have_value("Send it")
    person.press("Save the map", then="5 steps saved.")
    expect(page.locator(".map-drawing svg").first).to_contain_text("Post room")
    assert person.wrong == set()


def test_on_a_phone_without_script_pasting_stands_before_the_rows(room: Room) -> None:
    person = room.sit(Clicks, CHAMPION, scripts=False, width=320)
    person.open(editor(room))
    paste = person.page.locator("summary", has_text="Paste from a spreadsheet").bounding_box()
    first = person.field("name-0").bounding_box()
    assert paste
    assert first
    assert paste["y"] < first["y"]
    person.unfold("Paste from a spreadsheet")
    person.write("pasted", SHEET)
    person.press("Put in the place of the table", then="2 lines stand in the table now.")
    expect(person.field("name-1")).to_have_value("Send it")
