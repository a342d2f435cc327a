"""Process maps and their steps.

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KINDS = sa.Enum("as_is", "to_be", "observed", name="kind", native_enum=False, length=20)
RULES = sa.Enum("law", "regulation", "policy", "habit", "system", name="rule", native_enum=False, length=20)
PROMISED = sa.text("kind != 'observed'")


def upgrade() -> None:
    op.create_table(
        "process_map",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("kind", KINDS, nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by_id", sa.Integer(), nullable=False),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.CheckConstraint("(kind = 'observed') = (seen_on IS NOT NULL)", name=op.f("ck_process_map_dated")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_process_map_plan_id_plan")),
        sa.ForeignKeyConstraint(["saved_by_id"], ["person.id"], name=op.f("fk_process_map_saved_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_map")),
        sa.UniqueConstraint("plan_id", "kind", "seen_on", name=op.f("uq_process_map_plan_id_kind_seen_on")),
    )
    op.create_index(
        "uq_process_map_promised", "process_map", ["plan_id", "kind"], unique=True,
        sqlite_where=PROMISED, postgresql_where=PROMISED,
    )
    op.create_table(
        "map_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("map_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("work", sa.Integer(), nullable=False),
        sa.Column("wait", sa.Integer(), nullable=False),
        sa.Column("right_of_100", sa.Integer(), nullable=True),
        sa.Column("rule", RULES, nullable=True),
        sa.Column("rule_name", sa.Text(), nullable=False),
        sa.Column("rule_owner", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.CheckConstraint(
            "work >= 0 AND wait >= 0 AND right_of_100 BETWEEN 0 AND 100", name=op.f("ck_map_step_within")
        ),
        sa.ForeignKeyConstraint(["map_id"], ["process_map.id"], name=op.f("fk_map_step_map_id_process_map")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_map_step")),
        sa.UniqueConstraint("map_id", "position", name=op.f("uq_map_step_map_id_position")),
    )


def downgrade() -> None:
    op.drop_table("map_step")
    op.drop_index("uq_process_map_promised", table_name="process_map")
    op.drop_table("process_map")
