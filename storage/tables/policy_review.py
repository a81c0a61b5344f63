"""Who owns a policy or a part of it and when it falls due for review, and who was reminded of that."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.codec import UtcTime


class PolicyReview(SQLModel, table=True):
    """What was set for a part of the policies, or that it was reviewed; ``owner`` and ``due`` are as they stood then.

    ``subject`` is the id of a clause, or a policy with its headings (``policy::heading``). An ``owner`` of "" and a
    ``due`` of None: the wider part counts. ``act`` is ``set`` or ``reviewed``. Rows are added and never changed;
    ``follows`` is the row of the same subject before it (0: none).
    """

    __tablename__ = "policy_review"
    __table_args__ = (
        UniqueConstraint("subject", "follows", name="uq_policy_review_follows"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    follows: int
    act: str
    owner: str
    due: date | None = None
    by: str
    done_on: date
    done_at: datetime = Field(sa_type=UtcTime)


class ReviewReminder(SQLModel, table=True):
    """That somebody was reminded of a review date: ``ahead`` of it, or when it was ``due``. Each once."""

    __tablename__ = "policy_review_reminder"
    __table_args__ = (
        UniqueConstraint("subject", "due", "step", "person", name="uq_policy_review_reminder"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    due: date
    step: str
    person: str
    told_at: datetime = Field(sa_type=UtcTime)
