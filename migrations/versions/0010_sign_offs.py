"""Sign-offs of channel owners.

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _code(*choices: str, name: str) -> sa.Enum:
    return sa.Enum(*choices, name=name, native_enum=False, length=20)


def _instant(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def _points(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "sign_off",
        _number("id", nullable=False),
        _number("plan_id", nullable=False),
        _number("channel_id", nullable=False),
        _number("version_id", nullable=False),
        sa.Column("state", _code("requested", "given", "escalated", name="state"), nullable=False),
        _number("asked_id"),
        sa.Column("asked_as", _code("owner", "for_writer", "for_nobody", name="standing"), nullable=False),
        _number("passed_id"),
        _number("asked_by_id", nullable=False),
        _instant("asked_at", nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("rests_on", sa.JSON(), nullable=False),
        sa.Column("word", _code("agree", "agree_if", "cannot", name="word"), nullable=True),
        _text("words"),
        _number("given_by_id"),
        _instant("given_at"),
        _text("met_words"),
        _number("met_by_id"),
        _instant("met_at"),
        sa.Column("is_met", sa.Boolean(), nullable=True),
        _text("met_answer"),
        _number("met_answered_by_id"),
        _instant("met_answered_at"),
        _instant("reminded_at"),
        _instant("silence_told_at"),
        _number("lock", nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        _points("sign_off", "plan_id", "plan"),
        _points("sign_off", "channel_id", "channel"),
        _points("sign_off", "version_id", "plan_version"),
        *(
            _points("sign_off", column, "person")
            for column in ("asked_id", "passed_id", "asked_by_id", "given_by_id", "met_by_id", "met_answered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    op.create_index("ix_sign_off_asked", "sign_off", ["asked_id", "state"])
    op.create_index("ix_sign_off_channel", "sign_off", ["plan_id", "channel_id", "id"])
    op.create_table(
        "escalation",
        _number("id", nullable=False),
        _number("sign_off_id", nullable=False),
        _number("decider_id"),
        _number("passed_id"),
        _instant("raised_at", nullable=False),
        _text("view"),
        _number("view_by_id"),
        _instant("view_at"),
        sa.Column("outcome", _code("upheld", "goes_ahead", "changed", "settled", name="outcome"), nullable=True),
        _text("reason"),
        _number("decided_by_id"),
        _instant("decided_at"),
        _number("lock", nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        _points("escalation", "sign_off_id", "sign_off"),
        *(_points("escalation", one, "person") for one in ("decider_id", "passed_id", "view_by_id", "decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
        sa.UniqueConstraint("sign_off_id", name=op.f("uq_escalation_sign_off_id")),
    )
    op.create_index("ix_escalation_decider", "escalation", ["decider_id", "outcome"])
    op.create_table(
        "version_sign_off",
        _number("version_id", nullable=False),
        _number("channel_id", nullable=False),
        _number("sign_off_id", nullable=False),
        _points("version_sign_off", "version_id", "plan_version"),
        _points("version_sign_off", "channel_id", "channel"),
        _points("version_sign_off", "sign_off_id", "sign_off"),
        sa.PrimaryKeyConstraint("version_id", "channel_id", name=op.f("pk_version_sign_off")),
    )
    op.create_index("ix_version_sign_off_sign_off", "version_sign_off", ["sign_off_id"])


def downgrade() -> None:
    op.drop_table("version_sign_off")
    op.drop_table("escalation")
    op.drop_table("sign_off")
