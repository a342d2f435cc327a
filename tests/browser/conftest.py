"""A server for the run, Chromium, and people who sign in by the form that people use.

    site      the server's address and its agency
    browser   Chromium of the system
    room      room.sit(Clicks, "champion of Records") -> that person, signed in, in a browser of their own
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from sqlalchemy import select

from app.accounts.models import Person
from app.extensions import db
from config import Settings
from tests.browser import agency
from tests.browser.server import serving
from tests.browser.walker import Walker
from tests.browser.watch import Watch
from tests.support.client import signed_in
from tests.support.databases import Databases, settings_for

W = TypeVar("W", bound=Walker)
CHROMIUM = "/usr/bin/chromium"


@dataclass(frozen=True)
class Site:
    address: str
    agency: agency.Agency
    app: Flask  # on the same database

    def cookie(self, who: str) -> dict[str, str]:
        """What the browser of somebody holds who has just signed in."""
        person = db.session.scalars(select(Person).where(Person.email == self.agency.mails[who])).one()
        held = signed_in(self.app, person).browser.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        assert held is not None
        return {"name": held.key, "value": held.value, "url": self.address}


@pytest.fixture(scope="package")
def site(
    all_databases: Databases, running: Callable[[Settings], AbstractContextManager[Flask]], run_folder: Path
) -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(dir=run_folder))
    settings = settings_for(all_databases.fresh(folder), folder)
    with running(settings) as app:
        founded = agency.found()
        with serving(settings) as address:
            yield Site(address, founded, app)
    all_databases.drop(settings.database_url)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Room:
    """Opens browsers, one cookie jar each, and looks at the end whether all went well in them."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser, self.site = browser, site
        self.open: list[tuple[BrowserContext, Watch]] = []

    def sit(self, walker: type[W], who: str = "", *, scripts: bool = True, width: int = 1280) -> W:
        """Somebody at a browser; signed in where `who` is one of the agency. The chains fill in the form for it."""
        context = self.browser.new_context(
            base_url=self.site.address, java_script_enabled=scripts, viewport={"width": width, "height": 900},
            locale="en-US", reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(40_000)
        self.open.append((context, Watch(context, self.site.address)))
        if who:
            context.add_cookies([self.site.cookie(who)])  # type: ignore[list-item]  # a TypedDict there
        return walker(context.new_page())

    def close(self) -> None:
        for context, _ in self.open:
            context.close()

    def check(self) -> None:
        for _, watch in self.open:
            watch.check()


@pytest.fixture
def room(browser: Browser, site: Site) -> Iterator[Room]:
    opened = Room(browser, site)
    yield opened
    opened.close()
    opened.check()
