"""Which messages were handled already, without saying whose they were."""

import hmac
import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select
from sqlmodel import Session

from storage.codec import plain, utc
from storage.tables import Turn

_SEEN = select(Turn.__table__.c.answer).where(Turn.__table__.c.key == bindparam("which"))
_REMEMBER = insert(Turn.__table__)


def turn_key(secret: bytes, conversation_id: str, activity_id: str) -> str:
    """The keyed hash (HMAC-SHA256, hex) under which an activity of a conversation is remembered."""
    return hmac.new(secret, json.dumps([conversation_id, activity_id]).encode(), "sha256").hexdigest()


def seen(*, session: Session, key: str) -> Row | None:
    """The turn that handled this activity, with the ``answer`` of an invoke; None when it is new."""
    return session.connection().execute(_SEEN, {"which": key}).one_or_none()


def remember(*, session: Session, key: str, answer: dict[str, Any] | None = None, now: datetime) -> None:
    """Notes that the activity is handled. Raises IntegrityError when it was noted before: ask ``seen`` first."""
    session.connection().execute(_REMEMBER, {"key": key, "answer": plain(answer), "created_at": utc(now)})


def forget_old(*, session: Session, before: datetime) -> int:
    """Deletes what was handled before a moment; how many."""
    old = delete(Turn).where(Turn.created_at < utc(before))
    return session.execute(old, execution_options={"synchronize_session": False}).rowcount
