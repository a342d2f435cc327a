"""An offer that was withdrawn stands beside the one that is made again, so that its reason is kept.

Going down, the newest of several offers of a change to an office stays and the withdrawn ones before it go: the release
before has room for one, and wrote over them itself. The log keeps that they were.

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ONCE, CURRENT = ["change_id", "office_id"], sa.text("state <> 'withdrawn'")
OLD = (
    "DELETE FROM adoption WHERE EXISTS (SELECT 1 FROM adoption later WHERE later.change_id = adoption.change_id "
    "AND later.office_id = adoption.office_id AND later.number > adoption.number)"
)


def upgrade() -> None:
    with op.batch_alter_table("adoption") as table:
        table.drop_constraint("uq_adoption_change_id_office_id", type_="unique")
    op.create_index(
        "uq_adoption_current", "adoption", ONCE, unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT
    )
    op.create_index(op.f("ix_adoption_change_id"), "adoption", ["change_id"])


def downgrade() -> None:
    op.execute(OLD)
    op.drop_index(op.f("ix_adoption_change_id"), "adoption")
    op.drop_index("uq_adoption_current", "adoption")
    with op.batch_alter_table("adoption") as table:
        table.create_unique_constraint("uq_adoption_change_id_office_id", ONCE)
