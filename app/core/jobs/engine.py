"""The queue on PostgreSQL: Procrastinate, deferred on our own connection, so inside our own transaction."""

from datetime import datetime, timedelta
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from sqlalchemy import CursorResult, delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.core.jobs.model import MAX_TRIES, DeadJob
from app.core.jobs.tables import job_error

# Never opened: it only writes rows on the connection it is handed.
_deferring = App(connector=PsycopgConnector())

_LOCK_WAITING = "SELECT id FROM procrastinate_jobs WHERE queueing_lock = :key AND status = 'todo' FOR UPDATE"
_DEAD = """
SELECT job.id, job.task_name AS name, job.attempts AS tries, coalesce(error.code, '') AS error,
       (SELECT max(at) FROM procrastinate_events WHERE job_id = job.id) AS at
FROM procrastinate_jobs AS job LEFT JOIN job_error AS error ON error.job_id = job.id
WHERE job.status = 'failed' ORDER BY job.id DESC LIMIT 200
"""
_RETRY = """
UPDATE procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = :at, queueing_lock = NULL
WHERE id = :id AND status = 'failed'
"""
_STALLED = """
SELECT job.id, job.attempts FROM procrastinate_jobs AS job
LEFT JOIN procrastinate_workers AS worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND (worker.id IS NULL OR worker.last_heartbeat < :silent_since)
FOR UPDATE OF job SKIP LOCKED
"""
_FREE_KEY = "UPDATE procrastinate_jobs SET queueing_lock = NULL WHERE id = :id"
_AGAIN = "SELECT procrastinate_retry_job_v2(:id, :at, NULL, NULL, NULL)"
_GIVE_UP = "SELECT procrastinate_finish_job_v1(:id, 'failed', false)"


def add(session: Session, name: str, payload: dict[str, Any], key: str | None, at: datetime) -> None:
    """Defer it; where one with the key waits already, hold that one until we commit, so that it sees our change."""
    while not _deferred(session, name, payload, key, at):
        if session.execute(text(_LOCK_WAITING), {"key": key}).first():
            return


def dead(session: Session) -> list[DeadJob]:
    return [DeadJob(row.id, row.name, row.tries, row.at, row.error) for row in session.execute(text(_DEAD))]


def retry(session: Session, job_id: int, at: datetime) -> bool:
    done = session.execute(text(_RETRY), {"id": job_id, "at": at})
    return isinstance(done, CursorResult) and done.rowcount == 1


def note_failure(session: Session, job_id: int, error: str) -> None:
    """Keep the error's code, and free the key: a job that waits again must not clash with a newer one."""
    row = insert(job_error).values(job_id=job_id, code=error[:80])
    session.execute(row.on_conflict_do_update(index_elements=["job_id"], set_={"code": error[:80]}))
    session.execute(text(_FREE_KEY), {"id": job_id})


def rescue(session: Session, at: datetime, silence: timedelta) -> None:
    """Give the jobs of workers that fell silent to others; give up those that took MAX_TRIES workers down."""
    for found in session.execute(text(_STALLED), {"silent_since": at - silence}).all():
        note_failure(session, found.id, "WorkerDied")
        verdict = _GIVE_UP if found.attempts + 1 >= MAX_TRIES else _AGAIN
        session.execute(text(verdict), {"id": found.id, "at": at} if verdict is _AGAIN else {"id": found.id})
    alive = select(text("id FROM procrastinate_jobs"))
    session.execute(delete(job_error).where(job_error.c.job_id.not_in(alive)))


def _deferred(session: Session, name: str, payload: dict[str, Any], key: str | None, at: datetime) -> bool:
    """True once the row is written; a savepoint keeps our transaction whole where the key is taken."""
    connection = session.connection()
    driver = connection.connection.driver_connection
    savepoint = connection.begin_nested()
    try:
        _deferring.configure_task(
            name, allow_unknown=True, queueing_lock=key, schedule_at=at, connection=driver
        ).defer(payload=payload)
    except AlreadyEnqueued:
        savepoint.rollback()
        return False
    savepoint.commit()
    return True
