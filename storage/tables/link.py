"""How the links in the clauses answered when they were last looked at, and who asked to look."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class LinkLook(SQLModel, table=True):
    """How a link answered the last time: its HTTP ``status``, or the ``reason`` why there was none."""

    __tablename__ = "link_look"

    url: str = Field(primary_key=True)
    status: int | None = None
    reason: str
    looked_at: datetime = Field(sa_type=UtcTime)


class LinkRound(SQLModel, table=True):
    """The one row (``id`` 1) by which processes agree who looks at the links: when that began, and when it ended."""

    __tablename__ = "link_round"

    id: int = Field(primary_key=True)
    began_at: datetime | None = Field(default=None, sa_type=UtcTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcTime)


class LinkAsked(SQLModel, table=True):
    """Somebody who asked to have the links looked at now, and waits to be told how they answered."""

    __tablename__ = "link_asked"

    person: str = Field(primary_key=True)
    asked_at: datetime = Field(sa_type=UtcTime)
