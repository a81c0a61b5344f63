"""People the bot has met, and how to reach them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, literal_column, select, update
from sqlmodel import Session

from storage.codec import plain, utc
from storage.outbox import note_waiting
from storage.tables import Notice, Person
from storage.upserts import insert_into

_BY_ID = select(Person.__table__).where(Person.__table__.c.id == bindparam("who"))
_RELEASE = (
    update(Notice.__table__)
    .where(Notice.to_person == bindparam("who"), Notice.state.in_([literal_column("'waiting'")]))
    .values(state="pending")
)


def find(*, session: Session, person: str) -> Row | None:
    """What is kept of the person with this Entra id, or None: the columns of ``Person``."""
    return session.connection().execute(_BY_ID, {"who": person}).one_or_none()


def reached_at(known: Row | None, reference: Mapping[str, Any]) -> bool:
    """Tells whether the person is known to be reached in this very way, so that there is nothing to keep."""
    return known is not None and not known.blocked and known.reference == plain(reference)


def meet(*, session: Session, person: str, reference: Mapping[str, Any], now: datetime) -> Row:
    """Keeps how the person can be reached; writes only where that changed.

    Somebody who had blocked the bot or was never met gets what was waiting for them.
    """
    known = find(session=session, person=person)
    if reached_at(known, reference):
        return known
    now = utc(now)
    met = now if known is None or known.met_at is None else known.met_at
    change = {"reference": plain(reference), "met_at": met, "blocked": False, "updated_at": now}
    known = _put(session, person, change, {})
    if session.connection().execute(_RELEASE, {"who": person}).rowcount:
        note_waiting(session)
    return known


def set_profile(*, session: Session, person: str, profile: Mapping[str, Any], now: datetime) -> Row:
    """Keeps what the person agreed to have remembered about their job, in place of what was kept before."""
    return _put(session, person, {"profile": plain(profile), "updated_at": utc(now)}, {"blocked": False})


def _put(session: Session, person: str, change: dict[str, Any], when_new: dict[str, Any]) -> Row:
    row = insert_into(session, Person).values({"id": person, "profile": {}, **when_new, **change})
    row = row.on_conflict_do_update(index_elements=["id"], set_=change).returning(*Person.__table__.c)
    return session.connection().execute(row).one()
