"""The queue on SQLite: one leased table. A lease that runs out gives the job to the next who asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, and_, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from app.core.jobs.model import MAX_TRIES, DeadJob, wait_after
from app.core.jobs.tables import job


@dataclass(frozen=True)
class Claim:
    """A job in hand. `locked_by` and `tries` say which hold it is: a hold that was lost can change nothing."""

    id: int
    name: str
    payload: dict[str, Any]
    tries: int
    locked_by: str


def add(session: Session, name: str, payload: dict[str, Any], key: str | None, at: datetime) -> None:
    if key and session.scalar(select(job.c.id).where(job.c.key == key, job.c.state == "waiting")):
        return
    row = {"name": name, "payload": payload, "key": key, "state": "waiting", "run_at": at, "tries": 0, "last_error": ""}
    session.execute(insert(job).values(row))


def is_work_due(session: Session, at: datetime) -> bool:
    """A cheap look without a write lock, for the worker that waits."""
    return session.scalar(select(job.c.id).where(_due(at)).limit(1)) is not None


def claim(session: Session, worker: str, at: datetime, lease: timedelta) -> Claim | None:
    """Take the job that has waited longest, or one whose worker died; None if there is none."""
    _give_up_the_hopeless(session, at)
    oldest = select(job.c.id).where(_due(at)).order_by(job.c.run_at, job.c.id).limit(1).scalar_subquery()
    taken = session.execute(
        update(job)
        .where(job.c.id == oldest)
        .values(state="running", locked_by=worker, lease_until=at + lease, tries=job.c.tries + 1)
        .returning(job.c.id, job.c.name, job.c.payload, job.c.tries)
    ).first()
    return Claim(taken.id, taken.name, taken.payload, taken.tries, worker) if taken else None


def finish(session: Session, held: Claim) -> None:
    session.execute(delete(job).where(_held(held)))


def fail(session: Session, held: Claim, error: str, at: datetime) -> None:
    """Back to waiting, later each time; dead after the last try. Its key goes: it must not clash with a newer one."""
    is_last = held.tries >= MAX_TRIES
    session.execute(
        update(job)
        .where(_held(held))
        .values(
            state="dead" if is_last else "waiting",
            run_at=at if is_last else at + wait_after(held.tries),
            key=None,
            locked_by=None,
            lease_until=None,
            last_error=error[:80],
        )
    )


def renew(session: Session, worker: str, until: datetime) -> None:
    """The heartbeat: whoever works holds on. With `until` now, it lets go."""
    session.execute(update(job).where(job.c.locked_by == worker, job.c.state == "running").values(lease_until=until))


def dead(session: Session) -> list[DeadJob]:
    rows = session.execute(select(job).where(job.c.state == "dead").order_by(job.c.id.desc()).limit(200))
    return [DeadJob(row.id, row.name, row.tries, row.run_at, row.last_error) for row in rows]


def retry(session: Session, job_id: int, at: datetime) -> bool:
    fresh = {"state": "waiting", "run_at": at, "tries": 0}
    done = session.execute(update(job).where(job.c.id == job_id, job.c.state == "dead").values(fresh))
    return isinstance(done, CursorResult) and done.rowcount == 1


def rescue(session: Session, at: datetime, silence: timedelta) -> None:
    """Nothing to do: a lease that ran out is due by itself."""


def _due(at: datetime) -> ColumnElement[bool]:
    return or_(
        and_(job.c.state == "waiting", job.c.run_at <= at),
        and_(job.c.state == "running", job.c.lease_until <= at),
    )


def _held(held: Claim) -> ColumnElement[bool]:
    return and_(job.c.id == held.id, job.c.locked_by == held.locked_by, job.c.tries == held.tries)


def _give_up_the_hopeless(session: Session, at: datetime) -> None:
    """A job that took its worker down with it MAX_TRIES times does not get another."""
    session.execute(
        update(job)
        .where(job.c.state == "running", job.c.lease_until <= at, job.c.tries >= MAX_TRIES)
        .values(state="dead", run_at=at, key=None, locked_by=None, lease_until=None, last_error="WorkerDied")
    )
