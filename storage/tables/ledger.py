"""What HR decided about what the policies leave unclear."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class LedgerDecision(SQLModel, table=True):
    """One decision on an entry, or the withdrawal of one. Rows are added and never changed.

    ``follows`` is the row of the same entry that came before (0: none), so that two people cannot both follow one row.
    ``reading`` is empty where the decision is words alone; ``since`` is the first day on which it holds.
    """

    __tablename__ = "ledger_decision"
    __table_args__ = (
        UniqueConstraint("entry", "follows", name="uq_ledger_decision_follows"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    entry: str
    follows: int
    reading: str
    words: str
    withdraws: bool
    since: date
    decided_by: str
    decided_on: date
    decided_at: datetime = Field(sa_type=UtcTime)
