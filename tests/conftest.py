"""What every test may ask for: an app on a fresh database, browsers for its people, a clock that stands still.

    app          the application on a fresh copy of the migrated database; its context is open during the test
    client       a browser of somebody who is not signed in (tests/support/client.py)
    as_person    as_person(person) -> a browser in which the person is signed in
    db_session   the test's own session; what requests wrote is seen at once
    clock        time stands still at 2026-11-23 09:00 UTC; clock.move_to(...), clock.shift(...)
    queries      `with queries() as counted: ...; len(counted)`
    error_pages  an unexpected error shows its page instead of ending the test
    no_unexpected_mail   fails where a mail was put out
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import hypothesis
import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounts.models import Person
from app.core import pdf
from app.extensions import db
from app.notices.models import Mail
from config import Settings
from tests.support import client as browsers
from tests.support import databases, folders
from tests.support.applications import UNEXPECTED, Applications
from tests.support.builders import AT, SERIAL
from tests.support.client import Client
from tests.support.hashing import hash_quickly
from tests.support.printing import remembering
from tests.support.queries import Counted, counting
from tests.support.routing import keep_compiled_rules

DATABASE = "all_databases"
"""The fixture on which everything rests that needs a database."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="the long sweeps too, and everything on both databases")
    parser.addoption("--part", choices=("browser", "rest"), help="only what needs Chromium, or only what does not")


def pytest_configure(config: pytest.Config) -> None:
    keep_compiled_rules()
    hash_quickly()
    hypothesis.settings.register_profile("same", derandomize=True)
    if not config.getoption("--all"):  # the long sweeps look for what nobody has tried
        hypothesis.settings.load_profile("same")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What another of the runs proves is left out of this one."""
    is_all, part = config.getoption("--all"), config.getoption("--part")
    left_out = {item for item in items if not (_is_of(part, item) and _is_proved_here(item, is_all=is_all))}
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]
    if databases.kind() == "postgresql":
        items.sort(key=lambda item: item.path, reverse=True)  # what one prints, the other finds


def _is_of(part: str | None, item: pytest.Item) -> bool:
    """bin/test runs the parts side by side; what is asked of pytest by -m, -k or paths narrows each of them."""
    return part is None or (part == "browser") == bool(item.get_closest_marker("browser"))


def _is_proved_here(item: pytest.Item, *, is_all: bool) -> bool:
    """What asks for no database is proved beside SQLite; what none can change, beside the one its mark names."""
    if item.get_closest_marker("long") and not is_all:
        return False
    if (mark := item.get_closest_marker("once")) and not is_all:
        return mark.args == (databases.kind(),)
    return databases.kind() == "sqlite" or DATABASE in getattr(item, "fixturenames", ())


def pytest_collection_finish() -> None:
    """What was imported stays: a search for garbage need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def run_folder() -> Iterator[Path]:
    folder = folders.for_this_run()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def paper(run_folder: Path) -> Iterator[None]:
    """One document is printed once per run."""
    printer = remembering(run_folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_pool", printer)
        yield
    printer.close()


@pytest.fixture(scope="session")
def all_databases(run_folder: Path) -> Iterator[databases.Databases]:
    """The server of this run, with its migrated template."""
    if databases.kind() == "sqlite":
        yield databases.SqliteDatabases(run_folder)
        return
    server = databases.PostgresqlDatabases(os.environ["TEST_POSTGRESQL_URL"], run_folder)
    yield server
    server.close()


@pytest.fixture
def instance(run_folder: Path) -> Iterator[Path]:
    """The instance folder of one test."""
    folder = Path(tempfile.mkdtemp(dir=run_folder))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def settings(all_databases: databases.Databases, instance: Path) -> Iterator[Settings]:
    """Settings on a fresh, migrated database."""
    url = all_databases.fresh(instance)
    yield databases.settings_for(url, instance)
    all_databases.drop(url)


@pytest.fixture(scope="session")
def running() -> Callable[[Settings], AbstractContextManager[Flask]]:
    """`with running(settings) as app`: an application with its context open."""
    return Applications().running


@pytest.fixture
def app(settings: Settings, running: Callable[[Settings], AbstractContextManager[Flask]]) -> Iterator[Flask]:
    SERIAL.restart()
    with running(settings) as made:
        yield made


@pytest.fixture
def error_pages(app: Flask) -> None:
    app.error_handler_spec[None][None][Exception] = app.extensions[UNEXPECTED]


@pytest.fixture
def db_session(app: Flask) -> Session:
    return db.session()


@pytest.fixture
def client(app: Flask) -> Client:
    return Client(app)


@pytest.fixture
def as_person(app: Flask) -> Callable[[Person], Client]:
    return lambda person: browsers.signed_in(app, person)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(AT, tick=False) as traveller:
        yield traveller


@pytest.fixture
def queries() -> Callable[[], AbstractContextManager[Counted]]:
    return counting


@pytest.fixture
def no_unexpected_mail(app: Flask) -> Iterator[None]:
    yield
    db.session.rollback()
    assert [mail.subject for mail in db.session.scalars(select(Mail))] == []
