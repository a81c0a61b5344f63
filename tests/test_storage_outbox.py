"""The outbox: in order for each person, never lost, repeated at most once per fault."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from storage import outbox, persons, posted
from storage.claims import REPEATS
from storage.tables import Notice
from tests.outbox_kit import claim, claim_turn, due, failed, meet, put, sent, stands
from tests.storage_kit import NOON, all_at_once, empty, file_gift, later

pytest_plugins = ("tests.storage_kit",)


def test_a_message_is_claimed_once_sent_and_done(store):
    meet(store)
    notice = put(store)
    assert claim(store) == [notice]
    assert claim(store) == []
    assert sent(store, notice)
    assert not sent(store, notice)
    kept = stands(store, notice)
    assert (kept.state, kept.activity_id, kept.attempts, kept.repeats) == ("sent", "1:a", 1, 0)


def test_the_messages_of_a_person_leave_one_after_the_other_and_people_do_not_wait_for_each_other(store):
    meet(store)
    meet(store, "ben")
    first, second, third = put(store), put(store), put(store, to="ben")
    assert claim(store) == [first, third]
    assert claim(store) == []
    sent(store, first)
    assert claim(store, person="ben") == []
    assert claim(store, person="ana") == [second]


def test_a_message_that_is_tried_again_later_holds_up_those_behind_it(store):
    meet(store)
    first, second = put(store), put(store)
    claim(store)
    assert failed(store, first, "later", retry_at=later(minutes=1))
    assert claim(store) == []
    assert claim(store, now=later(minutes=1)) == [first]
    sent(store, first)
    assert claim(store) == [second]
    assert stands(store, first).repeats == 0


def test_an_appointment_for_later_holds_up_nobody_before_its_time(store):
    meet(store)
    appointment = put(store, not_before=later(days=5))
    reply = put(store)
    assert claim(store) == [reply]
    sent(store, reply)
    next_one = put(store)
    assert claim(store, now=later(days=5)) == [appointment]
    sent(store, appointment)
    assert claim(store, now=later(days=5)) == [next_one]


@pytest.mark.parametrize("kind", ["rejected", "unknown"])
def test_a_message_that_will_not_be_sent_again_holds_up_nobody(store, kind):
    meet(store)
    first, second = put(store), put(store)
    claim(store)
    failed(store, first, kind)
    for _ in range(REPEATS if kind == "unknown" else 0):
        assert claim(store) == [first]
        failed(store, first, kind)
    assert stands(store, first).state == {"rejected": "failed", "unknown": "unknown"}[kind]
    assert claim(store) == [second]


def test_messages_for_somebody_the_bot_never_met_wait_until_it_does(store):
    first, second = put(store), put(store)
    assert claim(store) == []
    assert [stands(store, each).state for each in (first, second)] == ["waiting", "waiting"]
    meet(store)
    assert [stands(store, each).state for each in (first, second)] == ["pending", "pending"]
    assert claim(store) == [first]


@pytest.mark.parametrize("kind", ["blocked", "gone"])
def test_messages_for_somebody_who_blocked_the_bot_wait_until_they_write(store, kind):
    meet(store)
    first, second = put(store), put(store)
    claim(store)
    failed(store, first, kind, error="403")
    assert stands(store, first).state == "waiting"
    assert claim(store) == []
    with store.read() as session:
        person = persons.find(session=session, person="ana")
        assert (person.blocked, person.reference is None) == (kind == "blocked", kind == "gone")
    meet(store)
    assert claim(store) == [first]
    sent(store, first)
    assert claim(store) == [second]


def test_what_a_crash_left_between_claim_and_mark_is_sent_once_more_for_each_crash_and_at_last_is_unknown(store):
    meet(store)
    first, second = put(store), put(store)
    assert claim(store) == [first]
    assert claim(store, now=later(seconds=29)) == []
    assert claim(store, worker="v", now=later(seconds=31)) == [first]
    assert (stands(store, first).repeats, stands(store, first).attempts) == (1, 2)
    for crash in range(2, REPEATS + 1):
        assert claim(store, now=later(seconds=31 * crash)) == [first]
    assert claim(store, now=later(seconds=31 * (REPEATS + 1))) == [second]
    assert stands(store, first).state == "unknown"
    with store.read() as session:
        assert [each.id for each in outbox.list_unknown(session=session)] == [first]
    assert sent(store, first)
    with store.read() as session:
        assert outbox.list_unknown(session=session) == []


def test_a_message_marked_after_its_lease_ran_out_is_not_sent_again(store):
    meet(store)
    notice = put(store)
    claim(store)
    assert claim(store, worker="v", now=later(seconds=31)) == [notice]
    assert sent(store, notice)
    assert not failed(store, notice, "later", retry_at=NOON)
    assert claim(store, now=later(days=1)) == []


def test_workers_that_claim_at_the_same_moment_never_take_the_same_message_or_break_the_order(store):
    people = [f"p{number}" for number in range(6)]
    for person in people:
        meet(store, person)
    wanted = {person: [put(store, to=person) for _ in range(3)] for person in people}
    order = []

    def work(number):
        for _ in range(8):
            for notice in claim(store, worker=f"w{number}", limit=2):
                order.append(notice)
                sent(store, notice)

    all_at_once(4, work)
    while taken := claim(store):
        order.extend(taken)
        for notice in taken:
            sent(store, notice)
    assert sorted(order) == sorted(sum(wanted.values(), []))
    for ids in wanted.values():
        assert [notice for notice in order if notice in ids] == ids


def test_a_turn_takes_its_own_replies_together_when_nothing_is_before_them(store):
    meet(store)
    first, second = (put(store, kind="reply", turn_key="k") for _ in range(2))
    assert claim_turn(store, "k") == [first, second]
    assert claim(store) == []
    with store.read() as session:
        assert [each.id for each in outbox.unsent_of_turn(session=session, turn_key="k")] == [first, second]
    sent(store, first)
    with store.read() as session:
        assert [each.id for each in outbox.unsent_of_turn(session=session, turn_key="k")] == [second]


def test_a_turn_leaves_its_replies_to_the_sender_when_something_is_before_them(store):
    meet(store)
    before = put(store)
    reply = put(store, kind="reply", turn_key="k")
    assert claim_turn(store, "k") == []
    assert claim(store) == [before]
    assert claim_turn(store, "k") == []
    sent(store, before)
    assert claim(store) == [reply]


def test_when_the_first_of_several_replies_fails_the_others_wait_behind_it_and_count_no_repeat(store):
    meet(store)
    replies = [put(store, kind="reply", turn_key="k") for _ in range(3)]
    claim_turn(store, "k")
    failed(store, replies[0], "later", retry_at=NOON)
    for reply in replies:
        assert claim(store) == [reply]
        sent(store, reply)
    assert [stands(store, each).attempts for each in replies] == [2, 1, 1]
    assert [stands(store, each).repeats for each in replies] == [0, 0, 0]


def test_a_crash_while_several_replies_were_being_sent_repeats_only_the_one_in_flight(store):
    meet(store)
    replies = [put(store, kind="reply", turn_key="k") for _ in range(3)]
    claim_turn(store, "k")
    sent(store, replies[0])
    for reply in replies[1:]:
        assert claim(store, now=later(minutes=1)) == [reply]
        sent(store, reply)
    assert [stands(store, each).repeats for each in replies] == [0, 1, 0]


def test_a_card_that_was_posted_is_remembered_where_it_stands_last(store):
    meet(store)
    with store.write() as session:
        record = file_gift(session).id
    for activity in ("1:a", "1:b"):
        notice = put(store, record_id=record, card="approval")
        claim(store)
        sent(store, notice, activity)
    sent(store, put(store, record_id=record), "1:c")
    with store.read() as session:
        [card] = posted.of_record(session=session, record_id=record)
    assert (card.person, card.view, card.conversation_id, card.activity_id) == ("ana", "approval", "a:1", "1:b")


def test_replies_are_forgotten_a_day_after_they_arrived_and_notices_are_kept(store):
    meet(store)
    reply, notice = put(store, kind="reply"), put(store)
    for each in (reply, notice):
        claim(store)
        sent(store, each)
    with store.write() as session:
        assert outbox.forget_sent(session=session, now=later(hours=23)) == 0
        assert outbox.forget_sent(session=session, now=later(hours=25)) == 1
    assert stands(store, reply) is None
    assert stands(store, notice) is not None
    assert put(store) > notice


def test_a_message_cannot_fail_in_a_way_nobody_knows(store):
    with pytest.raises(ValueError):
        failed(store, put(store), "sulking")


class Sending(RuleBasedStateMachine):
    """Enqueue, claim, crash, fail and send in any order: the order holds and nothing is lost."""

    database = None

    def __init__(self):
        super().__init__()
        empty(self.database)
        meet(self.database)
        meet(self.database, "ben")
        self.clock = 0
        self.queue = {"ana": [], "ben": []}
        self.held = {}
        self.starts = {}

    def now(self):
        return later(seconds=self.clock)

    @rule(to=st.sampled_from(["ana", "ben"]))
    def enqueue(self, to):
        self.queue[to].append(put(self.database, to=to))

    @rule(crash=st.booleans())
    def claim(self, crash):
        expected = due(self.database, now=self.now())
        taken = claim(self.database, now=self.now())
        assert expected or not taken
        for notice in taken:
            [person] = [person for person, ids in self.queue.items() if notice in ids]
            ahead = self.queue[person][: self.queue[person].index(notice)]
            assert all(stands(self.database, each).state in {"sent", "unknown", "failed"} for each in ahead)
            self.starts[notice] = self.starts.get(notice, 0) + 1
            if not crash:
                self.held[notice] = self.clock

    @rule(how=st.sampled_from(["sent", "later", "rejected", "unknown"]))
    def finish(self, how):
        for notice in list(self.held):
            del self.held[notice]
            if how == "sent":
                assert sent(self.database, notice)
            elif stands(self.database, notice).state == "sending":
                self.starts[notice] -= how == "later"
                assert failed(self.database, notice, how, retry_at=self.now())

    @rule(seconds=st.sampled_from([1, 31]))
    def wait(self, seconds):
        self.clock += seconds
        self.held = {notice: since for notice, since in self.held.items() if self.clock - since <= 30}

    @invariant()
    def nothing_is_lost_and_nothing_is_repeated_without_a_fault(self):
        with self.database.read() as session:
            for ids in self.queue.values():
                for notice in ids:
                    assert session.get(Notice, notice).repeats <= REPEATS
        assert all(times <= 1 + REPEATS for times in self.starts.values())


def test_sending_failing_and_crashing_in_any_order_keeps_the_order_and_loses_nothing(database):
    Sending.database = database
    quick = settings(max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Sending, settings=quick)
