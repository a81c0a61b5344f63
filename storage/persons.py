"""People the bot has met, and how to reach them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import literal_column, update
from sqlmodel import Session

from storage.codec import plain, utc
from storage.tables import Notice, Person
from storage.upserts import insert_into

_QUIET = {"synchronize_session": False}
_WAITING = update(Notice).where(Notice.state.in_([literal_column("'waiting'")]))


def find(*, session: Session, person: str) -> Person | None:
    """The person with this Entra id, or None where nothing is kept."""
    return session.get(Person, person)


def meet(*, session: Session, person: str, reference: Mapping[str, Any], now: datetime) -> Person:
    """Keeps how the person can be reached; writes only where that changed.

    Somebody who had blocked the bot or was never met gets what was waiting for them.
    """
    known, reference = find(session=session, person=person), plain(reference)
    if known is not None and known.reference == reference and not known.blocked:
        return known
    now = utc(now)
    met = now if known is None or known.met_at is None else known.met_at
    known = _put(session, person, {"reference": reference, "met_at": met, "blocked": False, "updated_at": now}, {})
    released = _WAITING.where(Notice.to_person == person).values(state="pending")
    session.execute(released, execution_options=_QUIET)
    return known


def set_profile(*, session: Session, person: str, profile: Mapping[str, Any], now: datetime) -> Person:
    """Keeps what the person agreed to have remembered about their job, in place of what was kept before."""
    return _put(session, person, {"profile": plain(profile), "updated_at": utc(now)}, {"blocked": False})


def _put(session: Session, person: str, change: dict[str, Any], when_new: dict[str, Any]) -> Person:
    row = insert_into(session, Person).values({"id": person, "profile": {}, **when_new, **change})
    row = row.on_conflict_do_update(index_elements=["id"], set_=change).returning(Person)
    return session.scalars(row, execution_options={"populate_existing": True}).one()
