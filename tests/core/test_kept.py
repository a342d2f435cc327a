"""What a process keeps of the reports: read once, and read again as soon as something happened, whoever did it."""

from datetime import date

import pytest
from sqlalchemy import text

from app.accounts.models import Person
from app.core import database, events
from app.core.database import transaction
from app.extensions import db
from app.pain_points import counts, queries
from app.pain_points.models import PainPoint, State
from tests.support import builders as make
from tests.support.queries import counting

DAY = date(2026, 9, 21)


@pytest.fixture
def point(app: object) -> PainPoint:
    found = make.pain_point(make.office("Child Support"), make.person("Ada"), make.person("Ben"))
    db.session.commit()
    return found


def title_of(number: int) -> str:
    db.session.rollback()
    found = queries.shown(number)
    assert found
    return str(found.PainPoint.title)


def rename_elsewhere(point_id: int, title: str) -> None:
    """As another process does it: nothing in this one is told."""
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE pain_point SET title = :t WHERE id = :id"), {"t": title, "id": point_id})


def test_the_second_asking_reads_the_stamp_alone(point: PainPoint) -> None:
    number = point.number
    title_of(number)
    with counting(is_warm=True) as asked:
        title_of(number)
    assert [statement for statement in asked.statements if "pain_point" in statement] == []
    assert len(asked) == 1


def test_what_happened_is_seen_by_the_next_asking(point: PainPoint) -> None:
    number, person = point.number, db.session.get(Person, point.reporter_id)
    before = title_of(number)
    with transaction():
        point.title = "Renamed by an action"
        events.record("pain_point.accepted", point, by=person, at=make.AT)
    assert title_of(number) == "Renamed by an action" != before


def test_a_word_in_the_log_of_another_process_is_enough(point: PainPoint) -> None:
    number, point_id = point.number, point.id
    was = title_of(number)
    rename_elsewhere(point_id, "Renamed elsewhere")
    assert title_of(number) == was, "without a word in the log it is kept"
    with db.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO event (id, at, verb, subject_type, subject_id, data, previous, hash)"
                " VALUES (1, :at, 'pain_point.accepted', 'pain_point', :id, '{}', 'x', 'y')"
            ),
            {"at": make.AT.replace(tzinfo=None).isoformat(sep=" "), "id": point_id},
        )
    assert title_of(number) == "Renamed elsewhere"


def test_a_transaction_sees_what_it_has_written(point: PainPoint) -> None:
    assert counts.in_filters(None, DAY)["open"] == 1
    with transaction() as session:
        point.state = State.DECLINED
        session.flush()
        assert counts.in_filters(None, DAY)["open"] == 0
        session.rollback()
    assert counts.in_filters(None, DAY)["open"] == 1


def test_a_connection_that_was_cut_while_it_rested_is_replaced(
    point: PainPoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "QUIET_SECONDS", 0.0)
    number, title = point.number, point.title
    db.session.remove()
    if db.engine.dialect.name == "postgresql":
        with db.engine.connect() as one, db.engine.connect() as other:
            cut = one.execute(text("SELECT pg_backend_pid()")).scalar_one()
            other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": cut})
    assert title_of(number) == title
