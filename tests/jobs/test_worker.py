"""The worker as a real process: it does what waits, also after a kill, gives up what cannot be done, and stops."""

import os
import signal
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from app.core import jobs
from app.core.database import is_sqlite, transaction
from app.extensions import db
from tests.jobs import worker_app
from tests.jobs.process import wait_until, worker

assert worker_app

PATIENCE = 60
"""Seconds: for a machine that has other work. What is waited for comes in two."""
ALL = {"done 0", "done 1", "done 2", "done 3"}


def enqueue_four(path: Path, seconds: float) -> None:
    with transaction():
        for n in range(4):
            jobs.enqueue("tests.write", {"n": n, "path": str(path), "seconds": seconds}, key=f"write {n}")


def lines(path: Path) -> set[str]:
    return set(path.read_text().splitlines()) if path.exists() else set()


def left() -> int:
    db.session.rollback()
    where = "job WHERE name" if is_sqlite(db.session()) else "procrastinate_jobs WHERE task_name"
    return int(db.session.scalar(text(f"SELECT count(*) FROM {where} = 'tests.write'")))


def found_dead() -> list[jobs.DeadJob]:
    db.session.rollback()
    return jobs.dead()


def test_after_kill_9_of_the_worker_every_job_is_done(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "lines"
    enqueue_four(path, seconds=0.6)
    with worker(app) as first:
        assert wait_until(lambda: "began 0" in lines(path), PATIENCE)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    assert not lines(path) >= ALL
    with worker(app):
        assert wait_until(lambda: lines(path) >= ALL, PATIENCE), lines(path)
        assert wait_until(lambda: left() == 0, PATIENCE)


def test_it_stops_in_the_middle_of_a_job_when_told_and_leaves_the_rest(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "lines"
    enqueue_four(path, seconds=300)
    with worker(app) as first:
        assert wait_until(lambda: "began 0" in lines(path), PATIENCE)
        first.terminate()
        first.wait(PATIENCE)
    assert left() == 4


def test_a_job_that_cannot_be_done_dies_visibly_and_can_be_tried_again(app: Flask, tmp_path: Path) -> None:
    with transaction() as session:
        jobs.enqueue("tests.fail", {})
        last_but_one = jobs.MAX_TRIES - 1
        if is_sqlite(session):
            session.execute(text("UPDATE job SET tries = :n"), {"n": last_but_one})
        else:
            session.execute(text("UPDATE procrastinate_jobs SET attempts = :n"), {"n": last_but_one})
    with worker(app):
        assert wait_until(lambda: bool(found_dead()), PATIENCE)
    found = found_dead()
    assert [(job.name, job.error, job.tries) for job in found] == [("tests.fail", "LookupError", jobs.MAX_TRIES)]
    db.session.rollback()
    with transaction():
        assert jobs.retry(found[0].id)
        assert not jobs.retry(found[0].id)
    assert jobs.dead() == []
