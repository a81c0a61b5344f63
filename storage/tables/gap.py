"""What people found wanting: questions that they sent to HR, and clauses whose answer did not help."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class Gap(SQLModel, table=True):
    """One question that was sent to HR (``words``), one answer that did not help (``clause``), or a question done with.

    Nothing says who asked. Rows are added and never changed; ``closes`` is the row that is done with, and ``by`` is who
    said so.
    """

    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    words: str
    audience: str
    clause: str
    closes: int | None = Field(default=None, unique=True)
    by: str
    done_on: date
    done_at: datetime = Field(sa_type=UtcTime)
