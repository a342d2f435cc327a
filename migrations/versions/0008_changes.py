"""Changes say which process is rethought and who owns it.

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

COLUMNS = ("process", "service_owner", "technology_owner")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("plan_change", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("plan_change") as table:
        for name in COLUMNS:
            table.drop_column(name)
