"""What is handed to the driver as it is comes back as the library would give it, and is heard of like the rest."""

from datetime import UTC, timedelta

import pytest
from sqlalchemy import bindparam, column, select, table, text
from sqlalchemy.exc import DBAPIError, OperationalError

from app.accounts import who
from app.accounts.models import Role, SignInSession
from app.core import reading
from app.core.prepared import Prepared
from app.extensions import db
from tests.support import builders as make
from tests.support.queries import counting

NOWHERE = Prepared(select(column("id")).select_from(table("no_such_table")).where(column("id") == bindparam("wanted")))
ONE = Prepared(select(bindparam("wanted").label("found")))


@pytest.fixture
def asked(app: object) -> dict[str, object]:
    """The session of somebody with two roles."""
    office, before = make.office("Child Support"), make.AT - timedelta(days=1)
    person = make.with_role(Role.LEADER, office, "Ada")
    make.grant(person, Role.AUDITOR, office)
    make.save(SignInSession(person_id=person.id, token_hash="t", started_at=make.AT, seen_at=make.AT))
    make.commit()
    return {"token_hash": "t", "oldest": before, "idle_since": before}


def test_rows_are_those_of_the_library(asked: dict[str, object]) -> None:
    rows, library = who.RUNNING.rows(asked), reading.rows(who.RUNNING.statement, asked)
    assert [tuple(row) for row in rows] == [tuple(row) for row in library]
    assert [type(value) for value in rows[0]] == [type(value) for value in library[0]]
    assert rows[0]._fields == library[0]._fields
    assert (rows[0].role, rows[1].role, rows[0].seen_at.tzinfo) == (Role.LEADER, Role.AUDITOR, UTC)


def test_it_counts_as_a_question(asked: dict[str, object]) -> None:
    with counting(is_warm=True) as heard:
        who.RUNNING.rows(asked)
    assert len(heard) == 1
    assert "sign_in_session" in heard.statements[0]


def test_a_missing_value_is_no_question(app: object) -> None:
    with counting(is_warm=True) as heard, pytest.raises(KeyError):
        ONE.rows({})
    assert len(heard) == 0


def test_the_library_says_what_is_wrong(app: object) -> None:
    with pytest.raises(DBAPIError, match="no_such_table"):
        NOWHERE.rows({"wanted": 1})


@pytest.mark.once("postgresql")  # a file is not cut off
def test_a_connection_that_was_cut_is_given_up(app: object) -> None:
    """The request that meets it fails; the next one has another."""
    ONE.rows({"wanted": 1})
    cut_off()
    with pytest.raises(OperationalError):
        ONE.rows({"wanted": 1})
    db.session.remove()
    assert ONE.rows({"wanted": 2})[0].found == 2


def cut_off() -> None:
    """End the server's side of the session's connection."""
    pid = db.session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with db.engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
