"""What HR decided about what the policies leave unclear."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ledger_decision",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        sa.Column("reading", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("withdraws", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("entry", "follows", name="uq_ledger_decision_follows"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("ledger_decision")
