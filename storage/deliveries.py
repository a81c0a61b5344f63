"""What became of a message that was sent, or could not be."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, null, update
from sqlmodel import Session

from storage import posted
from storage.claims import after_doubt
from storage.codec import UtcTime, utc
from storage.statements import Statements
from storage.tables import Notice, Person

FAILURES = {"later", "blocked", "gone", "rejected", "unknown"}
_QUIET = {"synchronize_session": False}
_NOTICE = Notice.__table__
_ARRIVED = (
    update(_NOTICE)
    .where(_NOTICE.c.id == bindparam("which"), _NOTICE.c.state != "sent")
    .values(
        state="sent",
        sent_at=bindparam("at", type_=UtcTime()),
        activity_id=bindparam("activity"),
        error=None,
        claimed_until=None,
    )
    .returning(_NOTICE.c.record_id, _NOTICE.c.to_person, _NOTICE.c.card)
)


def sent(
    *,
    session: Session | Statements,
    notice_id: int,
    activity_id: str | None,
    conversation_id: str | None,
    now: datetime,
) -> bool:
    """Marks a message as arrived, also when its lease ran out meanwhile; False when it was marked before.

    A message that shows a card is remembered under its record, person and view, to be updated in place later.
    """
    given = {"which": notice_id, "at": utc(now), "activity": activity_id}
    row = session.connection().execute(_ARRIVED, given).one_or_none()
    if row is None:
        return False
    if row.card and row.record_id is not None and activity_id and conversation_id:
        posted.remember(
            session=session,
            record_id=row.record_id,
            person=row.to_person,
            view=row.card,
            conversation_id=conversation_id,
            activity_id=activity_id,
        )
    return True


def failed(
    *, session: Session, notice_id: int, kind: str, retry_at: datetime | None, error: str | None, now: datetime
) -> bool:
    """Gives back a message that did not leave; False when this worker no longer had it.

    ``later``: again at ``retry_at``. ``blocked``: waits until the person writes. ``gone``: as blocked, and the stored
    conversation is dropped. ``rejected``: failed for good. ``unknown``: it may have arrived; once more at ``retry_at``,
    then the operators' list. ``error`` is a code, never text of a person. Messages claimed behind it are freed.
    """
    if kind not in FAILURES:
        raise ValueError(f"a message cannot fail as {kind}")
    notice = session.get(Notice, notice_id, with_for_update=True, populate_existing=True)
    if notice is None or notice.state != "sending":
        return False
    if kind in ("blocked", "gone"):
        _unreachable(session, notice.to_person, kind, now)
    _free_behind(session, notice)
    for name, value in _after(notice, kind, retry_at).items():
        setattr(notice, name, value)
    notice.error, notice.claimed_until = error, None
    session.flush()
    return True


def _after(notice: Notice, kind: str, retry_at: datetime | None) -> dict[str, Any]:
    if kind == "rejected":
        return {"state": "failed"}
    if kind in ("blocked", "gone"):
        return {"state": "waiting"}
    again = {"not_before": None if retry_at is None else utc(retry_at)}
    return again | ({"state": "pending"} if kind == "later" else after_doubt(notice.repeats))


def _unreachable(session: Session, person: str, kind: str, now: datetime) -> None:
    change: dict[str, Any] = {"blocked": True} if kind == "blocked" else {"reference": null()}
    blocked = update(Person).where(Person.id == person).values(**change, updated_at=utc(now))
    session.execute(blocked, execution_options={"synchronize_session": False})


def _free_behind(session: Session, notice: Notice) -> None:
    """Those behind it were claimed with it and never begun."""
    behind = update(Notice).where(
        Notice.to_person == notice.to_person,
        Notice.id > notice.id,
        Notice.state == "sending",
        Notice.claimed_by == notice.claimed_by,
    )
    freed = behind.values(state="pending", attempts=Notice.attempts - 1, claimed_until=None)
    session.execute(freed, execution_options=_QUIET)
