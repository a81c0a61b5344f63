"""Contacts that the policies name, as HR found them to stand."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class ContactConfirmation(SQLModel, table=True):
    """Somebody in HR confirmed a contact. Rows are added and never changed.

    ``reads`` is how the contact read then (role, name, address, hours): in other words it is no longer confirmed.
    """

    __tablename__ = "contact_confirmation"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    clause: str
    reads: str
    by: str
    done_on: date
    done_at: datetime = Field(sa_type=UtcTime)
