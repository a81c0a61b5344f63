"""Turns: one at a time for a person, all or nothing, and times that come back as they went in."""

import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from storage import clocks, drafts, persons, records, turns
from storage.codec import canonical, pence, plain, pounds, utc
from storage.givers import giver_key
from storage.locks import PersonLocks, lock_number
from storage.store import open_store
from storage.tables import Clock
from tests.storage_kit import NOON, REFERENCE, all_at_once, empty, file_gift, later

pytest_plugins = ("tests.storage_kit",)


def start(store, person="ana", **answers):
    with store.turn(person) as session:
        return drafts.start(
            session=session, person=person, situation="gift_offered", audience="employee", now=NOON, answers=answers
        )


def test_what_a_turn_wrote_is_there_after_it(store):
    start(store, item="pens")
    with store.read() as session:
        assert drafts.active(session=session, person="ana").answers == {"item": "pens"}


def test_a_turn_that_fails_leaves_nothing(store):
    with pytest.raises(ZeroDivisionError), store.turn("ana") as session:
        file_gift(session)
        drafts.start(session=session, person="ana", situation="gift_offered", audience="employee", now=NOON)
        raise ZeroDivisionError
    with store.read() as session:
        assert records.page(session=session, limit=5) == []
        assert drafts.active(session=session, person="ana") is None


def test_nothing_done_while_reading_is_kept(store):
    with store.read() as session:
        file_gift(session)
    with store.read() as session:
        assert records.page(session=session, limit=5) == []


def add_one(store, person="ana"):
    with store.turn(person) as session:
        draft = drafts.active(session=session, person=person)
        saved = drafts.save(session=session, draft=draft, answers={"n": draft.answers["n"] + 1}, now=NOON)
        assert saved


def test_turns_of_one_person_never_lose_an_update(store):
    start(store, n=0)
    all_at_once(8, lambda _: [add_one(store) for _ in range(4)])
    with store.read() as session:
        assert drafts.active(session=session, person="ana").answers == {"n": 32}


def test_turns_of_one_person_in_two_stores_never_lose_an_update(store, database_url):
    other = open_store(database_url)
    start(store, n=0)
    all_at_once(4, lambda number: [add_one((store, other)[number % 2]) for _ in range(5)])
    with store.read() as session:
        assert drafts.active(session=session, person="ana").answers == {"n": 20}
    other.close()


def test_on_postgresql_turns_of_different_people_do_not_wait_for_each_other(store):
    if store._sqlite:
        with store.turn("ana"), store.read() as session:
            assert records.page(session=session, limit=1) == []
        return
    done = threading.Event()

    def turn_of_ben():
        with store.turn("ben"):
            done.set()

    with store.turn("ana"):
        thread = threading.Thread(target=turn_of_ben)
        thread.start()
        assert done.wait(10)
    thread.join()


def test_a_connection_that_died_while_idle_costs_nobody_a_turn(store):
    start(store, n=0)
    if not store._sqlite:
        with open_store(store._reader.url.render_as_string(hide_password=False)).read() as session:
            ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            session.execute(text(ends + "WHERE datname = current_database() AND pid <> pg_backend_pid()"))
    add_one(store)
    store.ping()
    with store.read() as session:
        assert drafts.active(session=session, person="ana").answers == {"n": 1}


def test_person_locks_are_dropped_when_nobody_needs_them():
    locks = PersonLocks()
    inside = []

    def hold(number):
        with locks.holding("ana"):
            inside.append(number)
            time.sleep(0.002)
            assert inside == [number]
            inside.pop()

    all_at_once(8, hold)
    with pytest.raises(ZeroDivisionError), locks.holding("ben"):
        raise ZeroDivisionError
    assert len(locks) == 0


def test_a_lock_has_the_same_64_bit_number_in_every_process():
    assert lock_number("person:ana") == -3026760935007325147
    assert -(2**63) <= lock_number("person:ben") < 2**63


zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-9)), NOON.tzinfo])


@settings(max_examples=25, deadline=None)
@given(moments=st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=zones), max_size=4))
def test_times_come_back_as_the_same_instant_in_utc(database, moments):
    empty(database)
    with database.write() as session:
        record = file_gift(session).id
        numbers = [clocks.start(session=session, record_id=record, what="x", due_at=each).id for each in moments]
    with database.read() as session:
        kept = [session.get(Clock, number).due_at for number in numbers]
    assert kept == [each.astimezone(UTC) for each in moments]
    assert all(each.tzinfo is UTC for each in kept)


def test_a_time_without_a_zone_is_refused(store):
    with pytest.raises(ValueError), store.turn("ana") as session:
        file_gift(session, now=datetime(2026, 3, 2, 12))


