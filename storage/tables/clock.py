"""What falls due when."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.codec import UtcTime

_RUNNING = text("done_at IS NULL")


class Clock(SQLModel, table=True):
    """One deadline or reminder of a record; running until ``done_at`` is set."""

    __table_args__ = (
        Index("ix_clock_due", "due_at", "id", sqlite_where=_RUNNING, postgresql_where=_RUNNING),
        Index("ix_clock_record", "record_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    record_id: int = Field(foreign_key="record.id")
    what: str
    due_at: datetime = Field(sa_type=UtcTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)
