"""Acting as a role on one endpoint of the world: what word of docs/ACCESS.md the answer is."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from flask import Flask
from sqlalchemy import inspect, text
from werkzeug.routing import Rule

from app.accounts.models import SignInSession
from app.extensions import db
from config import Settings
from tests.support.builders import SERIAL
from tests.support.client import Client
from tests.support.databases import Databases, settings_for
from tests.support.pages import Page
from tests.support.queries import counting
from tests.support.world import World

ANONYMOUS = "anonymous"
OWN_SESSION = "session_id"
READS = ("SELECT", "WITH")


@dataclass
class Stage:
    """The world's database, and how to open copies of it."""

    world: World
    url: str
    databases: Databases
    running: Callable[[Settings], AbstractContextManager[Flask]]
    folder: Path

    @contextmanager
    def copy(self) -> Iterator[Flask]:
        url = self.databases.fresh(self.folder, of=self.url)
        SERIAL.restart(500_001)  # below stands the world
        try:
            with self.running(settings_for(url, self.folder)) as app:
                yield app
        finally:
            self.databases.drop(url)


def method_of(rule: Rule) -> str:
    return "GET" if "GET" in (rule.methods or ()) else "POST"


class Acted(NamedTuple):
    """The answer's word, whether a form was taken, and what the database was asked."""

    word: str
    has_written: bool
    asked: list[str]

    @property
    def changes(self) -> list[str]:
        """The statements that change rows, also where that was taken back."""
        return [statement for statement in self.asked if not statement.lstrip().upper().startswith(READS)]


def act(app: Flask, world: World, role: str, rule: Rule, *, is_warm: bool = True) -> Acted:
    """Ask the endpoint as this role. `is_warm`: with what the process has kept from the question before."""
    client = Client(app)
    if role != ANONYMOUS:
        client.hold(world.sessions[role])
        world.places[OWN_SESSION] = str(world.sessions[role].id)
    with counting(is_warm=is_warm) as counted:
        page = client.ask(method_of(rule), world.path(rule.endpoint, rule.rule), world.bodies.get(rule.endpoint))
    return Acted(word_of(page), page.status == 303 and method_of(rule) == "POST", counted.statements)


def word_of(page: Page) -> str:
    """The answer as docs/ACCESS.md says it."""
    if page.status in (401, 403, 404):
        return {401: "sign in", 403: "no", 404: "hidden"}[page.status]
    if page.status == 303 and page.location.startswith("/sign-in?next="):
        return "sign in"
    assert page.status < 500, f"{page.path}: {page.status}"
    assert page.status != 405, f"{page.path}: the method is refused"
    return "yes"


def fingerprint() -> dict[str, str]:
    """A digest of every table's rows, so that a change shows by its table's name. Being signed in is not content."""
    found = {}
    for name in inspect(db.session.connection()).get_table_names():
        if name != SignInSession.__tablename__:
            rows = sorted(repr(tuple(row)) for row in db.session.execute(text(f'SELECT * FROM "{name}"')))
            found[name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    db.session.rollback()
    return found
