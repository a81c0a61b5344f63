"""HR's decisions on what the policies leave unclear: added one after the other, never changed."""

from datetime import date, datetime

from sqlalchemy import bindparam, func
from sqlmodel import Session, select

from storage import audit
from storage.codec import utc
from storage.tables import LedgerDecision
from storage.upserts import insert_into

_COUNT = select(func.count()).select_from(LedgerDecision)
_ALL = select(LedgerDecision).order_by(LedgerDecision.id)
_OF_ENTRY = (
    select(LedgerDecision)
    .where(LedgerDecision.entry == bindparam("which"))
    .order_by(LedgerDecision.follows.desc())
    .limit(1)
)


def decide(
    *, session: Session, entry: str, reading: str, words: str, since: date, by: str, follows: int, now: datetime
) -> LedgerDecision | None:
    """Records what HR decided about an entry, to hold from a day on, and the audit row with it.

    ``follows`` is the id of the entry's last row as the decider saw it (0: none). None when another row has followed
    that one already. The day of the decision is that of ``now`` as it stands (local, aware).
    """
    fields = {"reading": reading, "words": words, "withdraws": False, "since": since}
    return _add(session, entry, follows, by, now, "decided_unclear", fields)


def withdraw(
    *, session: Session, entry: str, since: date, by: str, follows: int, now: datetime
) -> LedgerDecision | None:
    """Takes back what was decided about an entry, from a day on; None when another row has followed already."""
    fields = {"reading": "", "words": "", "withdraws": True, "since": since}
    return _add(session, entry, follows, by, now, "reopened_unclear", fields)


def last_of(*, session: Session, entry: str) -> LedgerDecision | None:
    """The last row of an entry, or None."""
    return session.exec(_OF_ENTRY, params={"which": entry}).first()


def all_decisions(*, session: Session) -> list[LedgerDecision]:
    """Every row, in the order in which they were added."""
    return list(session.exec(_ALL).all())


def count(*, session: Session) -> int:
    """How many rows there are; as none is ever changed or deleted, the same number means the same rows."""
    return session.connection().execute(_COUNT).scalar_one()


def _add(
    session: Session, entry: str, follows: int, by: str, now: datetime, act: str, fields: dict
) -> LedgerDecision | None:
    made = {"entry": entry, "follows": follows, "decided_by": by, "decided_on": now.date(), "decided_at": utc(now)}
    row = insert_into(session, LedgerDecision).values(**fields, **made)
    row = row.on_conflict_do_nothing(index_elements=["entry", "follows"]).returning(LedgerDecision.id)
    added = session.connection().execute(row).scalar_one_or_none()
    if added is None:
        return None
    detail = {"reading": fields["reading"], "from": fields["since"].isoformat(), "follows": follows}
    audit.append(session=session, actor=by, act=act, subject=entry, detail=detail, now=now)
    return session.get(LedgerDecision, added)
