"""The stamp of the tree, renewed by the database with every change of an office or of its rules.

Revision: 0005, after 0004
"""

import secrets

import sqlalchemy as sa
from alembic import op

from app.core import triggers

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    made = op.create_table(
        "tree_stamp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(40), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_tree_stamp_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tree_stamp")),
    )
    op.bulk_insert(made, [{"id": 1, "token": secrets.token_hex(16)}])


def downgrade() -> None:
    for statement in triggers.removals(op.get_bind(), "tree_stamp"):
        op.execute(statement)
    op.drop_table("tree_stamp")
