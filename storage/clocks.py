"""Deadlines and reminders of records."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, select

from storage.codec import utc
from storage.inserting import insert_row
from storage.tables import Clock

_QUIET = {"synchronize_session": False}


def start(*, session: Session, record_id: int, what: str, due_at: datetime) -> Clock:
    """Starts a clock that falls due at a moment (aware)."""
    return insert_row(session, Clock, record_id=record_id, what=what, due_at=utc(due_at))


def due(*, session: Session, now: datetime, limit: int = 100) -> list[Clock]:
    """Running clocks that have fallen due, the longest overdue first."""
    running = select(Clock).where(Clock.done_at.is_(None), Clock.due_at <= utc(now))
    return list(session.exec(running.order_by(Clock.due_at, Clock.id).limit(limit)).all())


def of_record(*, session: Session, record_id: int) -> list[Clock]:
    """Every clock of a record, in the order in which they fall due."""
    return list(session.exec(select(Clock).where(Clock.record_id == record_id).order_by(Clock.due_at, Clock.id)).all())


def done(*, session: Session, clock_id: int, now: datetime) -> bool:
    """Stops a clock; False when it had stopped before, so that what it triggers happens once."""
    running = update(Clock).where(Clock.id == clock_id, Clock.done_at.is_(None)).values(done_at=utc(now))
    return session.execute(running, execution_options=_QUIET).rowcount > 0


def put_off(*, session: Session, clock: Clock, due_at: datetime) -> bool:
    """Lets a running clock fall due later (aware); False when it stopped or was put off since it was read."""
    running = update(Clock).where(Clock.id == clock.id, Clock.done_at.is_(None), Clock.due_at == clock.due_at)
    return session.execute(running.values(due_at=utc(due_at)), execution_options=_QUIET).rowcount > 0


def stop_all(*, session: Session, record_id: int, now: datetime, what: str | None = None) -> int:
    """Stops every running clock of a record, or those of one kind; how many."""
    running = update(Clock).where(Clock.record_id == record_id, Clock.done_at.is_(None)).values(done_at=utc(now))
    of_kind = running.where(Clock.what == what) if what else running
    return session.execute(of_kind, execution_options=_QUIET).rowcount
