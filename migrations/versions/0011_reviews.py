"""Remarks on sections, coaches.

Revision: 0011, after 0010

A coach is a grant of role_grant for the office and cycle of a plan, so only remarks need tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

STATE = sa.Enum("open", "answered", "settled", name="remarkstate", native_enum=False, length=20)


def upgrade() -> None:
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", STATE, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_remark_author_id_person")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_remark_plan_id_plan")),
        sa.ForeignKeyConstraint(["settled_by_id"], ["person.id"], name=op.f("fk_remark_settled_by_id_person")),
        sa.ForeignKeyConstraint(["version_id"], ["plan_version.id"], name=op.f("fk_remark_version_id_plan_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index("ix_remark_plan", "remark", ["plan_id", "state", "id"])
    op.create_index(op.f("ix_remark_version_id"), "remark", ["version_id"])
    op.create_table(
        "remark_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("remark_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("is_question", sa.Boolean(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_remark_answer_author_id_person")),
        sa.ForeignKeyConstraint(["remark_id"], ["remark.id"], name=op.f("fk_remark_answer_remark_id_remark")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark_answer")),
    )
    op.create_index(op.f("ix_remark_answer_remark_id"), "remark_answer", ["remark_id"])


def downgrade() -> None:
    op.drop_table("remark_answer")
    op.drop_table("remark")