class Colour(Enum):
    RED = "red"


def test_json_holds_decimals_dates_and_enums_as_words(store):
    answers = {"value": Decimal("50.00"), "day": NOON.date(), "colours": (Colour.RED,), "kinds": {"b", "a"}, "no": None}
    kept = {"value": "50.00", "day": "2026-03-02", "colours": ["red"], "kinds": ["a", "b"], "no": None}
    assert start(store, **answers).answers == kept
    with store.read() as session:
        assert drafts.active(session=session, person="ana").answers == kept


@pytest.mark.parametrize("value", [object(), b"x", {1: 2}, {"a": {object()}}])
def test_what_is_no_plain_value_is_not_kept(value):
    with pytest.raises(TypeError):
        plain(value)


def test_the_canonical_spelling_does_not_depend_on_the_order_of_keys():
    assert canonical({"b": 1, "a": Decimal("1E+2")}) == '{"a":"100","b":1}'


@given(st.decimals(0, 10**9, places=2))
def test_money_goes_to_pence_and_back_unchanged(amount):
    assert pounds(pence(amount)) == amount


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "Infinity"])
def test_money_that_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError):
        pence(Decimal(amount))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Construction Ltd.", "ACME construction"),
        ("Jones & Sons Limited", "Jones and Sons"),
        ("Baker's plc", "bakers"),
        ("Tŷ Glas Cyf", "ty glas"),
        ("  A.C.M.E.  Group-Holdings ", "acme group holdings"),
    ],
)
def test_spellings_of_one_giver_share_a_key(one, other):
    assert giver_key(one) == giver_key(other)


def test_different_givers_have_different_keys_and_nobody_has_none():
    names = ["Acme", "Acme Care", "Limited", "PLC", "!!!"]
    assert len({giver_key(name) for name in names}) == len(names)
    assert all(giver_key(name) for name in names)


def test_an_activity_is_seen_after_it_was_remembered_with_its_answer(store):
    key = turns.turn_key(b"secret", "a:1", "17")
    with store.turn("ana") as session:
        assert turns.seen(session=session, key=key) is None
        turns.remember(session=session, key=key, answer={"statusCode": 200}, now=NOON)
        assert turns.seen(session=session, key=key).answer == {"statusCode": 200}
    with store.write() as session:
        turns.remember(session=session, key="other", now=later(hours=2))
        assert turns.forget_old(session=session, before=later(hours=1)) == 1
        assert turns.seen(session=session, key=key) is None
        assert turns.seen(session=session, key="other").answer is None


def test_a_turn_key_needs_the_secret_and_does_not_mix_its_parts():
    keys = {turns.turn_key(*each) for each in [(b"s", "a", "b"), (b"t", "a", "b"), (b"s", "ab", ""), (b"s", "", "ab")]}
    assert len(keys) == 4
    assert all(len(key) == 64 for key in keys)


def test_a_draft_is_parked_when_another_begins_and_can_be_taken_up_again(store):
    first, second = start(store, n=1), start(store, n=2)
    with store.turn("ana") as session:
        assert drafts.active(session=session, person="ana").id == second.id
        [aside] = drafts.parked(session=session, person="ana")
        assert aside.id == first.id
        assert drafts.resume(session=session, draft=aside, now=later(hours=1))
        assert drafts.active(session=session, person="ana").answers == {"n": 1}
        assert [each.id for each in drafts.parked(session=session, person="ana")] == [second.id]
        assert drafts.park(session=session, draft=aside, now=later(hours=2))
        assert drafts.active(session=session, person="ana") is None
        assert drafts.drop(session=session, draft=aside)
        assert [each.id for each in drafts.parked(session=session, person="ana")] == [second.id]


def test_a_draft_saved_from_an_old_copy_is_refused(store):
    old = start(store, n=0)
    add_one(store)
    with store.turn("ana") as session:
        assert not drafts.save(session=session, draft=old, answers={"n": 99}, now=NOON)
    with store.read() as session:
        kept = drafts.active(session=session, person="ana")
        assert (kept.answers, kept.version) == ({"n": 1}, 2)


def test_a_draft_saved_again_and_again_in_a_turn_is_written_once(store):
    start(store, n=0)
    written = []
    with store.turn("ana") as session:
        listen = "before_cursor_execute", lambda *given: written.append(given[2])
        event.listen(session.connection().engine, *listen)
        draft = drafts.active(session=session, person="ana")
        for n in (1, 2, 3):
            assert drafts.save(session=session, draft=draft, answers={"n": n}, now=NOON)
        assert drafts.active(session=session, person="ana") is draft
    event.remove(store._writer, *listen)
    assert len([sql for sql in written if sql.startswith("UPDATE draft")]) == 1
    with store.read() as session:
        kept = drafts.active(session=session, person="ana")
        assert (kept.answers, kept.version) == ({"n": 3}, 4)


