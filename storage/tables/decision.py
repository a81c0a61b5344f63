"""What somebody was asked to decide or acknowledge, and what they said."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class Decision(SQLModel, table=True):
    """One step of one record: the role and person asked, what is wanted of them, and its state.

    ``ground`` is the key of the ground on which it was refused, ``passed_to`` the person it was handed to; what was
    asked of that person is a row of its own.
    """

    __table_args__ = (
        Index("ix_decision_record", "record_id", "step"),
        Index("ix_decision_person", "person", "state", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id")
    step: int
    role: str
    person: str | None = None
    wants: str
    state: str = "pending"
    note: str | None = None
    ground: str | None = None
    decided_by: str | None = None
    passed_to: str | None = None
    asked_at: datetime = Field(sa_type=UtcTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcTime)
    version: int = 1
