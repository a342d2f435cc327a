"""The job queue: our leased table on SQLite, Procrastinate's schema on PostgreSQL; the periods on both.

Revision: 0003, after 0002
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ENGINE = Path(__file__).resolve().parents[1] / "sql" / "procrastinate_3_10.sql"


def upgrade() -> None:
    op.create_table(
        "job_period",
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("due", sa.Integer, primary_key=True, autoincrement=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        _make_our_table()
    else:
        _install_the_engine()


def downgrade() -> None:
    op.drop_table("job_period")
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("job")
        return
    op.drop_table("job_error")
    for table in ("events", "periodic_defers", "jobs", "workers"):
        op.execute(f"DROP TABLE procrastinate_{table} CASCADE")
    op.execute(DROP_THE_REST)


def _make_our_table() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("key", sa.String(200)),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("locked_by", sa.String(40)),
        sa.Column("lease_until", sa.DateTime(timezone=True)),
        sa.Column("last_error", sa.String(80), nullable=False),
    )
    op.create_index("ix_job_state", "job", ["state", "run_at"])
    op.create_index("uq_job_key", "job", ["key"], unique=True, sqlite_where=sa.text("state = 'waiting'"))


def _install_the_engine() -> None:
    op.create_table(
        "job_error",
        sa.Column("job_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("code", sa.String(80), nullable=False),
    )
    driver = op.get_bind().connection.driver_connection
    driver.execute(ENGINE.read_text())  # many statements at once, and % signs: past SQLAlchemy


DROP_THE_REST = """
DO $$ DECLARE one record;
BEGIN
    FOR one IN SELECT oid::regprocedure AS called FROM pg_proc WHERE proname LIKE 'procrastinate\\_%' LOOP
        EXECUTE 'DROP FUNCTION IF EXISTS ' || one.called || ' CASCADE';
    END LOOP;
    FOR one IN SELECT typname FROM pg_type WHERE typname LIKE 'procrastinate\\_%' AND typtype IN ('e', 'c') LOOP
        EXECUTE 'DROP TYPE IF EXISTS ' || one.typname || ' CASCADE';
    END LOOP;
END $$
"""
