"""Declarations reviews: whom one asks, and what each of them answered; and who was reminded today."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_REMINDS = "template IN ('reminder', 'due', 'review_due')"
_RUNNING = "next_at IS NOT NULL"


def upgrade() -> None:
    _reviews()
    _members()
    op.create_index(
        "ix_notice_reminder",
        "notice",
        ["created_at", "to_person"],
        sqlite_where=sa.text(_REMINDS),
        postgresql_where=sa.text(_REMINDS),
    )


def downgrade() -> None:
    op.drop_index("ix_notice_reminder", "notice")
    op.drop_table("campaign_member")
    op.drop_table("campaign")


def _reviews() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False, primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("owner", "label", "situation", "state")),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("starts_on", "ends_on")),
        sa.Column("next_what", sa.String(), nullable=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in ("complete_at", "closed_at")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_owner", "campaign", ["owner", "id"])
    op.create_index(
        "ix_campaign_due",
        "campaign",
        ["next_at"],
        sqlite_where=sa.text(_RUNNING),
        postgresql_where=sa.text(_RUNNING),
    )


def _members() -> None:
    op.create_table(
        "campaign_member",
        sa.Column("id", sa.Integer(), nullable=False, primary_key=True),
        sa.Column("campaign_id", sa.Integer(), sa.ForeignKey("campaign.id"), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("person", "name")),
        sa.Column("record_id", sa.Integer(), sa.ForeignKey("record.id"), nullable=True),
        sa.Column("nil", sa.Boolean(), nullable=True),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in ("put_off_at", "gone_at")),
        sa.UniqueConstraint("campaign_id", "person", name="uq_campaign_member"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_member_person", "campaign_member", ["person", "campaign_id"])
    op.create_index("ix_campaign_member_record", "campaign_member", ["record_id"])
