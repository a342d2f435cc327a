"""Small tests, calendar feeds.

Revision: 0013, after 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_trials()
    _make_notes()
    _make_feeds()


def downgrade() -> None:
    op.drop_table("calendar_feed")
    op.drop_table("trial_note")
    op.drop_table("trial")


def _make_trials() -> None:
    op.create_table(
        "trial",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("prediction", sa.Text(), nullable=False),
        sa.Column("predicted", sa.Numeric(precision=18, scale=6), nullable=True),
        sa.Column("predicted_on", sa.Date(), nullable=False),
        sa.Column("happened", sa.Text(), nullable=False),
        sa.Column("result", sa.Numeric(precision=18, scale=6), nullable=True),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column(
            "act", sa.Enum("adopt", "adapt", "abandon", name="act", native_enum=False, length=20), nullable=True
        ),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("studied_on", sa.Date(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_trial_dates")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_trial_plan_id")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_trial_measure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_trial_plan_id_number")),
    )
    op.create_index(op.f("ix_trial_measure_id"), "trial", ["measure_id"])
    op.create_index("ix_trial_starts", "trial", ["starts_on", "id"])
    op.create_index("ix_trial_ends", "trial", ["ends_on", "id"])


def _make_notes() -> None:
    op.create_table(
        "trial_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("trial_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["trial_id"], ["trial.id"], name=op.f("fk_trial_note_trial_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_trial_note_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial_note")),
    )
    op.create_index(op.f("ix_trial_note_trial_id"), "trial_note", ["trial_id"])


def _make_feeds() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "shows", sa.Enum("mine", "office", "all", name="shows", native_enum=False, length=20), nullable=False
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_index(
        "uq_calendar_feed_running", "calendar_feed", ["person_id"], unique=True,
        sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL"),
    )
