"""Where a person can be reached."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime


class Person(SQLModel, table=True):
    """A person by Entra id: how to write to them once the bot has met them, and what they let it remember."""

    id: str = Field(primary_key=True)
    reference: dict[str, Any] | None = Field(default=None, sa_type=Json)
    met_at: datetime | None = Field(default=None, sa_type=UtcTime)
    blocked: bool = False
    profile: dict[str, Any] = Field(sa_type=Json)
    updated_at: datetime = Field(sa_type=UtcTime)
