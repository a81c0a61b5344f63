"""What HR taught the bot to understand, as it is kept: added, and taken back by a further row; never changed."""

from datetime import datetime

from sqlmodel import Session, select

from storage import audit
from storage.codec import utc
from storage.tables import TaughtPhrase
from storage.upserts import insert_into

_ALL = select(TaughtPhrase).order_by(TaughtPhrase.id)


def teach(*, session: Session, text: str, situation: str, clause: str, by: str, now: datetime) -> TaughtPhrase:
    """Keeps a text with what it means, and the audit row, which holds none of its words."""
    made = TaughtPhrase(text=text, situation=situation, clause=clause, by=by, done_on=now.date(), done_at=utc(now))
    session.add(made)
    session.flush()
    detail = {"situation": situation} if situation else {"clause": clause}
    audit.append(session=session, actor=by, act="phrase_taught", subject=name_of(made.id), detail=detail, now=now)
    return made


def undo(*, session: Session, phrase: int, by: str, now: datetime) -> bool:
    """Takes back what was taught; False where there is no such row, or it was taken back already."""
    taught = session.get(TaughtPhrase, phrase)
    if taught is None or taught.undoes is not None:
        return False
    row = {"text": "", "situation": "", "clause": "", "undoes": phrase, "by": by}
    row |= {"done_on": now.date(), "done_at": utc(now)}
    added = insert_into(session, TaughtPhrase).values(**row)
    added = added.on_conflict_do_nothing(index_elements=["undoes"]).returning(TaughtPhrase.id)
    if session.connection().execute(added).scalar_one_or_none() is None:
        return False
    audit.append(session=session, actor=by, act="phrase_undone", subject=name_of(phrase), detail={}, now=now)
    return True


def standing(*, session: Session) -> list[TaughtPhrase]:
    """What was taught and not taken back, in the order in which it was taught."""
    rows = session.exec(_ALL).all()
    undone = {row.undoes for row in rows}
    return [row for row in rows if row.undoes is None and row.id not in undone]


def name_of(phrase: int) -> str:
    """The reference by which people know what was taught: ``P-3``."""
    return f"P-{phrase}"
