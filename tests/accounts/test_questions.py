"""How many questions one's own account asks: as many for many channels and browsers as for a few."""

from collections.abc import Callable

from app.accounts.models import Person
from app.extensions import db
from app.offices.models import ChannelKind
from tests.accounts.house import House
from tests.support import builders as build
from tests.support.client import Client
from tests.support.queries import counting

MOST = 11


def test_it_asks_as_much_for_many_as_for_few(house: House, as_person: Callable[[Person], Client]) -> None:
    few = asked(as_person(house.ali))
    for number, kind in enumerate(ChannelKind):
        build.channel(build.office(f"Desk {number}", house.hill), kind, owner=house.ali)
        as_person(house.ali)
    browser = as_person(house.ali)
    assert asked(browser) == few <= MOST
    page = browser.get("/account")
    assert "Answers for a channel: Desk 7" in page
    assert "Answers for a channel: Elm Street" in page
    assert "this one" in page


def asked(browser: Client) -> int:
    """Questions of the page when it was opened before."""
    browser.get("/account")
    db.session.rollback()
    with counting() as found:
        browser.get("/account")
    return len(found)
