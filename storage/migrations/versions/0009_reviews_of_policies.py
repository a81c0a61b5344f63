"""Owners and review dates of the policies, and how the links in the clauses answered."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "policy_review",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("act", "owner")),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("subject", "follows", name="uq_policy_review_follows"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "policy_review_reminder",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("step", "person")),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("subject", "due", "step", "person", name="uq_policy_review_reminder"),
        sqlite_autoincrement=True,
    )
    _links()


def _links() -> None:
    op.create_table(
        "link_look",
        sa.Column("url", sa.String(), primary_key=True, nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "link_round",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False, autoincrement=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_table(
        "link_asked",
        sa.Column("person", sa.String(), primary_key=True, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    for table in ("link_asked", "link_round", "link_look", "policy_review_reminder", "policy_review"):
        op.drop_table(table)
