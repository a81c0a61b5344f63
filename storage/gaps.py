"""What people found wanting, as it is kept: without anybody's name, added and never changed."""

from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, select

from storage import audit
from storage.codec import utc
from storage.tables import Gap
from storage.upserts import insert_into

_ALL = select(Gap).order_by(Gap.id)


def send(*, session: Session, words: str, audience: str, now: datetime) -> Gap:
    """Keeps a question that somebody sends to HR: its words and the audience, and not who."""
    return _add(session, words=words, audience=audience, clause="", now=now)


def unhelpful(*, session: Session, clause: str, audience: str, now: datetime) -> Gap:
    """Counts an answer from a clause that did not help; nothing of what was asked is kept."""
    return _add(session, words="", audience=audience, clause=clause, now=now)


def close(*, session: Session, gap: int, by: str, now: datetime) -> bool:
    """Notes that a question is done with; False where there is no such question, or it was done with already."""
    found = session.get(Gap, gap)
    if found is None or not found.words:
        return False
    row = {"words": "", "audience": found.audience, "clause": "", "closes": gap, "by": by}
    row |= {"done_on": now.date(), "done_at": utc(now)}
    added = insert_into(session, Gap).values(**row)
    added = added.on_conflict_do_nothing(index_elements=["closes"]).returning(Gap.id)
    if session.connection().execute(added).scalar_one_or_none() is None:
        return False
    audit.append(session=session, actor=by, act="gap_closed", subject=name_of(gap), detail={}, now=now)
    return True


def waiting(*, session: Session) -> list[Gap]:
    """The questions that were sent and are not done with, in the order in which they were sent."""
    rows = session.exec(_ALL).all()
    closed = {row.closes for row in rows}
    return [row for row in rows if row.words and row.id not in closed]


def counts(*, session: Session, since: date) -> list[tuple[str, int]]:
    """How often answers from each clause did not help, from a day on; the most often first."""
    many = func.count().label("many")
    counted = select(Gap.clause, many).where(Gap.clause != "", Gap.done_on >= since)
    return [(row[0], row[1]) for row in session.exec(counted.group_by(Gap.clause).order_by(many.desc(), Gap.clause))]


def name_of(gap: int) -> str:
    """The reference by which HR know a question: ``G-3``."""
    return f"G-{gap}"


def _add(session: Session, *, words: str, audience: str, clause: str, now: datetime) -> Gap:
    made = Gap(words=words, audience=audience, clause=clause, by="", done_on=now.date(), done_at=utc(now))
    session.add(made)
    session.flush()
    return made
