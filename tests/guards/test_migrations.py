"""Migrations go up, down and up again on a filled database; events stay unchangeable; the models are what they made."""

from pathlib import Path

import flask_migrate
import pytest
import time_machine
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError

from app.accounts.models import Person
from app.core import clock, database, events
from app.extensions import db
from tests.guards.acting import Stage
from tests.support import builders

CHANGES = ("UPDATE event SET verb = 'x'", "DELETE FROM event")


def revisions() -> list[str]:
    """From the newest down to the first."""
    folder = Path(current_app.root_path).parent / "migrations"
    return [script.revision for script in ScriptDirectory(str(folder)).walk_revisions()]


def counts() -> dict[str, int]:
    tables = [name for name in inspect(db.engine).get_table_names() if name in db.metadata.tables]
    with db.engine.connect() as connection:
        return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in tables}


def record_something() -> None:
    with database.transaction():
        person = Person(email="who@agency.example", name="Who", created_at=clock.now())
        db.session.add(person)
        db.session.flush()
        events.record("person.invited", person, by=None, at=clock.now())


def refuse_every_change() -> None:
    is_sqlite = db.engine.dialect.name == "sqlite"
    for statement in (*CHANGES, *(() if is_sqlite else ("TRUNCATE event",))):
        with pytest.raises(DatabaseError, match="append-only"), db.engine.begin() as connection:
            connection.execute(text(statement))


def test_every_step_goes_down_and_up_again_on_a_filled_database(stage: Stage) -> None:
    """What stands on the first migration comes and goes without losing a row of the tables that this one made."""
    with time_machine.travel(builders.AT, tick=False), stage.copy():
        record_something()
        before = counts()
        db.session.remove()
        for revision in revisions()[1:]:
            flask_migrate.downgrade(revision=revision)
            refuse_every_change()
        first = set(counts())
        flask_migrate.upgrade()
        refuse_every_change()
        kept = {name: count for name, count in counts().items() if name in first}
        assert kept == {name: count for name, count in before.items() if name in first}
        assert list(events.broken_links()) == []


def test_the_first_migration_can_be_undone_where_nothing_is_lost(app: Flask) -> None:
    db.session.remove()
    flask_migrate.downgrade(revision="base")
    assert counts() == {}
    flask_migrate.upgrade()
    record_something()
    refuse_every_change()


def test_the_models_are_what_the_migrations_make(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False, "include_object": _is_a_model})
        found = compare_metadata(context, db.metadata)
    assert found == []


def _is_a_model(_thing: object, name: str | None, kind: str, is_reflected: bool, compared: object) -> bool:
    return not (kind == "table" and is_reflected and compared is None)


def test_there_is_one_newest_migration(app: Flask) -> None:
    folder = Path(current_app.root_path).parent / "migrations"
    assert len(ScriptDirectory(str(folder)).get_heads()) == 1