def test_what_was_saved_before_a_draft_is_parked_is_kept_with_it(store):
    start(store, n=0)
    with store.turn("ana") as session:
        draft = drafts.active(session=session, person="ana")
        drafts.save(session=session, draft=draft, answers={"n": 1}, meta={"told": "x"}, now=NOON)
        assert drafts.park(session=session, draft=draft, now=later(hours=1))
        assert drafts.active(session=session, person="ana") is None
    with store.read() as session:
        [kept] = drafts.parked(session=session, person="ana")
        assert (kept.answers, kept.meta, kept.version) == ({"n": 1}, {"told": "x"}, 3)
        assert kept.updated_at == utc(later(hours=1))


def test_a_turn_whose_draft_is_deleted_meanwhile_leaves_nothing(store):
    start(store, n=0)
    with pytest.raises(RuntimeError), store.turn("ana") as session:
        draft = drafts.active(session=session, person="ana")
        drafts.save(session=session, draft=draft, answers={"n": 1}, now=NOON)
        assert drafts.expire(session=session, now=later(days=8)) == 1
    with store.read() as session:
        assert drafts.active(session=session, person="ana").answers == {"n": 0}


def test_a_new_row_is_what_it_is_when_read_again(store):
    with store.write() as session:
        record = file_gift(session, giver="Acme", value=Decimal("12.50"))
        clock = clocks.start(session=session, record_id=record.id, what="x", due_at=NOON)
        assert records.by_id(session=session, record_id=record.id) is record
    with store.read() as session:
        for row in (record, clock):
            assert session.get(type(row), row.id).model_dump() == row.model_dump()


def test_a_draft_survives_a_week_and_not_much_more(store):
    start(store, n=0)
    with store.write() as session:
        assert drafts.expire(session=session, now=later(days=7)) == 0
        assert drafts.expire(session=session, now=later(days=7, minutes=1)) == 1


def test_a_clock_rings_once(store):
    with store.write() as session:
        record = file_gift(session).id
        soon = clocks.start(session=session, record_id=record, what="remind", due_at=later(days=5))
        clocks.start(session=session, record_id=record, what="escalate", due_at=later(days=9))
        assert clocks.due(session=session, now=later(days=4)) == []
        assert [each.id for each in clocks.due(session=session, now=later(days=5))] == [soon.id]
    rung = all_at_once(4, lambda _: ring(store, soon.id))
    assert sorted(rung) == [False, False, False, True]
    with store.write() as session:
        assert clocks.due(session=session, now=later(days=6)) == []
        assert clocks.stop_all(session=session, record_id=record, now=NOON) == 1
        assert [each.done_at is None for each in clocks.of_record(session=session, record_id=record)] == [False, False]


def ring(store, number):
    with store.write() as session:
        return clocks.done(session=session, clock_id=number, now=later(days=5))


def test_meeting_somebody_writes_only_what_changed(store):
    with store.turn("ana") as session:
        persons.set_profile(session=session, person="ana", profile={"job_uses_car": True}, now=NOON)
        assert persons.find(session=session, person="ana").reference is None
        met = persons.meet(session=session, person="ana", reference=REFERENCE, now=later(days=1))
        assert (met.reference, met.profile, met.met_at) == (REFERENCE, {"job_uses_car": True}, utc(later(days=1)))
    with store.turn("ana") as session:
        again = persons.meet(session=session, person="ana", reference=dict(REFERENCE), now=later(days=2))
        assert again.updated_at == utc(later(days=1))
        moved = persons.meet(session=session, person="ana", reference={**REFERENCE, "bot": "x"}, now=later(days=3))
        assert (moved.updated_at, moved.met_at) == (utc(later(days=3)), utc(later(days=1)))


def test_a_draft_that_ended_keeps_no_answers_and_says_what_became_of_it(store):
    draft = start(store, value="50.00")
    with store.turn("ana") as session:
        assert drafts.close(session=session, draft=draft, state="filed", reference="GH-2026-0001", now=later(hours=1))
    with store.read() as session:
        assert drafts.active(session=session, person="ana") is None
        ended = drafts.by_id(session=session, draft_id=draft.id)
        assert (ended.state, ended.reference, ended.answers, ended.meta) == ("filed", "GH-2026-0001", {}, {})
