"""What each release brought of the policies."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("name", "digest")),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=False),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("release")
