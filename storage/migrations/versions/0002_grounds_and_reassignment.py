"""The ground of a refusal, and to whom a decision was handed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COLUMNS = ("ground", "passed_to")


def upgrade() -> None:
    for name in _COLUMNS:
        op.add_column("decision", sa.Column(name, sa.String(), nullable=True))


def downgrade() -> None:
    for name in _COLUMNS:
        op.drop_column("decision", name)
