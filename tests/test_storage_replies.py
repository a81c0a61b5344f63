"""Replies of a turn, taken as they are written; and what a turn says of what it left to send."""

import pytest

from storage import outbox, persons
from tests.outbox_kit import claim, due, failed, meet, put, reply, sent, stands
from tests.storage_kit import NOON, REFERENCE, file_gift, later

pytest_plugins = ("tests.storage_kit",)


def test_replies_are_taken_as_they_are_written_when_nothing_is_before_them(store):
    meet(store)
    taken, waits = reply(store, "one", "two")
    assert [stands(store, each).body["text"] for each in taken] == ["one", "two"]
    assert [(stands(store, each).state, stands(store, each).attempts) for each in taken] == [("sending", 1)] * 2
    assert not waits and not due(store) and claim(store) == []
    assert due(store, now=later(seconds=31))
    assert claim(store, worker="v", now=later(seconds=31)) == taken[:1]


@pytest.mark.parametrize("before", ["pending", "sending", "tried"])
def test_replies_wait_in_order_behind_what_has_not_left_yet(store, before):
    meet(store)
    first = put(store)
    if before != "pending":
        claim(store)
    if before == "tried":
        failed(store, first, "later", retry_at=later(minutes=5))
    assert reply(store, "one") == ([], True)
    assert claim(store) == ([first] if before == "pending" else [])


def test_replies_do_not_wait_for_an_appointment_and_are_left_to_the_sender_without_a_lease(store):
    meet(store)
    put(store, not_before=later(days=5))
    assert reply(store, "one", lease=None) == ([], True)
    [waiting] = claim(store)
    sent(store, waiting)
    taken, waits = reply(store, "two", key="l")
    assert len(taken) == 1 and not waits


def test_replies_to_somebody_who_cannot_be_reached_wait(store):
    assert reply(store, "one") == ([], True)
    assert claim(store) == []
    assert not due(store)
    with store.turn("ana") as session:
        persons.meet(session=session, person="ana", reference=REFERENCE, now=NOON)
        assert outbox.left_waiting(session)
    assert due(store)
    assert len(claim(store)) == 1


def test_a_transaction_says_whether_it_left_something_to_send(store):
    meet(store)
    with store.turn("ana") as session:
        assert not outbox.left_waiting(session)
        outbox.enqueue(session=session, to_person="ben", kind="notice", template="t", body={}, now=NOON)
        assert outbox.left_waiting(session)


def test_more_waits_for_a_person_until_it_is_taken(store):
    meet(store)
    first, second = put(store), put(store)
    claim(store)
    with store.read() as session:
        assert outbox.more_waits(session=session, person="ana")
        assert not outbox.more_waits(session=session, person="ben")
    sent(store, first)
    assert claim(store) == [second]
    with store.read() as session:
        assert not outbox.more_waits(session=session, person="ana")


def test_a_card_that_has_not_left_is_redrawn_and_one_that_left_is_updated(store):
    meet(store)
    with store.write() as session:
        record = file_gift(session).id
    card = {"record_id": record, "to_person": "ana", "card": "own"}
    with store.write() as session:
        assert outbox.redraw(session=session, **card, body={"text": "a"}) == "new"
    notice = put(store, record_id=record, card="own")
    with store.write() as session:
        assert outbox.redraw(session=session, **card, body={"text": "b"}) == "replaced"
    assert stands(store, notice).body == {"text": "b"}
    claim(store)
    with store.write() as session:
        assert outbox.redraw(session=session, **card, body={"text": "c"}) == "update"
    assert stands(store, notice).body == {"text": "b"}
