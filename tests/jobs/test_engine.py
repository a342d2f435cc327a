"""The engine on PostgreSQL: stalled jobs are rescued, and a key in hand may be asked for again."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from app.core import clock, jobs
from app.core.database import transaction
from app.core.jobs import engine
from app.extensions import db
from tests.jobs import worker_app

assert worker_app
SILENCE = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def _one_job_in_hand(app: Flask) -> None:
    """A job with a key, taken by a worker that no longer exists."""
    with transaction():
        jobs.enqueue("tests.fail", {}, key="the one")
    with transaction() as session:
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))


def states() -> list[str]:
    return list(db.session.scalars(text("SELECT status::text FROM procrastinate_jobs ORDER BY id")))


def test_a_stalled_job_waits_again_even_where_its_key_is_taken() -> None:
    with transaction() as session:
        jobs.enqueue("tests.fail", {}, key="the one")
        engine.rescue(session, clock.now(), SILENCE)
    assert states() == ["todo", "todo"]


def test_a_job_whose_worker_lives_is_left_alone() -> None:
    with transaction() as session:
        worker = session.scalar(text("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id"))
        session.execute(text("UPDATE procrastinate_jobs SET worker_id = :id"), {"id": worker})
        engine.rescue(session, clock.now(), SILENCE)
    assert states() == ["doing"]


def test_a_job_that_took_its_worker_down_every_time_is_given_up() -> None:
    with transaction() as session:
        session.execute(text("UPDATE procrastinate_jobs SET attempts = :n"), {"n": jobs.MAX_TRIES - 1})
        engine.rescue(session, clock.now(), SILENCE)
    assert [job.error for job in jobs.dead()] == ["WorkerDied"]
