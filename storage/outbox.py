"""Messages on their way out: written with the change they tell of, sent after it, retried, never lost."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlmodel import Session, select

from storage.claims import claim, claim_turn
from storage.codec import plain, utc
from storage.deliveries import failed, sent
from storage.tables import Notice

__all__ = [
    "claim", "claim_turn", "enqueue", "failed", "forget_sent", "list_unknown", "redraw", "sent", "unsent_of_turn",
]  # fmt: skip

_UNSENT = (
    select(Notice)
    .where(Notice.turn_key == bindparam("key"), Notice.state.in_(("pending", "waiting", "sending")))
    .order_by(Notice.id)
)


def enqueue(
    *,
    session: Session,
    to_person: str,
    kind: str,
    body: Mapping[str, Any],
    now: datetime,
    template: str,
    record_id: int | None = None,
    card: str | None = None,
    turn_key: str | None = None,
    not_before: datetime | None = None,
) -> Notice:
    """Puts a message (``reply``, ``notice`` or ``update``) behind those already waiting for the person.

    ``card`` names the view it shows, so that it can be updated in place; ``turn_key`` is the turn it answers.
    Until ``not_before`` it neither leaves nor holds up what comes after it.
    """
    notice = Notice(
        to_person=to_person,
        kind=kind,
        template=template,
        body=plain(body),
        record_id=record_id,
        card=card,
        turn_key=turn_key,
        not_before=None if not_before is None else utc(not_before),
        created_at=utc(now),
    )
    session.add(notice)
    session.flush()
    return notice


def redraw(*, session: Session, record_id: int, to_person: str, card: str, body: Mapping[str, Any]) -> str:
    """Puts a newer drawing of a card in place of one that has not left yet.

    ``replaced`` when there was one, ``update`` when the card has left or is leaving, ``new`` when there never was any.
    """
    mine = (Notice.record_id == record_id, Notice.to_person == to_person, Notice.card == card)
    unsent = update(Notice).where(*mine, Notice.state.in_(("pending", "waiting")), Notice.attempts == 0)
    quiet = {"synchronize_session": False}
    if session.execute(unsent.values(body=plain(body)), execution_options=quiet).rowcount:
        return "replaced"
    return "update" if session.exec(select(Notice.id).where(*mine).limit(1)).first() else "new"


def unsent_of_turn(*, session: Session, turn_key: str) -> list[Notice]:
    """The replies of a turn that have not left yet, in order."""
    return list(session.exec(_UNSENT, params={"key": turn_key}).all())


def list_unknown(*, session: Session, limit: int = 200) -> list[Notice]:
    """Messages of which nobody knows whether they arrived, oldest first, for the operators."""
    return list(session.exec(select(Notice).where(Notice.state == "unknown").order_by(Notice.id).limit(limit)).all())


def forget_sent(*, session: Session, now: datetime, keep: timedelta = timedelta(days=1)) -> int:
    """Deletes replies that arrived longer ago than ``keep``; how many. Notices stay."""
    old = delete(Notice).where(Notice.state == "sent", Notice.kind == "reply", Notice.sent_at < utc(now) - keep)
    return session.execute(old, execution_options={"synchronize_session": False}).rowcount
