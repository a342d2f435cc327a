"""Enqueueing: it belongs to the transaction, and one key waits once."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from app.core import clock, jobs
from app.core.database import is_sqlite, transaction
from app.extensions import db
from tests.jobs import worker_app

WRITE = {"n": 1, "path": "/nowhere"}
assert worker_app


def waiting() -> int:
    where = "job WHERE state = 'waiting'" if is_sqlite(db.session()) else "procrastinate_jobs WHERE status = 'todo'"
    return int(db.session.scalar(text(f"SELECT count(*) FROM {where}")))


def enqueue_and_break() -> None:
    jobs.enqueue("tests.write", WRITE)
    raise KeyError("something went wrong later")


def test_a_job_exists_once_its_transaction_commits(app: Flask) -> None:
    with transaction():
        jobs.enqueue("tests.write", WRITE)
    assert waiting() == 1


def test_a_job_vanishes_with_its_transaction(app: Flask) -> None:
    with pytest.raises(KeyError), transaction():
        enqueue_and_break()
    assert waiting() == 0


def test_a_key_waits_once_and_its_transaction_goes_on(app: Flask) -> None:
    with transaction():
        jobs.enqueue("tests.write", WRITE, key="the one")
        jobs.enqueue("tests.write", WRITE, key="the one")
        jobs.enqueue("tests.write", WRITE, key="another")
    with transaction():
        jobs.enqueue("tests.write", WRITE, key="the one", at=clock.now() + timedelta(hours=1))
    assert waiting() == 2


def test_outside_a_transaction_it_is_refused(app: Flask) -> None:
    with pytest.raises(KeyError):
        jobs.enqueue("tests.write", WRITE)


def test_a_name_without_a_handler_is_refused(app: Flask) -> None:
    with pytest.raises(KeyError), transaction():
        jobs.enqueue("tests.misspelt", WRITE)


def test_two_handlers_cannot_share_a_name(app: Flask) -> None:
    with pytest.raises(ValueError, match=r"tests\.write"):
        jobs.handler("tests.write")(worker_app.fail)
