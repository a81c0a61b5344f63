"""What was filed, and the series its references are taken from."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime, pounds

_GIVEN = text("giver_key IS NOT NULL")
_FOR_ANOTHER = text("on_behalf_of IS NOT NULL")


class Record(SQLModel, table=True):
    """One gift, incident, declaration, request, acknowledgement or notice.

    ``person`` filed it, ``on_behalf_of`` is whom they filed it for, ``concerns`` is the one of the two it is about.
    ``counts`` says that it adds to what this giver has given (accepted or not yet decided). Money is in pence.
    """

    __table_args__ = (
        UniqueConstraint("reference", name="uq_record_reference"),
        UniqueConstraint("kind", "year", "number", name="uq_record_series"),
        Index("ix_record_concerns", "concerns", "filed_at", "id"),
        Index("ix_record_person", "person", "filed_at", "id", sqlite_where=_FOR_ANOTHER, postgresql_where=_FOR_ANOTHER),
        Index(
            "ix_record_earlier",
            "concerns",
            "giver_key",
            "filed_at",
            "id",
            sqlite_where=_GIVEN,
            postgresql_where=_GIVEN,
        ),  # fmt: skip
        Index("ix_record_giver", "giver_key", "filed_at", "id", sqlite_where=_GIVEN, postgresql_where=_GIVEN),
        Index("ix_record_kind", "kind", "filed_at", "id"),
        Index("ix_record_kind_status", "kind", "status", "filed_at", "id"),
        Index("ix_record_status", "status", "filed_at", "id"),
        Index("ix_record_filed", "filed_at", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    reference: str
    kind: str
    year: int
    number: int
    situation: str
    audience: str
    person: str
    on_behalf_of: str | None = None
    concerns: str
    answers: dict[str, Any] = Field(sa_type=Json)
    ruling: dict[str, Any] = Field(sa_type=Json)
    status: str
    sensitivity: str = "normal"
    giver: str | None = None
    giver_key: str | None = None
    value_pence: int | None = Field(default=None, sa_type=BigInteger)
    offered_on: date | None = None
    event_on: date | None = None
    organisation: str | None = None
    device: str | None = None
    counts: bool = False
    filed_at: datetime = Field(sa_type=UtcTime)
    changed_at: datetime = Field(sa_type=UtcTime)
    version: int = 1

    @property
    def value(self) -> Decimal | None:
        """What it was worth in pounds, None when not known."""
        return None if self.value_pence is None else pounds(self.value_pence)


class Series(SQLModel, table=True):
    """The last number given out for a kind in a year. Its row is locked until the filing commits: no gaps."""

    kind: str = Field(primary_key=True)
    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last: int
