"""Nominations, endorsements, scores and who was selected; whether somebody is credited by name.

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATES = ("draft", "submitted", "shortlisted", "selected", "not_selected", "accepted", "declined")
LIVE = sa.text("state IN ('submitted', 'shortlisted', 'selected', 'accepted')")
SELECTED = sa.text("state = 'selected'")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    credit = sa.Enum("unset", "by_name", "no_name", name="credit", native_enum=False, length=20)
    op.add_column("person", sa.Column("credit", credit, nullable=False, server_default="unset"))
    op.add_column("cycle", sa.Column("nominate_until", sa.Date(), nullable=True))
    _nominations()
    _words()
    _scores()


def downgrade() -> None:
    for table in ("score", "assessment", "conflict_of_interest", "endorsement", "criterion", "nomination"):
        op.drop_table(table)
    op.drop_column("cycle", "nominate_until")
    op.drop_column("person", "credit")


def _nominations() -> None:
    op.create_table(
        "nomination",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("nominee_id", sa.Integer(), nullable=False),
        sa.Column("nominator_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="nominationstate", native_enum=False, length=20), nullable=False),
        sa.Column("thinks_ahead", sa.Text(), nullable=False),
        sa.Column("respected", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("submitted_at", INSTANT, nullable=True),
        sa.Column("shortlisted_at", INSTANT, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_nomination_{column}_{table}"))
            for column, table in (
                ("cycle_id", "cycle"), ("office_id", "office"), ("nominee_id", "person"), ("nominator_id", "person"),
                ("decided_by_id", "person"), ("seat_id", "seat"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomination")),
        sa.UniqueConstraint("number", name=op.f("uq_nomination_number")),
    )  # fmt: skip
    for column in ("office_id", "nominee_id", "nominator_id"):
        op.create_index(op.f(f"ix_nomination_{column}"), "nomination", [column])
    op.create_index("ix_nomination_cycle_state", "nomination", ["cycle_id", "state", "number"])
    for name, columns, where in (
        ("uq_nomination_live", ["cycle_id", "nominee_id"], LIVE),
        ("uq_nomination_selected", ["cycle_id", "office_id"], SELECTED),
    ):
        op.create_index(name, "nomination", columns, unique=True, sqlite_where=where, postgresql_where=where)


def _words() -> None:
    """What people say to a nomination: endorsements, and conflicts of interest."""
    for table, instant in (("endorsement", "given_at"), ("conflict_of_interest", "declared_at")):
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("nomination_id", sa.Integer(), nullable=False),
            sa.Column("person_id", sa.Integer(), nullable=False),
            sa.Column("words", sa.Text(), nullable=False),
            sa.Column(instant, INSTANT, nullable=False),
            sa.Column("salt", sa.LargeBinary(16), nullable=False),
            sa.ForeignKeyConstraint(
                ["nomination_id"], ["nomination.id"], name=op.f(f"fk_{table}_nomination_id_nomination")
            ),
            sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id_person")),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint("nomination_id", "person_id", name=op.f(f"uq_{table}_nomination_id_person_id")),
        )
        op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"])


def _scores() -> None:
    op.create_table(
        "criterion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("question", sa.String(300), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_criterion_cycle_id_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint("cycle_id", "position", name=op.f("uq_criterion_cycle_id_position")),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("scorer_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("saved_at", INSTANT, nullable=False),
        sa.Column("lock", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nomination.id"], name=op.f("fk_assessment_nomination_id_nomination")
        ),
        sa.ForeignKeyConstraint(["scorer_id"], ["person.id"], name=op.f("fk_assessment_scorer_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("nomination_id", "scorer_id", name=op.f("uq_assessment_nomination_id_scorer_id")),
    )
    op.create_index(op.f("ix_assessment_scorer_id"), "assessment", ["scorer_id"])
    op.create_table(
        "score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.CheckConstraint("points BETWEEN 1 AND 5", name=op.f("ck_score_points")),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_score_assessment_id_assessment")),
        sa.ForeignKeyConstraint(["criterion_id"], ["criterion.id"], name=op.f("fk_score_criterion_id_criterion")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
        sa.UniqueConstraint("assessment_id", "criterion_id", name=op.f("uq_score_assessment_id_criterion_id")),
    )
    op.create_index(op.f("ix_score_criterion_id"), "score", ["criterion_id"])
