"""Messages on their way out, and the cards already posted."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime

_UNDELIVERED = text("state IN ('pending', 'waiting', 'sending')")
_HAS_TURN = text("turn_key IS NOT NULL")
_REMINDS = text("template IN ('reminder', 'due', 'review_due')")


class Notice(SQLModel, table=True):
    """One message to one person. The id is its place in the order: it only grows and is never used again."""

    __table_args__ = (
        Index("ix_notice_undelivered", "to_person", "id", sqlite_where=_UNDELIVERED, postgresql_where=_UNDELIVERED),
        Index("ix_notice_turn", "turn_key", sqlite_where=_HAS_TURN, postgresql_where=_HAS_TURN),
        Index("ix_notice_state", "state", "kind", "sent_at"),
        Index("ix_notice_record", "record_id"),
        Index("ix_notice_reminder", "created_at", "to_person", sqlite_where=_REMINDS, postgresql_where=_REMINDS),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    to_person: str
    kind: str
    template: str
    body: dict[str, Any] = Field(sa_type=Json)
    record_id: int | None = Field(default=None, foreign_key="record.id")
    card: str | None = None
    turn_key: str | None = None
    not_before: datetime | None = Field(default=None, sa_type=UtcTime)
    state: str = "pending"
    attempts: int = 0
    repeats: int = 0
    claimed_until: datetime | None = Field(default=None, sa_type=UtcTime)
    claimed_by: str | None = None
    created_at: datetime = Field(sa_type=UtcTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcTime)
    activity_id: str | None = None
    error: str | None = None


class Posted(SQLModel, table=True):
    """Where the card of a record stands in a person's chat, so that it can be updated in place."""

    __table_args__ = (UniqueConstraint("record_id", "person", "view", name="uq_posted_card"),)

    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id")
    person: str
    view: str
    conversation_id: str
    activity_id: str
