"""Offers and adoptions of a change.

Revision: 0015, after 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

VALUE = sa.Numeric(precision=18, scale=6)
REFERS = {
    "plan_id": "plan", "change_id": "plan_change", "office_id": "office", "own_plan_id": "plan",
    "offered_by_id": "person", "shown_by_id": "measure", "answered_by_id": "person", "measure_id": "measure",
    "ended_by_id": "person",
}  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "adoption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("own_plan_id", sa.Integer(), nullable=True),
        sa.Column("state", _code("state", "offered", "adopting", "worked", "failed", "declined"), nullable=False),
        sa.Column("offered_by_id", sa.Integer(), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("channels", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("alike", sa.Integer(), nullable=False),
        sa.Column("shown_by_id", sa.Integer(), nullable=True),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("before", VALUE, nullable=True),
        sa.Column("after", VALUE, nullable=True),
        sa.Column("took", sa.Text(), nullable=False),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("refusal", _code("refusal", "not_now", "not_for_us"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        *_outcome(),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_adoption_{name}"))
            for name, table in REFERS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adoption")),
        sa.UniqueConstraint("number", name=op.f("uq_adoption_number")),
        sa.UniqueConstraint("change_id", "office_id", name=op.f("uq_adoption_change_id_office_id")),
    )
    op.create_index("ix_adoption_plan", "adoption", ["plan_id", "id"])
    op.create_index("ix_adoption_office", "adoption", ["office_id", "due_on"])
    op.create_index(op.f("ix_adoption_own_plan_id"), "adoption", ["own_plan_id"])
    op.create_index(op.f("ix_adoption_measure_id"), "adoption", ["measure_id"])


def downgrade() -> None:
    op.drop_table("adoption")


def _outcome() -> tuple["sa.Column[object]", ...]:
    """How it went on once it was taken up."""
    return (
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("differently", sa.Text(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=True),
        sa.Column("baseline", VALUE, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("result", VALUE, nullable=True),
        sa.Column("result_grade", sa.Integer(), nullable=True),
        sa.Column("result_signal", _code("signal", "none", "improving", "worse"), nullable=True),
    )


def _code(name: str, *codes: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=20)
