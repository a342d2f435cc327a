"""Reading an office: page by page what hangs below it, found by words, with as many questions for many as for few."""

from collections.abc import Callable
from datetime import date

import pytest

from app.accounts.models import Person
from app.core.database import transaction
from app.extensions import db
from app.offices.models import ChannelKind, Office, OfficeParent, OfficeRules, OfficeSuccession
from tests.accounts.house import House
from tests.support import builders as build
from tests.support.client import Client
from tests.support.html import text_of
from tests.support.pages import Page
from tests.support.queries import counting

People = Callable[[Person], Client]
PAGE, MOST = 50, 11


def test_it_asks_as_much_for_many_as_for_few(house: House, as_person: People) -> None:
    readers = [house.admin, house.program, house.auditor, house.dana, house.colleague]
    few = {reader.name: asked(as_person(reader), "child-support") for reader in readers}
    many_below(house.support, 130)
    many_beside(house.support)
    many = {reader.name: asked(as_person(reader), "child-support") for reader in readers}
    assert many == few
    assert max(few.values()) <= MOST


def test_every_office_below_stands_on_one_page_forward_and_back(house: House, as_person: People) -> None:
    many_below(house.hill, 130)
    browser = as_person(house.colleague)
    pages = [browser.get("/offices/hill-road")]
    while href := link(pages[-1], "Next"):
        pages.append(browser.get(href))
    assert [len(names(page)) for page in pages] == [PAGE, PAGE, 30]
    assert [name for page in pages for name in names(page)] == [f"Desk {number:03}" for number in range(130)]
    back = browser.get(str(link(pages[2], "Previous")))
    assert names(back) == names(pages[1])
    assert names(browser.get(str(link(back, "First")))) == names(pages[0])
    assert "130 offices" in pages[1]


def test_words_narrow_it_and_stay_from_page_to_page(house: House, as_person: People) -> None:
    many_below(house.hill, 130)
    build.office("Çilek Bürosu", house.hill)
    browser = as_person(house.colleague)
    found = browser.get("/offices/hill-road?words=DESK+1")
    assert names(found) == [name for name in (f"Desk {number:03}" for number in range(130)) if "1" in name]
    rest = browser.get(str(link(browser.get("/offices/hill-road?words=desk"), "Next")))
    assert 'value="desk"' in rest.html
    assert names(rest)[0] == "Desk 050"
    assert names(browser.get("/offices/hill-road?words=cilek+buro")) == ["Çilek Bürosu"]
    assert "No office fits these words." in browser.get("/offices/hill-road?words=zebra")


def test_a_short_list_has_no_filter(house: House, as_person: People) -> None:
    browser = as_person(house.colleague)
    assert "below-words" not in browser.get("/offices/child-support").html
    assert names(browser.get("/offices/child-support?words=zebra")) == []


@pytest.mark.parametrize("cursor", ["after=nobody", "before=", "after=%00", "before=desk-030&after=desk-055"])
def test_any_cursor_leads_to_a_page(house: House, as_person: People, cursor: str) -> None:
    many_below(house.hill, 60)
    assert names(as_person(house.colleague).get(f"/offices/hill-road?{cursor}"))[0] == "Desk 000"


def test_each_row_counts_its_open_subtree(house: House, as_person: People) -> None:
    house.elm.staff_count, house.support.staff_count = 30, 5
    closed = build.office("Old Desk", house.support)
    closed.closed_on, closed.staff_count = date(2026, 1, 31), 99
    db.session.commit()
    browser = as_person(house.colleague)
    row = next(row for row in browser.get("/offices/marlow").all("tr") if "Child Support" in text_of(row))
    assert text_of(row).split()[-2:] == ["1", "35"]
    assert "1 closed office" in browser.get("/offices/child-support")


def test_many_closed_ones_show_the_last(house: House, as_person: People) -> None:
    for number in range(PAGE + 3):
        build.office(f"Old {number:03}", house.hill).closed_on = date(2026, 1, 1 + number % 28)
    db.session.commit()
    page = as_person(house.colleague).get("/offices/hill-road")
    assert f"{PAGE + 3} closed offices" in page
    assert len([words for words, _href in page.links if words.startswith("Old ")]) == PAGE
    assert "Find the others by their name." in page


def test_a_change_of_the_tree_shows_at_once(house: House, as_person: People) -> None:
    browser = as_person(house.colleague)
    assert names(browser.get("/offices/child-support")) == ["Elm Street"]
    build.office("Oak Street", house.support)
    db.session.commit()
    assert names(browser.get("/offices/child-support")) == ["Elm Street", "Oak Street"]
    with transaction() as session:
        session.add(OfficeRules(office_id=house.elm.id, from_on=date(2099, 1, 1), ack_days=1))
    assert "Other rules hold from" in browser.get("/offices/elm-street")


def asked(browser: Client, slug: str) -> int:
    """Questions of a page that was opened before."""
    browser.get(f"/offices/{slug}")
    db.session.rollback()
    with counting() as found:
        browser.get(f"/offices/{slug}")
    return len(found)


def many_below(parent: Office, count: int) -> None:
    for number in range(count):
        build.office(f"Desk {number:03}", parent, slug=f"desk-{number:03}")
    db.session.commit()


def many_beside(office: Office) -> None:
    """More channels, moves, successions and rules than the small house has."""
    for number in range(5):
        build.channel(office, list(ChannelKind)[number])
        db.session.add(OfficeParent(office_id=office.id, parent_id=office.parent_id, from_on=date(2021 + number, 1, 1)))
        db.session.add(OfficeRules(office_id=office.id, from_on=date(2020 + number, 1, 1), ack_days=number))
        gone = build.office(f"Gone {number}", office)
        db.session.add(OfficeSuccession(office_id=gone.id, successor_id=office.id, from_on=date(2026, 1, 1)))
    db.session.commit()


def names(page: Page) -> list[str]:
    """The offices in the table of those below, in order."""
    return [text_of(link) for link in page.all("section[@id='below']//tbody//a")]


def link(page: Page, words: str) -> str | None:
    return next((href for text, href in page.links if text == words), None)
