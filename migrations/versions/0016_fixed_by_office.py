"""What one office fixed is found without looking through the agency.

Revision: 0016, after 0015
"""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_pain_point_office_fixed"), "pain_point", ["office_id", "fixed_on"])


def downgrade() -> None:
    op.drop_index(op.f("ix_pain_point_office_fixed"), "pain_point")
