"""How the links in the clauses answered, the newest look each, and whose turn it is to look."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, or_, update
from sqlmodel import Session, select

from knowledge.links import Look
from storage.codec import utc
from storage.tables import LinkAsked, LinkLook, LinkRound
from storage.upserts import insert_into

EVERY = timedelta(days=7)
GIVEN_UP_AFTER = timedelta(minutes=15)
_ASKED = "probity_links_asked"
_QUIET = {"synchronize_session": False}


def ask(*, session: Session, person: str, now: datetime) -> None:
    """Keeps that somebody wants the links looked at now, and notes that this transaction left that to do."""
    session.info[_ASKED] = True
    asked = insert_into(session, LinkAsked).values(person=person, asked_at=utc(now))
    session.connection().execute(asked.on_conflict_do_nothing(index_elements=["person"]))


def asked_here(session: Session) -> bool:
    """Tells whether somebody asked in this transaction."""
    return session.info.get(_ASKED, False)


def begin(*, session: Session, now: datetime) -> bool:
    """Takes the round where it is due or asked for; False where it is not, or another process is at it.

    One that began and did not end within a quarter of an hour, as its process was stopped, is given up.
    """
    first = insert_into(session, LinkRound).values(id=1)
    session.connection().execute(first.on_conflict_do_nothing(index_elements=["id"]))
    moment = utc(now)
    idle = or_(LinkRound.began_at.is_(None), LinkRound.ended_at.is_not(None))
    free = or_(idle, LinkRound.began_at <= moment - GIVEN_UP_AFTER)
    due = or_(LinkRound.began_at.is_(None), LinkRound.began_at <= moment - EVERY, LinkRound.ended_at.is_(None))
    wanted = or_(due, exists(select(LinkAsked.person)))
    taken = update(LinkRound).where(LinkRound.id == 1, free, wanted).values(began_at=moment, ended_at=None)
    return session.execute(taken, execution_options=_QUIET).rowcount > 0


def end(*, session: Session, looks: Iterable[Look], now: datetime) -> list[str]:
    """Ends the round with what was found; gives who asked for it, each once."""
    keep(session=session, looks=looks, now=now)
    over = update(LinkRound).where(LinkRound.id == 1).values(ended_at=utc(now))
    session.execute(over, execution_options=_QUIET)
    return sorted(session.connection().scalars(delete(LinkAsked).returning(LinkAsked.person)))


def keep(*, session: Session, looks: Iterable[Look], now: datetime) -> None:
    """Keeps how links answered, in place of how they answered before."""
    for look in looks:
        row = {"status": look.status, "reason": look.reason, "looked_at": utc(now)}
        kept = insert_into(session, LinkLook).values(url=look.url, **row)
        session.connection().execute(kept.on_conflict_do_update(index_elements=["url"], set_=row))


def last_round(*, session: Session) -> datetime | None:
    """When the last round ended (UTC); None where none did, or one is on its way."""
    return session.exec(select(LinkRound.ended_at)).first()


def every(*, session: Session) -> dict[str, tuple[Look, datetime]]:
    """The newest look at each link, and when it was (UTC)."""
    rows = session.exec(select(LinkLook)).all()
    return {row.url: (Look(row.url, row.status, row.reason), row.looked_at) for row in rows}
