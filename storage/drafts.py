"""Unfinished conversations: kept, parked, offered again, and let go after a week of silence."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, literal_column, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, select

from storage import audit
from storage.codec import plain, utc
from storage.inserting import insert_row, read_row
from storage.tables import Draft

_KNOWN, _UNSAVED = "probity_drafts_known", "probity_drafts_unsaved"
_SAVED = ("answers", "meta", "updated_at", "version")
KEPT_FOR = timedelta(days=7)
_QUIET = {"synchronize_session": False}
_ACTIVE = Draft.state == literal_column("'active'")
_OF = select(*Draft.__table__.c).where(Draft.person == bindparam("who"), _ACTIVE)
_CHANGE = update(Draft.__table__).where(Draft.id == bindparam("which"), Draft.version == bindparam("read_as"))
_PARKED = select(Draft).where(Draft.person == bindparam("who"), Draft.state == "parked")


def active(*, session: Session, person: str) -> Draft | None:
    """The conversation the person is in, or None; looked up once in a transaction."""
    known = session.info.setdefault(_KNOWN, {})
    if person not in known:
        row = session.connection().execute(_OF, {"who": person}).one_or_none()
        known[person] = None if row is None else read_row(session, Draft, row)
    return known[person]


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
    draft = insert_row(
        session,
        Draft,
        person=person,
        situation=situation,
        audience=audience,
        answers=plain(answers or {}),
        meta=plain(meta or {}),
        created_at=utc(now),
        updated_at=utc(now),
    )
    session.info.setdefault(_KNOWN, {})[person] = draft
    return draft


def save(
    *,
    session: Session,
    draft: Draft,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> bool:
    """Replaces the answers and what else is kept (None leaves them); False when somebody saved in between.

    A draft that was read or begun in this transaction is written once, with everything else that happens to it, at
    the latest before the commit; its version grows with every save all the same.
    """
    change = {} if answers is None else {"answers": plain(answers)}
    if meta is not None:
        change["meta"] = plain(meta)
    if draft not in session or not audit.in_turn(session):
        return _change(session, draft, change, now)
    session.info.setdefault(_UNSAVED, {}).setdefault(draft.id, (draft, draft.version))
    _keep(draft, {**change, "updated_at": utc(now), "version": draft.version + 1})
    return True


def write_saved(session: Session) -> None:
    """Writes the drafts saved in this transaction; RuntimeError where one was deleted meanwhile. For the store."""
    for draft, read_as in session.info.pop(_UNSAVED, {}).values():
        if not _write(session, draft, read_as, {name: getattr(draft, name) for name in _SAVED}):
            raise RuntimeError("a draft changed under the lock of its person")


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
    session.info.pop(_KNOWN, None)
    session.info.get(_UNSAVED, {}).pop(draft.id, None)
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
    """Writes a change of the draft, and before it whatever of it was saved and not yet written, as one."""
    _, read_as = session.info.get(_UNSAVED, {}).pop(draft.id, (draft, draft.version))
    saved = {} if read_as == draft.version else {name: getattr(draft, name) for name in _SAVED}
    change = {**saved, **change, "updated_at": utc(now), "version": draft.version + 1}
    if not _write(session, draft, read_as, change):
        return False
    _keep(draft, change)
    if "state" in change:
        session.info.pop(_KNOWN, None)
    return True


def _write(session: Session, draft: Draft, read_as: int, change: dict[str, Any]) -> bool:
    session.flush()
    return session.connection().execute(_CHANGE, {"which": draft.id, "read_as": read_as, **change}).rowcount > 0


def _keep(draft: Draft, change: dict[str, Any]) -> None:
    for name, value in change.items():
        set_committed_value(draft, name, value)
