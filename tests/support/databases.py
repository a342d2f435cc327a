"""A migrated template database per run, and a fresh copy of it per test, on SQLite or on a real PostgreSQL.

`TEST_DATABASE` chooses (sqlite, postgresql); `TEST_POSTGRESQL_URL` is a server where databases may be made.
"""

import os
import secrets
import shutil
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path
from typing import Any, Protocol

import flask_migrate
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app import create_app
from config import Settings
from tests.support.rewinding import Rewinding, keep_rows

KEY = "tests-only-" + "0123456789abcdef" * 3


class Databases(Protocol):
    """Where the databases of a run come from."""

    def empty(self, name: str) -> str:
        """The URL of a new database without tables."""

    def fresh(self, folder: Path, of: str | None = None) -> str:
        """The URL of a new copy of the template, or of another database that nobody uses meanwhile."""

    def drop(self, url: str) -> None:
        """Forget a database that was made here."""


def settings_for(url: str, instance: Path, **more: str) -> Settings:
    """The settings of a test: as an operator would write them, nothing else."""
    environ = {
        "SECRET_KEY": KEY,
        "DATABASE_URL": url,
        "INSTANCE_DIR": str(instance),
        "AGENCY_NAME": "Department of Services",
    }
    return Settings.from_environ(environ | more)


def migrate(url: str, instance: Path) -> None:
    """Run every migration on the database."""
    with create_app(settings_for(url, instance)).app_context():
        flask_migrate.upgrade()


class SqliteDatabases:
    """Files; a copy takes a millisecond."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self.template = folder / "template.db"
        migrate(f"sqlite:///{self.template}", folder)
        _fold_journal(self.template)

    def empty(self, name: str) -> str:
        return f"sqlite:///{self.folder / name}.db"

    def fresh(self, folder: Path, of: str | None = None) -> str:
        source = Path(of.removeprefix("sqlite:///")) if of else self.template
        if of:
            _fold_journal(source)
        self.count += 1
        copy = folder / f"test-{self.count}.db"
        shutil.copyfile(source, copy)
        return f"sqlite:///{copy}"

    def drop(self, url: str) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(url.removeprefix("sqlite:///") + ending).unlink(missing_ok=True)


class PostgresqlDatabases:
    """Databases on one server, made by CREATE DATABASE ... TEMPLATE; after a test they are rewound and lent again."""

    def __init__(self, server: str, folder: Path) -> None:
        self.server = make_url(server.replace("postgresql://", "postgresql+psycopg://"))
        self.admin = create_engine(self.server, isolation_level="AUTOCOMMIT", pool_size=1)
        self.run = secrets.token_hex(3)
        self.count = 0
        self.template = self.empty("template")
        self.lent: dict[str, Rewinding] = {}
        self.free: dict[str, list[Rewinding]] = {}
        migrate(self.template, folder)

    def empty(self, name: str) -> str:
        return self._create(name, "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'")

    def fresh(self, folder: Path, of: str | None = None) -> str:
        source = of or self.template
        if source not in self.free:
            keep_rows(source)
            self.free[source] = []
        found = self.free[source].pop() if self.free[source] else self._copy(source)
        self.lent[found.url] = found
        return found.url

    def drop(self, url: str) -> None:
        for copy in self.free.pop(url, []):  # what was copied from it must not be lent for what it holds next
            copy.close()
            self._destroy(copy.url)
        lent = self.lent.pop(url, None)
        if lent and lent.rewind():
            self.free[lent.source].append(lent)
        else:
            self._destroy(url)

    def close(self) -> None:
        for rewinding in [*self.lent.values(), *(one for some in self.free.values() for one in some)]:
            rewinding.close()
        self.admin.dispose()

    def _copy(self, source: str) -> Rewinding:
        self.count += 1
        name = make_url(source).database
        self._execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        return Rewinding(self._create(f"test_{self.count}", f'TEMPLATE "{name}"'), source)

    def _create(self, name: str, how: str) -> str:
        full = f"groundwork_{self.run}_{name}"
        self._execute(f"CREATE DATABASE {full} {how}")
        return self.server.set(database=full).render_as_string(hide_password=False)

    def _destroy(self, url: str) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{make_url(url).database}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with self.admin.connect() as connection:
            connection.execute(text(statement))


def in_turn(values: Iterable[Any]) -> list[Any]:
    """What is decided in Python and only read from a database: half beside each. `bin/test --all` tries all on both."""
    return [
        pytest.param(value, marks=pytest.mark.once(kind))
        for value, kind in zip(values, cycle(("sqlite", "postgresql")), strict=False)
    ]


def kind() -> str:
    """Which database this run is for."""
    return os.environ.get("TEST_DATABASE", "sqlite")


def _fold_journal(path: Path) -> None:
    """Move what lies in the write-ahead log into the file, so that one file is the whole database."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
