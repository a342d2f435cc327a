"""The worker's clock: enqueues what is due by the calendar, once over all machines, and rescues stalled jobs."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core import clock
from app.core.database import transaction
from app.core.jobs import queue
from app.core.jobs.registry import PERIODS, Period
from app.core.jobs.tables import job_period


def tick(silence: timedelta) -> None:
    """One look at the clock; safe to repeat and to run on several machines at once."""
    at = clock.now()
    for period in tuple(PERIODS.values()):
        try:
            enqueue_if_due(period, at)
        except IntegrityError:
            continue  # another machine was quicker, and enqueued it
    with transaction() as session:
        queue.engine_of(session).rescue(session, at, silence)


def enqueue_if_due(period: Period, at: datetime) -> None:
    """Insert the row of this stretch of time; whoever succeeds enqueues the job in the same transaction."""
    due = int(at.timestamp()) // 60 // period.minutes
    with transaction() as session:
        if session.execute(select(job_period).where(*_is(period, due))).first():
            return
        _mark(session, period, due)
        queue.enqueue(period.name, {}, key=f"every:{period.name}")


def _mark(session: Session, period: Period, due: int) -> None:
    session.execute(insert(job_period).values(name=period.name, due=due))
    session.execute(delete(job_period).where(job_period.c.name == period.name, job_period.c.due < due - 1))


def _is(period: Period, due: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return job_period.c.name == period.name, job_period.c.due == due
