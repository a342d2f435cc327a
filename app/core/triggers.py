"""The database's own refusals, in one list: created again after every migration, because SQLite's batch mode drops
the triggers of a rebuilt table without a word."""

from sqlalchemy import Connection, text

APPEND_ONLY = ("event",)

_SQLITE = (
    "DROP TRIGGER IF EXISTS {table}_no_{verb_name}",
    "CREATE TRIGGER {table}_no_{verb_name} BEFORE {verb} ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
_SQLITE_NO_REPLACE = (  # REPLACE deletes the row that is there without asking the trigger for DELETE
    "DROP TRIGGER IF EXISTS {table}_no_replace",
    "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
    "WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
)
_POSTGRESQL = (
    "DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
    "DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
    "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)


def install(connection: Connection) -> None:
    """Create every trigger whose table exists; safe to repeat."""
    for statement in statements(connection):
        connection.execute(text(statement))


def statements(connection: Connection) -> list[str]:
    """The DDL for this database, in order."""
    tables = [table for table in APPEND_ONLY if connection.dialect.has_table(connection, table)]
    if connection.dialect.name == "sqlite":
        refusals = [
            line.format(table=table, verb=verb, verb_name=verb.lower())
            for table in tables
            for verb in ("UPDATE", "DELETE")
            for line in _SQLITE
        ]
        return [*refusals, *(line.format(table=table) for table in tables for line in _SQLITE_NO_REPLACE)]
    return [_POSTGRESQL_FUNCTION, *(line.format(table=table) for table in tables for line in _POSTGRESQL)]
