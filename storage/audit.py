"""The audit chain: who did what to which record, each row sealed to the one before."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from storage.codec import canonical, plain, utc
from storage.tables import Audit, AuditHead

START = "0" * 64
_WAITING = "probity_audit"
_FIELDS = (Audit.at, Audit.actor, Audit.act, Audit.subject, Audit.detail)
_ROWS = select(*_FIELDS, Audit.id, Audit.previous_hash, Audit.hash).order_by(Audit.id)
_HEAD = select(AuditHead.count, AuditHead.hash).where(AuditHead.id == 1)
_LOCKED_HEAD = _HEAD.with_for_update()
_MOVE_HEAD = update(AuditHead.__table__).where(AuditHead.id == 1)


def append(*, session: Session, actor: str, act: str, subject: str, detail: Mapping[str, Any], now: datetime) -> None:
    """Adds an act to the chain in the session's transaction; it is sealed as the last thing before the commit.

    ``actor`` and ``subject`` are ids, ``detail`` holds no words of people. Raises RuntimeError outside a turn or write.
    """
    waiting = session.info.get(_WAITING)
    if waiting is None:
        raise RuntimeError("the audit chain is written in a turn or a write of the store")
    waiting.append({"at": utc(now), "actor": actor, "act": act, "subject": subject, "detail": plain(detail)})


def open_chain(session: Session) -> None:
    """Lets this session append. For the store."""
    session.info[_WAITING] = []


def in_turn(session: Session) -> bool:
    """Tells whether the session is in a turn or a write, which is sealed before it commits. For storage."""
    return _WAITING in session.info


def seal(session: Session) -> None:
    """Writes what was appended while holding the head of the chain, from here to the commit only. For the store."""
    waiting = session.info[_WAITING]
    if not waiting:
        return
    session.flush()
    connection = session.connection()
    count, previous = connection.execute(_LOCKED_HEAD).one()
    rows = _chain(waiting, count, previous)
    connection.execute(insert(Audit.__table__), rows)
    connection.execute(_MOVE_HEAD, {"count": rows[-1]["id"], "hash": rows[-1]["hash"]})
    waiting.clear()


def verify(*, session: Session) -> int | None:
    """The id of the first row that is not as it was written, or None when the chain is whole.

    Finds rows that were edited, deleted, moved, added or cut off at the end: a missing row is named by the id it had.
    """
    count, head = session.execute(_HEAD).one_or_none() or (0, "")
    expected, previous = 1, START
    for row in session.execute(_ROWS, execution_options={"yield_per": 1000}):
        if row.id != expected or expected > count or (row.previous_hash, row.hash) != (previous, _hash(row, previous)):
            return min(row.id, expected)
        expected, previous = expected + 1, row.hash
    if count >= expected:
        return expected
    return None if head == previous else max(count, 1)


def _chain(waiting: list[dict[str, Any]], count: int, previous: str) -> list[dict[str, Any]]:
    rows = []
    for number, fields in enumerate(waiting, start=count + 1):
        row = Audit(**fields, id=number, previous_hash=previous, hash="")
        previous = _hash(row, previous)
        rows.append({**fields, "id": number, "previous_hash": row.previous_hash, "hash": previous})
    return rows


def _hash(row: Any, previous: str) -> str:
    """The hash of a row's own words after that of the row before it."""
    words = [previous, row.id, utc(row.at), row.actor, row.act, row.subject, row.detail]
    return sha256(canonical(words).encode()).hexdigest()
