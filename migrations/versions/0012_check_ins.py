"""Check-ins, blockers, how plans end.

Revision: 0012, after 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _turns()
    _check_ins()
    _links()
    _blockers()
    _blocker_steps()


def downgrade() -> None:
    for table in ("blocker_step", "blocker", "check_in_link", "check_in", "plan_turn"):
        op.drop_table(table)


def _code(name: str, *choices: str) -> sa.Enum:
    return sa.Enum(*choices, name=name, native_enum=False, length=20)


def _turns() -> None:
    op.create_table(
        "plan_turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("kind", _code("turnkind", "paused", "resumed", "completed", "stopped"), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("copied", sa.Text(), nullable=False),
        sa.Column("measured", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_plan_turn_by_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_turn_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_turn")),
    )
    op.create_index(op.f("ix_plan_turn_plan_id"), "plan_turn", ["plan_id"])


def _check_ins() -> None:
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=False),
        sa.Column("state", _code("checkinstate", "open", "answered", "silent", "excused"), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("silences", sa.Integer(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.Column("stuck", sa.Text(), nullable=False),
        sa.Column("needed", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["answered_by_id"], ["person.id"], name=op.f("fk_check_in_answered_by_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_check_in_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("plan_id", "asked_on", name=op.f("uq_check_in_plan_id_asked_on")),
    )
    op.create_index("ix_check_in_state", "check_in", ["state", "due_on"])


def _links() -> None:
    op.create_table(
        "check_in_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("check_in_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["check_in_id"], ["check_in.id"], name=op.f("fk_check_in_link_check_in_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_check_in_link_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_check_in_link_token_hash")),
    )
    op.create_index(op.f("ix_check_in_link_check_in_id"), "check_in_link", ["check_in_id"])
    op.create_index(op.f("ix_check_in_link_person_id"), "check_in_link", ["person_id"])


def _blockers() -> None:
    op.create_table(
        "blocker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("check_in_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("raised_by_id", sa.Integer(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("asked_of_id", sa.Integer(), nullable=False),
        sa.Column("level_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", _code("blockerstate", "open", "taken", "answered", "settled"), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["asked_of_id"], ["person.id"], name=op.f("fk_blocker_asked_of_id")),
        sa.ForeignKeyConstraint(["check_in_id"], ["check_in.id"], name=op.f("fk_blocker_check_in_id")),
        sa.ForeignKeyConstraint(["level_id"], ["office.id"], name=op.f("fk_blocker_level_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_blocker_plan_id")),
        sa.ForeignKeyConstraint(["raised_by_id"], ["person.id"], name=op.f("fk_blocker_raised_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocker")),
    )
    op.create_index(op.f("ix_blocker_plan_id"), "blocker", ["plan_id"])
    op.create_index("ix_blocker_state", "blocker", ["state", "id"])
    op.create_index("ix_blocker_asked_of", "blocker", ["asked_of_id", "state"])


def _blocker_steps() -> None:
    kinds = ("raised", "taken", "answered", "passed_up", "reopened", "settled", "moved")
    op.create_table(
        "blocker_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("blocker_id", sa.Integer(), nullable=False),
        sa.Column("kind", _code("stepkind", *kinds), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("asked_of_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["asked_of_id"], ["person.id"], name=op.f("fk_blocker_step_asked_of_id")),
        sa.ForeignKeyConstraint(["blocker_id"], ["blocker.id"], name=op.f("fk_blocker_step_blocker_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_blocker_step_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocker_step")),
    )
    op.create_index(op.f("ix_blocker_step_blocker_id"), "blocker_step", ["blocker_id"])
