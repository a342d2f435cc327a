"""Runs migrations: as the owner of the tables, with SQLite's foreign keys off and checked after, triggers made anew."""

from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from app.core import triggers
from app.core.columns import UtcDateTime
from app.core.jobs import tables as job_tables
from app.extensions import db
from app.search import index
from config import Settings

MIGRATION_LOCK = 7_305_000


def include_object(_thing: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """Leave alone what is not a model: search indexes and the job engine's tables are made by hand."""
    is_hand_made = name in job_tables.HAND_MADE or (name or "").startswith((*index.TABLES, "procrastinate_"))
    return not (kind == "table" and is_hand_made)


def render_item(kind: str, thing: Any, _autogen: Any) -> str | bool:
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run(connection: Connection) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=True,
        include_object=include_object,
        render_item=render_item,
        compare_type=False,
    )
    with context.begin_transaction():
        if not is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        context.run_migrations()
        triggers.install(connection)
        if is_sqlite:
            check_foreign_keys(connection)


def check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"foreign keys broken by the migration: {broken[:5]}")


settings: Settings = current_app.config["SETTINGS"]
with create_engine(settings.owner_database_url, poolclass=NullPool).connect() as connection:
    run(connection)
    connection.commit()
