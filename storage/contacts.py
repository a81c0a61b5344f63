"""Confirmations of contacts, as they are kept: added, and never changed."""

from datetime import datetime

from sqlmodel import Session, select

from storage import audit
from storage.codec import utc
from storage.tables import ContactConfirmation

_ALL = select(ContactConfirmation).order_by(ContactConfirmation.id)


def confirm(*, session: Session, clause: str, reads: str, by: str, now: datetime) -> ContactConfirmation:
    """Keeps that a contact stands as it reads, and its audit row, which names the clause and nobody in it.

    The day is that of ``now`` as it stands (local, aware).
    """
    made = ContactConfirmation(clause=clause, reads=reads, by=by, done_on=now.date(), done_at=utc(now))
    session.add(made)
    session.flush()
    detail = {"confirmation": made.id}
    audit.append(session=session, actor=by, act="contact_confirmed", subject=clause, detail=detail, now=now)
    return made


def every(*, session: Session) -> list[ContactConfirmation]:
    """All confirmations, in the order in which they were made."""
    return list(session.exec(_ALL).all())
