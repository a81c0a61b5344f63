"""Owners and review dates of the policies as they are kept: each change a row, with its audit row; never changed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, select

from storage import audit
from storage.codec import utc
from storage.tables import PolicyReview, ReviewReminder
from storage.upserts import insert_into

SET, REVIEWED, TAKEN_BACK = "set", "reviewed", "taken_back"
AHEAD, DUE = "ahead", "due"
_ALL = select(PolicyReview).order_by(PolicyReview.id)


@dataclass(frozen=True, slots=True)
class Kept:
    """How a part of the policies stands: its last row, and the rows of its reviews that were not taken back.

    ``before``: the row that each of them followed (None: it was the first).
    """

    last: PolicyReview
    reviews: tuple[PolicyReview, ...] = ()
    before: tuple[PolicyReview | None, ...] = ()

    @property
    def reviewed(self) -> PolicyReview | None:
        """The row of its last review; None where it was never reviewed."""
        return self.reviews[-1] if self.reviews else None

    def and_then(self, row: PolicyReview) -> "Kept":
        """Give how it stands with one more row."""
        if row.act == REVIEWED:
            return Kept(row, (*self.reviews, row), (*self.before, self.last))
        if row.act == TAKEN_BACK:
            return Kept(row, self.reviews[:-1], self.before[:-1])
        return Kept(row, self.reviews, self.before)


def add(
    *,
    session: Session,
    subject: str,
    follows: int,
    owner: str,
    due: date | None,
    by: str,
    now: datetime,
    act: str = SET,
) -> PolicyReview | None:
    """Keeps how a part stands from now on, and the audit row; None where another row has followed ``follows`` already.

    ``act`` is ``set``, ``reviewed`` where somebody has read the part again, or ``taken_back`` where they had not.
    """
    row = {"subject": subject, "follows": follows, "act": act, "owner": owner, "due": due, "by": by}
    row |= {"done_on": now.date(), "done_at": utc(now)}
    added = insert_into(session, PolicyReview).values(**row)
    added = added.on_conflict_do_nothing(index_elements=["subject", "follows"]).returning(PolicyReview.id)
    made = session.connection().execute(added).scalar_one_or_none()
    if made is None:
        return None
    detail = {"owner": owner, "due": due.isoformat() if due else ""}
    audit.append(session=session, actor=by, act=f"policy_review_{act}", subject=subject, detail=detail, now=now)
    return session.get(PolicyReview, made)


def every(*, session: Session) -> dict[str, Kept]:
    """How every part stands of which anything was kept, by its subject."""
    kept: dict[str, Kept] = {}
    for row in session.exec(_ALL).all():
        before = kept.get(row.subject)
        first = Kept(row, (row,), (None,)) if row.act == REVIEWED else Kept(row)
        kept[row.subject] = before.and_then(row) if before else first
    return kept


def remind_once(*, session: Session, subject: str, due: date, step: str, person: str, now: datetime) -> bool:
    """Notes that somebody is reminded (``ahead`` or ``due``); False where they were, by whatever process."""
    row = {"subject": subject, "due": due, "step": step, "person": person, "told_at": utc(now)}
    added = insert_into(session, ReviewReminder).values(**row)
    added = added.on_conflict_do_nothing(index_elements=["subject", "due", "step", "person"])
    return session.connection().execute(added.returning(ReviewReminder.id)).scalar_one_or_none() is not None
