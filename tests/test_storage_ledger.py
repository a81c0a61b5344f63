"""HR's decisions as they are kept: dated, one after the other, each with its audit row."""

from datetime import date, datetime

import pytest

from dialogs.following import follow_decisions
from knowledge import decided
from knowledge.ledger.decisions import decision_on
from knowledge.values import value
from storage import audit, ledger
from storage.tables import Audit
from tests.storage_kit import LONDON, NOON, all_at_once, later

pytest_plugins = ("tests.storage_kit",)
TODAY = NOON.date()


def decide(session, entry="X3", reading="counts", follows=0, **given):
    fields = {"words": "Cousins count.", "since": TODAY, "by": "helen", "now": NOON}
    return ledger.decide(session=session, entry=entry, reading=reading, follows=follows, **{**fields, **given})


def test_a_decision_is_kept_with_its_days_and_its_audit_row(store):
    with store.turn("helen") as session:
        made = decide(session, since=date(2026, 4, 1))
        assert made.id == 1
    with store.read() as session:
        kept = ledger.last_of(session=session, entry="X3")
        assert (kept.reading, kept.words, kept.decided_by) == ("counts", "Cousins count.", "helen")
        assert (kept.decided_on, kept.since, kept.withdraws) == (TODAY, date(2026, 4, 1), False)
        assert kept.decided_at == NOON
        row = session.get(Audit, 1)
        assert (row.actor, row.act, row.subject) == ("helen", "decided_unclear", "X3")
        assert row.detail == {"reading": "counts", "from": "2026-04-01", "follows": 0}
        assert "Cousins" not in str(row.detail)
        assert audit.verify(session=session) is None


def test_the_day_of_a_decision_is_that_of_the_councils_clock(store):
    with store.write() as session:
        made = decide(session, now=datetime(2026, 7, 1, 0, 30, tzinfo=LONDON))
        assert made.decided_on == date(2026, 7, 1)


def test_decisions_follow_each_other_and_none_is_overwritten(store):
    with store.write() as session:
        first = decide(session)
        second = decide(session, reading="does_not_count", follows=first.id, now=later(days=1))
        ledger.withdraw(session=session, entry="X3", since=TODAY, by="dev", follows=second.id, now=later(days=2))
        decide(session, entry="X4", reading="no_consent")
    with store.read() as session:
        rows = ledger.all_decisions(session=session)
        assert [(r.entry, r.reading, r.withdraws) for r in rows] == [
            ("X3", "counts", False), ("X3", "does_not_count", False), ("X3", "", True), ("X4", "no_consent", False),
        ]  # fmt: skip
        assert ledger.count(session=session) == 4
        assert ledger.last_of(session=session, entry="X3").withdraws
        assert ledger.last_of(session=session, entry="X9") is None


def test_of_two_who_decide_the_same_at_once_one_does(store):
    def decided_by(number):
        with store.turn(f"p{number}") as session:
            return decide(session, by=f"p{number}") is not None

    assert sorted(all_at_once(4, decided_by)) == [False, False, False, True]
    with store.read() as session:
        assert ledger.count(session=session) == 1
        assert session.get(Audit, 2) is None and audit.verify(session=session) is None


def test_a_decision_that_was_rolled_back_is_not_there(store):
    with pytest.raises(ZeroDivisionError), store.turn("helen") as session:
        decide(session)
        raise ZeroDivisionError
    with store.read() as session:
        assert ledger.count(session=session) == 0


def test_a_process_follows_what_is_in_the_database_and_reads_it_only_when_there_is_more(store, monkeypatch):
    try:
        with store.read() as session:
            follow_decisions(session, store)
        assert value("X3", TODAY).amount == "ask"
        with store.write() as session:
            made = decide(session)
        with store.read() as session:
            follow_decisions(session, store)
            assert value("X3", TODAY).amount == "counts" and decision_on("X3", TODAY).by == "helen"
            with monkeypatch.context() as patch:
                patch.setattr(ledger, "all_decisions", None)
                follow_decisions(session, store)
        with store.write() as session:
            ledger.withdraw(session=session, entry="X3", since=TODAY, by="dev", follows=made.id, now=NOON)
        with store.read() as session:
            follow_decisions(session, store)
        assert value("X3", TODAY).amount == "ask" and decision_on("X3", TODAY) is None
        other = object()
        with store.read() as session:
            follow_decisions(session, other)
        assert decided.held().source is other
    finally:
        decided.let_go(decided.held().source)
