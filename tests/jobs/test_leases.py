"""Leases of the embedded queue: a lost hold can change nothing, and a job that kills its workers is given up."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from app.core import jobs
from app.core.database import transaction
from app.core.jobs import embedded
from tests.jobs import worker_app

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)
assert worker_app


@pytest.fixture(autouse=True)
def _one_job_waits(app: Flask) -> None:
    with transaction():
        jobs.enqueue("tests.fail", {}, at=AT)


def claim(worker: str, at: datetime) -> embedded.Claim | None:
    with transaction() as session:
        return embedded.claim(session, worker, at, LEASE)


def test_a_job_in_hand_is_nobody_elses() -> None:
    assert claim("first", AT)
    assert claim("second", AT + LEASE / 2) is None


def test_a_lease_that_ran_out_goes_to_the_next_and_the_first_can_change_nothing() -> None:
    lost = claim("first", AT)
    held = claim("second", AT + LEASE)
    assert lost is not None
    assert held is not None
    assert held.tries == 2
    with transaction() as session:
        embedded.finish(session, lost)
        embedded.fail(session, lost, "LookupError", AT + LEASE)
    with transaction() as session:
        embedded.finish(session, held)
    assert claim("third", AT + 2 * LEASE) is None


def test_a_heartbeat_keeps_the_lease() -> None:
    assert claim("first", AT)
    with transaction() as session:
        embedded.renew(session, "first", AT + 2 * LEASE)
    assert claim("second", AT + LEASE) is None


def test_a_job_that_took_its_worker_down_every_time_is_given_up() -> None:
    for n in range(jobs.MAX_TRIES):
        assert claim(f"worker {n}", AT + n * LEASE)
    assert claim("one more", AT + jobs.MAX_TRIES * LEASE) is None
    assert [job.error for job in jobs.dead()] == ["WorkerDied"]
