"""The tables of the job queue, by hand: `job` exists on SQLite only, Procrastinate keeps its own on PostgreSQL."""

from sqlalchemy import JSON, Column, Index, Integer, MetaData, String, Table, text

from app.core.columns import UtcDateTime

metadata = MetaData()

# state: waiting, running, dead. A job that is done is deleted. `key` is unique among those waiting.
job = Table(
    "job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(60), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("key", String(200)),
    Column("state", String(10), nullable=False),
    Column("run_at", UtcDateTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("locked_by", String(40)),
    Column("lease_until", UtcDateTime),
    Column("last_error", String(80), nullable=False),
    Index("ix_job_state", "state", "run_at"),
    Index("uq_job_key", "key", unique=True, sqlite_where=text("state = 'waiting'")),
)

# One row per periodic job and stretch of time: who inserts it enqueues the job, so two machines do it once.
job_period = Table(
    "job_period",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("due", Integer, primary_key=True, autoincrement=False),
)

# The error code of each job that Procrastinate gave up or will try again (it keeps none itself).
job_error = Table(
    "job_error",
    metadata,
    Column("job_id", Integer, primary_key=True, autoincrement=False),
    Column("code", String(80), nullable=False),
)

HAND_MADE = ("job", "job_period", "job_error")
