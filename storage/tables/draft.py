"""A conversation that is not finished: the answers are the state."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime

_ACTIVE = text("state = 'active'")


class Draft(SQLModel, table=True):
    """The answers a person has given so far in one situation. At most one is active, any number are parked.

    One that ended keeps no answers, only that it was ``filed`` (and as what) or ``cancelled``, so that an old card
    of it can say so.
    """

    __table_args__ = (
        Index("uq_draft_active", "person", unique=True, sqlite_where=_ACTIVE, postgresql_where=_ACTIVE),
        Index("ix_draft_person", "person", "state", "updated_at"),
        Index("ix_draft_updated", "updated_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    person: str
    situation: str
    audience: str
    state: str = "active"
    answers: dict[str, Any] = Field(sa_type=Json)
    meta: dict[str, Any] = Field(sa_type=Json)
    reference: str | None = None
    created_at: datetime = Field(sa_type=UtcTime)
    updated_at: datetime = Field(sa_type=UtcTime)
    version: int = 1
