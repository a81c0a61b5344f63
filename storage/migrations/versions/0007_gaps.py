"""What people found wanting: questions sent to HR, and clauses whose answer did not help."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gap",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("words", "audience", "clause")),
        sa.Column("closes", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("closes"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("gap")
