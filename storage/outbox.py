"""Messages on their way out: written with the change they tell of, sent after it, retried, never lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, literal_column, update
from sqlmodel import Session, select

from storage.claims import Lease, Leased, anything_due, claim, claim_turn, more_waits, way_is_free
from storage.codec import Json, UtcTime, plain, utc
from storage.deliveries import failed, sent
from storage.tables import Notice

__all__ = [
    "Leased", "Lease", "Outgoing", "anything_due", "claim", "claim_turn", "enqueue", "enqueue_notices",
    "enqueue_replies", "failed", "forget_sent", "left_waiting", "let_go", "list_unknown", "more_waits", "redraw",
    "reminded_since", "sent", "unsent_of_turn", "workers",
]  # fmt: skip

_WAITS = "probity_outbox_waits"
_NOTICE = Notice.__table__
_INSERT = insert(_NOTICE)
_FRESH = {"state": "pending", "attempts": 0, "repeats": 0}
_CARD = (
    _NOTICE.c.record_id == bindparam("record"),
    _NOTICE.c.to_person == bindparam("who"),
    _NOTICE.c.card == bindparam("view"),
)
_DRAWN = select(_NOTICE.c.id).where(*_CARD).limit(1)
_REDRAW = (
    update(_NOTICE)
    .where(*_CARD, _NOTICE.c.state.in_(("pending", "waiting")), _NOTICE.c.attempts == 0)
    .values(body=bindparam("drawing", type_=Json))
)
_UNSENT = (
    select(Notice)
    .where(Notice.turn_key == bindparam("key"), Notice.state.in_(("pending", "waiting", "sending")))
    .order_by(Notice.id)
)


REMINDERS = ("reminder", "due", "review_due")
_REMINDED = select(_NOTICE.c.to_person).where(
    _NOTICE.c.template.in_([literal_column(f"'{each}'") for each in REMINDERS]),
    _NOTICE.c.created_at >= bindparam("since", type_=UtcTime()),
)
Reply = tuple[Mapping[str, Any], int | None, str | None]  # what it says, its record, the view it shows


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
) -> int:
    """Puts a message (``reply``, ``notice`` or ``update``) behind those already waiting for the person; gives its id.

    ``card`` names the view it shows, so that it can be updated in place; ``turn_key`` is the turn it answers.
    Until ``not_before`` it neither leaves nor holds up what comes after it.
    """
    row = {
        "to_person": to_person,
        "kind": kind,
        "template": template,
        "body": plain(body),
        "record_id": record_id,
        "card": card,
        "turn_key": turn_key,
        "not_before": None if not_before is None else utc(not_before),
        "created_at": utc(now),
        "claimed_by": None,
        "claimed_until": None,
        **_FRESH,
    }
    note_waiting(session)
    return _insert(session, row)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message of many: to whom, what it says, its template and its record."""

    to: str
    body: Mapping[str, Any]
    template: str
    record_id: int | None = None


def enqueue_notices(*, session: Session, notices: Sequence[Outgoing], now: datetime) -> None:
    """Puts many notices behind those already waiting for their people, in one go."""
    if not notices:
        return
    fresh = {
        **_FRESH,
        **dict.fromkeys(("card", "turn_key", "not_before", "claimed_by", "claimed_until")),
        "kind": "notice",
        "created_at": utc(now),
    }
    rows = [
        {**fresh, "to_person": n.to, "template": n.template, "body": plain(n.body), "record_id": n.record_id}
        for n in notices
    ]
    note_waiting(session)
    session.connection().execute(_INSERT, rows)


def reminded_since(*, session: Session, since: datetime) -> set[str]:
    """Everybody who was sent a reminder (one of the templates of ``REMINDERS``) since a moment (aware)."""
    return set(session.connection().scalars(_REMINDED, {"since": utc(since)}))


def enqueue_replies(
    *, session: Session, to_person: str, turn_key: str, replies: Sequence[Reply], now: datetime, lease: Lease | None
) -> list[Leased]:
    """Puts a turn's replies behind those waiting for the person, and gives those to be sent right after the commit.

    With a ``lease`` and a free way they are taken as they are written, as ``claim_turn`` would; otherwise they wait
    for the sender, in order, and nothing is given. When one fails, ``failed`` frees the ones behind it.
    """
    taken = lease is not None and way_is_free(session=session, person=to_person, now=now)
    state = _FRESH | {"claimed_by": None, "claimed_until": None}
    if taken:
        state = lease.taken_at(now)
    elif replies:
        note_waiting(session)
    written = []
    for body, record_id, card in replies:
        row = {
            "to_person": to_person,
            "kind": "reply",
            "template": "reply",
            "body": plain(body),
            "record_id": record_id,
            "card": card,
            "turn_key": turn_key,
            "not_before": None,
            "created_at": utc(now),
            **state,
        }
        written.append(Leased(_insert(session, row), to_person, "reply", row["body"], record_id, card))
    return written if taken else []


def left_waiting(session: Session) -> bool:
    """Tells whether this transaction left the sender something to send."""
    return session.info.get(_WAITS, False)


def note_waiting(session: Session) -> None:
    """Notes that this transaction left the sender something to send. For storage."""
    session.info[_WAITS] = True


def _insert(session: Session, row: dict[str, Any]) -> int:
    return session.connection().execute(_INSERT, row).inserted_primary_key[0]


def redraw(*, session: Session, record_id: int, to_person: str, card: str, body: Mapping[str, Any]) -> str:
    """Puts a newer drawing of a card in place of one that has not left yet.

    ``replaced`` when there was one, ``update`` when the card has left or is leaving, ``new`` when there never was any.
    """
    mine = {"record": record_id, "who": to_person, "view": card}
    connection = session.connection()
    if connection.scalar(_DRAWN, mine) is None:
        return "new"
    return "replaced" if connection.execute(_REDRAW, {**mine, "drawing": plain(body)}).rowcount else "update"


def workers(*, session: Session) -> list[str]:
    """Who holds messages at the moment."""
    return list(session.scalars(select(Notice.claimed_by).where(Notice.state == "sending").distinct()))


def let_go(*, session: Session, workers: Sequence[str], now: datetime) -> None:
    """Ends the leases of workers that are no more, so that what they held is looked at now."""
    held = update(Notice).where(Notice.state == "sending", Notice.claimed_by.in_(workers))
    over = held.values(claimed_until=utc(now) - timedelta(seconds=1))
    session.execute(over, execution_options={"synchronize_session": False})


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
