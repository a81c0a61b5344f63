"""What HR propose to change in the policies, and what became of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.codec import Json, UtcTime


class Edition(SQLModel, table=True):
    """One proposal: clauses in other words and figures that change with them, to hold from a day on. Never changed.

    ``edits`` are kept as ``knowledge.editions.edits`` writes them. ``follows`` gives for each clause and figure of it
    the edition that changed it last when this one was written (0: none). ``document`` names the file it came from.
    One that is proposed for the day on which it is made holds from the day on which it is published.
    """

    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    author: str
    why: str
    document: str
    since: date
    edits: dict[str, Any] = Field(sa_type=Json)
    follows: dict[str, int] = Field(sa_type=Json)
    made_on: date
    made_at: datetime = Field(sa_type=UtcTime)


class EditionAct(SQLModel, table=True):
    """What somebody did with an edition: ``published``, ``withdrawn``, ``rolled_back`` or ``reviewed`` a clause of it.

    Rows are added and never changed. Each ``step`` is taken once: the first two acts are the step ``settled``.
    ``why`` is the reason given, ``failing`` are the golden cases that were overridden.
    """

    __tablename__ = "edition_act"
    __table_args__ = (
        UniqueConstraint("edition", "step", "subject", name="uq_edition_act_step"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    edition: int = Field(foreign_key="edition.id")
    step: str
    act: str
    subject: str = ""
    by: str
    why: str
    failing: list[str] = Field(sa_type=Json)
    done_on: date
    done_at: datetime = Field(sa_type=UtcTime)
