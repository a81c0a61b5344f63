"""What HR taught the bot to understand."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class TaughtPhrase(SQLModel, table=True):
    """One text with the situation that it means or the clause that answers it; or the taking back of an earlier row.

    Rows are added and never changed. ``undoes`` is the row that is taken back, None where something is taught.
    """

    __tablename__ = "taught_phrase"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    text: str
    situation: str
    clause: str
    undoes: int | None = Field(default=None, unique=True)
    by: str
    done_on: date
    done_at: datetime = Field(sa_type=UtcTime)
