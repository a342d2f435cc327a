"""A PostgreSQL database that was lent before holds nothing of that, and one whose tables were changed is not lent."""

from pathlib import Path

from sqlalchemy import create_engine, text

from tests.support.databases import Databases, kind

PERSON = """
INSERT INTO person (email, name, language, is_active, is_demo, created_at, lock)
VALUES ('{}@agency.example', 'Who', 'en', true, false, now(), 1) RETURNING id
"""


def run(url: str, *statements: str) -> list[int]:
    engine = create_engine(url)
    with engine.begin() as connection:
        found = [connection.execute(text(statement)).scalar_one() for statement in statements]
    engine.dispose()
    return found


def count(url: str) -> int:
    return run(url, "SELECT count(*) FROM person")[0]


if kind() == "postgresql":  # a copy of a file takes no longer than looking at it

    def test_it_is_lent_again_as_it_was(all_databases: Databases, tmp_path: Path) -> None:
        url = all_databases.fresh(tmp_path)
        assert run(url, *(PERSON.format(name) for name in "ab")) == [1, 2]
        all_databases.drop(url)
        again = all_databases.fresh(tmp_path)
        assert again == url
        assert run(again, "SELECT count(*) FROM person", PERSON.format("c")) == [0, 1]
        all_databases.drop(again)

    def test_rows_of_its_source_come_back(all_databases: Databases, tmp_path: Path) -> None:
        source = all_databases.fresh(tmp_path)
        run(source, PERSON.format("kept"))
        url = all_databases.fresh(tmp_path, of=source)
        changed = "WITH gone AS (DELETE FROM person RETURNING id) SELECT count(*) FROM gone"
        assert run(url, changed, PERSON.format("new"), PERSON.format("newer")) == [1, 2, 3]
        all_databases.drop(url)
        again = all_databases.fresh(tmp_path, of=source)
        assert again == url
        assert run(again, "SELECT id FROM person WHERE email LIKE 'kept%'", "SELECT count(*) FROM person") == [1, 1]
        for made in (again, source):
            all_databases.drop(made)

    def test_it_is_not_lent_again_when_its_tables_were_changed(all_databases: Databases, tmp_path: Path) -> None:
        url = all_databases.fresh(tmp_path)
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE person ADD COLUMN nickname text"))
        engine.dispose()
        all_databases.drop(url)
        other = all_databases.fresh(tmp_path)
        assert other != url
        assert count(other) == 0
        all_databases.drop(other)
