"""What the database itself refuses and notes, in one list: created again after every migration, because SQLite's batch
mode drops the triggers of a rebuilt table without a word."""

from sqlalchemy import Connection, text

APPEND_ONLY = ("event",)
STAMPED = {"office": "tree_stamp", "office_rules": "tree_stamp"}

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
_SQLITE_STAMP = (
    "DROP TRIGGER IF EXISTS {table}_stamp_{verb_name}",
    "CREATE TRIGGER {table}_stamp_{verb_name} AFTER {verb} ON {table} "
    "BEGIN UPDATE {stamp} SET token = lower(hex(randomblob(16))); END",
)
_POSTGRESQL_STAMP = (
    "CREATE OR REPLACE FUNCTION renew_{stamp}() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN UPDATE {stamp} SET token = gen_random_uuid()::text; RETURN NULL; END $$",
    "DROP TRIGGER IF EXISTS {table}_stamp ON {table}",
    "CREATE TRIGGER {table}_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION renew_{stamp}()",
)


def install(connection: Connection) -> None:
    """Create every trigger whose table exists; safe to repeat."""
    for statement in statements(connection):
        connection.execute(text(statement))


def statements(connection: Connection) -> list[str]:
    """The DDL for this database, in order."""
    has = connection.dialect.has_table
    append_only = [table for table in APPEND_ONLY if has(connection, table)]
    stamped = {table: stamp for table, stamp in STAMPED.items() if has(connection, table) and has(connection, stamp)}
    if connection.dialect.name == "sqlite":
        return [*_sqlite_refusals(append_only), *_sqlite_stamps(stamped)]
    return [
        _POSTGRESQL_FUNCTION,
        *(line.format(table=table) for table in append_only for line in _POSTGRESQL),
        *(line.format(table=table, stamp=stamp) for table, stamp in stamped.items() for line in _POSTGRESQL_STAMP),
    ]


def removals(connection: Connection, stamp: str) -> list[str]:
    """The DDL that takes the triggers of a stamp away, before its table goes."""
    tables = [table for table, renewed in STAMPED.items() if renewed == stamp]
    if connection.dialect.name == "sqlite":
        verbs = ("insert", "update", "delete")
        return [f"DROP TRIGGER IF EXISTS {table}_stamp_{verb}" for table in tables for verb in verbs]
    return [
        *(f"DROP TRIGGER IF EXISTS {table}_stamp ON {table}" for table in tables),
        f"DROP FUNCTION IF EXISTS renew_{stamp}()",
    ]


def _sqlite_refusals(tables: list[str]) -> list[str]:
    changes = [
        line.format(table=table, verb=verb, verb_name=verb.lower())
        for table in tables
        for verb in ("UPDATE", "DELETE")
        for line in _SQLITE
    ]
    return [*changes, *(line.format(table=table) for table in tables for line in _SQLITE_NO_REPLACE)]


def _sqlite_stamps(stamped: dict[str, str]) -> list[str]:
    return [
        line.format(table=table, stamp=stamp, verb=verb, verb_name=verb.lower())
        for table, stamp in stamped.items()
        for verb in ("INSERT", "UPDATE", "DELETE")
        for line in _SQLITE_STAMP
    ]
