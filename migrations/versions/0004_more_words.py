"""The word index of milestones and funding requests, as 0002 made it for the others; `flask rebuild` fills it.

Revision: 0004, after 0003
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("milestone_words", "funding_request_words")


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in TABLES:
        if is_sqlite:
            op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(tokens, tokenize='ascii', detail='none')")
        else:
            op.execute(f"CREATE TABLE {table} (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)")
            op.execute(f"CREATE INDEX ix_{table}_tokens ON {table} USING gin (tokens)")


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
