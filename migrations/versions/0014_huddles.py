"""Huddles, their notes and actions.

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KINDS = (
    "action", "milestone_late", "milestone_due", "blocker_open", "blocker_taken", "blocker_answered", "plan_accepted",
    "report_linked", "report_seen", "milestone_done", "report_fixed", "measure_improving", "blocker_settled",
    "action_done", "other",
)  # fmt: skip


def upgrade() -> None:
    _make_huddles()
    _make_presences()
    _make_points()
    _make_actions()


def downgrade() -> None:
    for name in ("huddle_action", "huddle_point", "huddle_presence", "huddle"):
        op.drop_table(name)


def _make_huddles() -> None:
    op.create_table(
        "huddle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("meets_on", sa.Date(), nullable=False),
        sa.Column("begins", sa.Time(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.Column("guests", sa.Text(), nullable=False),
        sa.Column(
            "state", sa.Enum("planned", "closed", name="huddlestate", native_enum=False, length=20), nullable=False
        ),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.ForeignKeyConstraint(["closed_by_id"], ["person.id"], name=op.f("fk_huddle_closed_by_id")),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_huddle_cycle_id")),
        sa.ForeignKeyConstraint(["host_id"], ["person.id"], name=op.f("fk_huddle_host_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huddle")),
        sa.UniqueConstraint("cycle_id", "meets_on", name=op.f("uq_huddle_cycle_id_meets_on")),
        sa.UniqueConstraint("number", name=op.f("uq_huddle_number")),
    )
    op.create_index(op.f("ix_huddle_host_id"), "huddle", ["host_id"])
    op.create_index("ix_huddle_meets", "huddle", ["meets_on", "id"])


def _make_presences() -> None:
    op.create_table(
        "huddle_presence",
        sa.Column("huddle_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["huddle_id"], ["huddle.id"], name=op.f("fk_huddle_presence_huddle_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_huddle_presence_person_id")),
        sa.PrimaryKeyConstraint("huddle_id", "person_id", name=op.f("pk_huddle_presence")),
    )
    op.create_index(op.f("ix_huddle_presence_person_id"), "huddle_presence", ["person_id"])


def _make_points() -> None:
    op.create_table(
        "huddle_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("huddle_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="pointkind", native_enum=False, length=20), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("who_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.ForeignKeyConstraint(["huddle_id"], ["huddle.id"], name=op.f("fk_huddle_point_huddle_id")),
        sa.ForeignKeyConstraint(["who_id"], ["person.id"], name=op.f("fk_huddle_point_who_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huddle_point")),
        sa.UniqueConstraint("huddle_id", "key", name=op.f("uq_huddle_point_huddle_id_key")),
    )
    op.create_index("ix_huddle_point_told", "huddle_point", ["kind", "thing_id", "huddle_id"])


def _make_actions() -> None:
    op.create_table(
        "huddle_action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("huddle_id", sa.Integer(), nullable=False),
        sa.Column("point", sa.String(40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "state", sa.Enum("open", "done", "dropped", name="actionstate", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.ForeignKeyConstraint(["huddle_id"], ["huddle.id"], name=op.f("fk_huddle_action_huddle_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_huddle_action_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_huddle_action")),
    )
    op.create_index(op.f("ix_huddle_action_huddle_id"), "huddle_action", ["huddle_id"])
    op.create_index("ix_huddle_action_owner", "huddle_action", ["owner_id", "state", "due_on"])
