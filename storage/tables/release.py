"""What each release of the product brought of the policies, as this database first met it."""

from datetime import date, datetime
from typing import Any

from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime


class Release(SQLModel, table=True):
    """The clauses and figures of a release. Rows are added and never changed: the first is what HR began with.

    ``digest`` tells one content from another; ``content`` is as ``knowledge.editions.shipping`` writes it.
    """

    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    digest: str
    content: dict[str, Any] = Field(sa_type=Json)
    met_on: date
    met_at: datetime = Field(sa_type=UtcTime)
