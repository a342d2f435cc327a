"""Puts a PostgreSQL database back to what it was copied from: ten times faster than dropping it and making another.

The source holds a copy of its own rows in the schema `kept`, and a function that compares, deletes and writes back;
every database that is copied from it has both.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import OperationalError

MOST_USES = 150
"""Then the rows that were deleted lie thick enough to be felt, and another copy is made."""

TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"
COLUMNS = """
SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
WHERE attrelid = ('public.' || quote_ident(CAST(:name AS text)))::regclass
AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
"""
SHAPE = """
SELECT md5(string_agg(thing, ' ' ORDER BY thing)) FROM (
    SELECT 'table ' || oid || ' ' || xmin AS thing FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'function ' || oid || ' ' || xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || oid || ' ' || xmin FROM pg_trigger
) AS everything
"""
REWIND = """
CREATE FUNCTION kept.rewind() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    last bigint;
    one record;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';
    PERFORM set_config('session_replication_role', 'replica', true), set_config('lock_timeout', '2s', true);
    IF (SELECT shape FROM kept."the shape") <> ({shape}) THEN RETURN false; END IF;
    SELECT xid INTO last FROM kept."the mark";
    {tables}
    FOR one IN SELECT was.name, was.value FROM kept."the sequences" AS was JOIN pg_sequences AS now
        ON now.schemaname = 'public' AND now.sequencename = was.name AND now.last_value IS DISTINCT FROM was.value
    LOOP
        PERFORM setval(('public.' || quote_ident(one.name))::regclass, coalesce(one.value, 1), one.value IS NOT NULL);
    END LOOP;
    UPDATE kept."the mark" SET xid = pg_current_xact_id()::text::bigint;
    RETURN true;
END $$
"""
EMPTY = 'DELETE FROM public."{name}";'
FILLED = """
IF (SELECT count(*) FROM public."{name}") <> {count}
    OR EXISTS (SELECT FROM public."{name}" WHERE xmin::text::bigint > last)
THEN
    DELETE FROM public."{name}";
    INSERT INTO public."{name}" ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM kept."{name}";
END IF;
"""


def keep_rows(url: str) -> None:
    """Note what the database holds now; what is copied from it can be put back to this."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA IF EXISTS kept CASCADE"))  # the source may be a copy itself
        connection.execute(text("CREATE SCHEMA kept"))
        tables = list(connection.scalars(text(TABLES)))
        statements = "".join(_keep(connection, tables))
        connection.exec_driver_sql(
            """CREATE TABLE kept."the sequences" AS
            SELECT sequencename::text AS name, last_value AS value FROM pg_sequences WHERE schemaname = 'public'"""
        )
        connection.exec_driver_sql(f'CREATE TABLE kept."the shape" AS SELECT ({SHAPE}) AS shape')
        connection.exec_driver_sql('CREATE TABLE kept."the mark" AS SELECT pg_current_xact_id()::text::bigint AS xid')
        connection.exec_driver_sql(REWIND.format(shape=SHAPE, tables=statements))
    engine.dispose()


def _keep(connection: Connection, tables: Iterable[str]) -> Iterable[str]:
    for name in tables:
        count = connection.scalar(text(f'SELECT count(*) FROM public."{name}"'))
        if count:
            connection.execute(text(f'CREATE TABLE kept."{name}" AS TABLE public."{name}"'))
            columns = connection.scalar(text(COLUMNS), {"name": name})
            yield FILLED.format(name=name, count=count, columns=columns)
        else:
            yield EMPTY.format(name=name)


class Rewinding:
    """One copy of a database whose rows were kept."""

    def __init__(self, url: str, source: str) -> None:
        self.url, self.source = url, source
        self.uses = 0
        self._engine = create_engine(url, isolation_level="AUTOCOMMIT", pool_size=1)

    def rewind(self) -> bool:
        """Put it back. False where that cannot be: its tables were changed, somebody holds them, or it is worn."""
        self.uses += 1
        try:
            with self._engine.connect() as connection:
                is_back = self.uses < MOST_USES and bool(connection.scalar(text("SELECT kept.rewind()")))
        except OperationalError:
            is_back = False
        if not is_back:
            self.close()
        return is_back

    def close(self) -> None:
        self._engine.dispose()
