"""Periodic jobs: once per stretch of time, however many machines ask."""

from datetime import UTC, datetime, timedelta

from flask import Flask

from app.core.database import is_sqlite, transaction
from app.core.jobs import ticker
from app.core.jobs.model import LONGEST_WAIT, wait_after
from app.core.jobs.registry import Period
from app.extensions import db
from tests.jobs import worker_app
from tests.jobs.test_enqueue import waiting

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOURLY = Period("tests.write", 60)
assert worker_app


def test_two_machines_enqueue_it_once(app: Flask) -> None:
    ticker.enqueue_if_due(HOURLY, AT)
    ticker.enqueue_if_due(HOURLY, AT + timedelta(minutes=59))
    assert waiting() == 1


def test_the_next_stretch_enqueues_it_again_once_the_last_is_taken(app: Flask) -> None:
    ticker.enqueue_if_due(HOURLY, AT)
    with transaction() as session:
        table = "job" if is_sqlite(session) else "procrastinate_jobs"
        session.connection().exec_driver_sql(f"DELETE FROM {table}")
    ticker.enqueue_if_due(HOURLY, AT + timedelta(minutes=60))
    assert waiting() == 1
    assert db.session.connection().exec_driver_sql("SELECT count(*) FROM job_period").scalar() == 2


def test_a_tick_with_nothing_due_changes_nothing(app: Flask) -> None:
    ticker.tick(timedelta(seconds=5))
    once = waiting()
    ticker.tick(timedelta(seconds=5))
    assert waiting() == once


def test_the_wait_doubles_up_to_an_hour(app: Flask) -> None:
    assert timedelta(seconds=2) <= wait_after(1) < timedelta(seconds=3.1)
    assert timedelta(seconds=16) <= wait_after(4) < timedelta(seconds=24.1)
    assert LONGEST_WAIT <= wait_after(20) < LONGEST_WAIT * 1.51
