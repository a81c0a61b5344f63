"""Unfinished conversations: kept, parked, offered again, and let go after a week of silence."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, literal_column, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, select

from storage.codec import plain, utc
from storage.tables import Draft

KEPT_FOR = timedelta(days=7)
_QUIET = {"synchronize_session": False}
_ACTIVE = Draft.state == literal_column("'active'")
_OF = select(Draft).where(Draft.person == bindparam("who"), _ACTIVE)
_CHANGE = update(Draft.__table__).where(Draft.id == bindparam("which"), Draft.version == bindparam("read_as"))
_PARKED = select(Draft).where(Draft.person == bindparam("who"), Draft.state == "parked")


def active(*, session: Session, person: str) -> Draft | None:
    """The conversation the person is in, or None."""
    return session.exec(_OF, params={"who": person}).one_or_none()


def parked(*, session: Session, person: str) -> list[Draft]:
    """Conversations put aside, the latest first."""
    return list(session.exec(_PARKED.order_by(Draft.updated_at.desc(), Draft.id.desc()), params={"who": person}).all())


def start(
    *,
    session: Session,
    person: str,
    situation: str,
    audience: str,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> Draft:
    """Begins a conversation with what is known already. One that was active is parked, never lost."""
    _park_active(session, person, now)
    draft = Draft(
        person=person,
        situation=situation,
        audience=audience,
        answers=plain(answers or {}),
        meta=plain(meta or {}),
        created_at=utc(now),
        updated_at=utc(now),
    )
    session.add(draft)
    session.flush()
    return draft


def save(
    *,
    session: Session,
    draft: Draft,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> bool:
    """Replaces the answers and what else is kept (None leaves them); False when somebody saved in between."""
    change = {} if answers is None else {"answers": plain(answers)}
    if meta is not None:
        change["meta"] = plain(meta)
    return _change(session, draft, change, now)


def park(*, session: Session, draft: Draft, now: datetime) -> bool:
    """Puts the conversation aside; False when it changed in between."""
    return _change(session, draft, {"state": "parked"}, now)


def resume(*, session: Session, draft: Draft, now: datetime) -> bool:
    """Takes a parked conversation up again and parks the active one; False when it changed in between."""
    if draft.state != "active":
        _park_active(session, draft.person, now)
    return _change(session, draft, {"state": "active"}, now)


def by_id(*, session: Session, draft_id: int) -> Draft | None:
    """The conversation with this id, whatever became of it, or None."""
    return session.get(Draft, draft_id)


def close(*, session: Session, draft: Draft, state: str, reference: str | None, now: datetime) -> bool:
    """Ends a conversation, ``filed`` (under a reference) or ``cancelled``, and drops its answers; False as for save."""
    return _change(session, draft, {"state": state, "reference": reference, "answers": {}, "meta": {}}, now)


def drop(*, session: Session, draft: Draft) -> bool:
    """Deletes the conversation for good; False when it was gone already."""
    gone = session.execute(delete(Draft).where(Draft.id == draft.id), execution_options=_QUIET).rowcount
    session.expunge(draft)
    return gone > 0


def expire(*, session: Session, now: datetime) -> int:
    """Deletes conversations untouched for more than a week; how many."""
    old = delete(Draft).where(Draft.updated_at < utc(now) - KEPT_FOR)
    return session.execute(old, execution_options=_QUIET).rowcount


def _park_active(session: Session, person: str, now: datetime) -> None:
    current = active(session=session, person=person)
    if current is not None:
        park(session=session, draft=current, now=now)


def _change(session: Session, draft: Draft, change: dict[str, Any], now: datetime) -> bool:
    change = {**change, "updated_at": utc(now), "version": draft.version + 1}
    session.flush()
    mine = {"which": draft.id, "read_as": draft.version, **change}
    if session.connection().execute(_CHANGE, mine).rowcount == 0:
        return False
    for name, value in change.items():
        set_committed_value(draft, name, value)
    return True
