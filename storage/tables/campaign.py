"""A review of declarations: whom it asks, until when, and what each of them answered."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.codec import UtcTime

_RUNNING = text("next_at IS NOT NULL")


class Campaign(SQLModel, table=True):
    """One review that a person started for a group of people; ``open`` until its owner closes it.

    ``next_what`` is what happens next by itself, at ``next_at``: a reminder, or telling the owner that it is over.
    """

    __table_args__ = (
        Index("ix_campaign_owner", "owner", "id"),
        Index("ix_campaign_due", "next_at", sqlite_where=_RUNNING, postgresql_where=_RUNNING),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    owner: str
    label: str
    situation: str
    state: str = "open"
    starts_on: date
    ends_on: date
    next_what: str | None = None
    next_at: datetime | None = Field(default=None, sa_type=UtcTime)
    started_at: datetime = Field(sa_type=UtcTime)
    complete_at: datetime | None = Field(default=None, sa_type=UtcTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class CampaignMember(SQLModel, table=True):
    """One person in a review. Answered when ``record_id`` names a record that was not withdrawn; ``nil`` as it says.

    ``name`` is kept from the start, so that somebody who leaves the directory (``gone_at``) can still be named.
    """

    __tablename__ = "campaign_member"
    __table_args__ = (
        UniqueConstraint("campaign_id", "person", name="uq_campaign_member"),
        Index("ix_campaign_member_person", "person", "campaign_id"),
        Index("ix_campaign_member_record", "record_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    person: str
    name: str
    record_id: int | None = Field(default=None, foreign_key="record.id")
    nil: bool | None = None
    put_off_at: datetime | None = Field(default=None, sa_type=UtcTime)
    gone_at: datetime | None = Field(default=None, sa_type=UtcTime)
