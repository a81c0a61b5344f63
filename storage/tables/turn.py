"""Messages already handled."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime


class Turn(SQLModel, table=True):
    """A keyed hash of a handled activity and, for an invoke, the answer it got. No person, no conversation."""

    key: str = Field(primary_key=True)
    answer: dict[str, Any] | None = Field(default=None, sa_type=Json)
    created_at: datetime = Field(sa_type=UtcTime, index=True)
