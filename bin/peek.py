"""One question to the database without loading the app: what bin/run asks before it decides what is to do."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from config import Settings


class Trouble(Exception):
    """Something is in the way; the message is the line to show."""


def ask(settings: Settings, question: str) -> Any:
    """One value from the database; None where the table does not exist yet."""
    if settings.is_postgresql:
        return ask_postgresql(settings.database_url, question)
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(path)) as connection:
            return (connection.execute(question).fetchone() or [None])[0]
    except sqlite3.DatabaseError as error:
        if "no such table" in str(error):
            return None
        raise Trouble(f"the database {path} cannot be read: {error}.") from error


def ask_postgresql(url: str, question: str) -> Any:
    import psycopg  # takes longer to load than SQLite takes to answer

    try:
        with psycopg.connect(url.replace("+psycopg", "", 1), connect_timeout=5) as connection:
            return (connection.execute(question.encode()).fetchone() or [None])[0]
    except psycopg.errors.UndefinedTable:
        return None
    except psycopg.Error as error:
        first = (str(error).splitlines() or [""])[0]
        raise Trouble(f"the database does not answer (DATABASE_URL): {first}") from error
