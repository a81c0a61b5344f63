"""What tests of the outbox do to it, each in a transaction of its own."""

from storage import outbox, persons
from storage.tables import Notice
from tests.storage_kit import NOON, REFERENCE, later

LEASE = outbox.Lease("w", 30)


def meet(store, person="ana", **reference):
    with store.turn(person) as session:
        persons.meet(session=session, person=person, reference={**REFERENCE, **reference}, now=NOON)


def put(store, to="ana", **given):
    with store.write() as session:
        fields = {"kind": "notice", "template": "t", "body": {"text": "x"}, "now": NOON, **given}
        return outbox.enqueue(session=session, to_person=to, **fields)


def claim(store, *, worker="w", now=NOON, person=None, limit=10):
    with store.write() as session:
        taken = outbox.claim(session=session, worker=worker, now=now, lease_seconds=30, person=person, limit=limit)
        return [notice.id for notice in taken]


def claim_turn(store, key, *, now=NOON):
    with store.write() as session:
        taken = outbox.claim_turn(session=session, turn_key=key, worker="w", now=now, lease_seconds=30)
        return [notice.id for notice in taken]


def sent(store, notice, activity="1:a"):
    with store.write() as session:
        return outbox.sent(
            session=session, notice_id=notice, activity_id=activity, conversation_id="a:1", now=later(seconds=1)
        )


def failed(store, notice, kind, retry_at=None, error="503"):
    with store.write() as session:
        return outbox.failed(session=session, notice_id=notice, kind=kind, retry_at=retry_at, error=error, now=NOON)


def reply(store, *texts, key="k", lease=LEASE):
    """Replies of a turn of ana; gives the ids of those taken at once, and whether something was left waiting."""
    with store.turn("ana") as session:
        replies = [({"text": text}, None, None) for text in texts]
        given = {"to_person": "ana", "turn_key": key, "replies": replies, "now": NOON, "lease": lease}
        taken = outbox.enqueue_replies(session=session, **given)
        return [each.id for each in taken], outbox.left_waiting(session)


def due(store, *, now=NOON):
    with store.read() as session:
        return outbox.anything_due(session=session, now=now)


def stands(store, notice):
    with store.read() as session:
        return session.get(Notice, notice)
