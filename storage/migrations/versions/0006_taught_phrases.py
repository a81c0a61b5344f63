"""What HR taught the bot to understand."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "taught_phrase",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("text", "situation", "clause")),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("undoes"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("taught_phrase")
