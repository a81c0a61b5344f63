"""The chain of what was done, and its end."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime


class Audit(SQLModel, table=True):
    """One act. Ids run 1, 2, 3... without a gap and each row carries the hash of the one before."""

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcTime)
    actor: str
    act: str
    subject: str
    detail: dict[str, Any] = Field(sa_type=Json)
    previous_hash: str
    hash: str


class AuditHead(SQLModel, table=True):
    """The single row that says how long the chain is and how it ends, so that a cut at the end shows."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    count: int
    hash: str
