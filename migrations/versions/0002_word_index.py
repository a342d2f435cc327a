"""The word index: one table per kind of thing, FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Revision: 0002, after 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("pain_point_words", "plan_words", "report_words")


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in TABLES:
        if is_sqlite:
            # Tokens come ready made; "ascii" parts them at blanks only and takes other scripts as they are.
            op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(tokens, tokenize='ascii', detail='none')")
        else:
            op.execute(f"CREATE TABLE {table} (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)")
            op.execute(f"CREATE INDEX ix_{table}_tokens ON {table} USING gin (tokens)")


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
