"""Decisions: taken once, by the one who was asked, never on one's own."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from knowledge.errors import Sayable
from storage import decisions, records
from storage.codec import utc
from storage.decisions import ANSWERS, NotYours
from storage.tables import Decision
from tests.storage_kit import NOON, all_at_once, empty, file_gift, later

pytest_plugins = ("tests.storage_kit",)


def asked(store, *, to="mia", wants="approve", **record):
    with store.turn("ana") as session:
        filed = file_gift(session, **record)
        return decisions.ask(
            session=session, record=filed, step=1, role="line_manager", person=to, wants=wants, now=NOON
        )


def decide(store, decision, *, by="mia", state="approved", version=None, note=None):
    with store.turn(by) as session:
        return decisions.decide(
            session=session, decision_id=decision.id, version=decision.version if version is None else version,
            by=by, state=state, note=note, now=later(hours=1),
        )  # fmt: skip


def now_stands(store, decision):
    with store.read() as session:
        return decisions.by_id(session=session, decision_id=decision.id)


def test_the_person_asked_decides_and_it_is_kept(store):
    decision = asked(store)
    decided = decide(store, decision, state="approved_with_conditions", note="Share it with the team.")
    kept = now_stands(store, decision)
    assert kept == decided
    assert (kept.state, kept.note, kept.decided_by) == ("approved_with_conditions", "Share it with the team.", "mia")
    assert (kept.decided_at, kept.version) == (utc(later(hours=1)), 2)


def test_a_decision_is_taken_once(store):
    decision = asked(store)
    assert decide(store, decision, state="refused").state == "refused"
    assert decide(store, decision, state="approved") is None
    assert decide(store, decision, state="approved", version=2) is None
    assert now_stands(store, decision).state == "refused"


def test_two_who_decide_at_the_same_moment_do_it_once(store):
    for _ in range(6):
        decision = asked(store, to=None)
        answers = all_at_once(2, lambda number, it=decision: decide(store, it, by=("mia", "noa")[number]))
        [taken] = [answer for answer in answers if answer is not None]
        assert now_stands(store, decision).decided_by == taken.decided_by


@pytest.mark.parametrize(
    ("by", "record"),
    [
        ("ben", {}),
        ("ana", {}),
        ("mia", {"person": "mia"}),
        ("mia", {"on_behalf_of": "mia"}),
        ("mia", {"person": "mia", "on_behalf_of": "dee"}),
    ],
)
def test_nobody_decides_their_own_or_what_was_asked_of_somebody_else(store, by, record):
    decision = asked(store, **record)
    with pytest.raises(NotYours) as refused:
        decide(store, decision, by=by)
    assert isinstance(refused.value, Sayable)
    assert len(str(refused.value)) > 40
    assert now_stands(store, decision).state == "pending"


def test_what_was_asked_of_a_role_is_decided_by_anybody_but_the_person_concerned(store):
    decision = asked(store, to=None)
    with pytest.raises(NotYours):
        decide(store, decision, by="ana")
    assert decide(store, decision, by="noa").decided_by == "noa"


@pytest.mark.parametrize("wants", ANSWERS)
@pytest.mark.parametrize("state", sorted(set.union(*ANSWERS.values()) | {"pending", "withdrawn"}))
def test_an_answer_fits_what_was_wanted(store, wants, state):
    decision = asked(store, wants=wants)
    if state in ANSWERS[wants]:
        assert decide(store, decision, state=state).state == state
    else:
        with pytest.raises(ValueError):
            decide(store, decision, state=state)
        assert now_stands(store, decision).state == "pending"


def test_nothing_else_can_be_asked(store):
    with pytest.raises(ValueError):
        asked(store, wants="admire")


def test_more_was_asked_and_given_and_the_decision_is_open_again(store):
    decision = asked(store)
    waiting = decide(store, decision, state="more_asked", note="What was it worth?")
    with store.turn("ana") as session:
        assert decisions.pending_for(session=session, person="mia") == []
        again = decisions.reopen(session=session, decision_id=decision.id, version=waiting.version, now=later(days=1))
        assert (again.state, again.version, again.asked_at) == ("pending", 3, utc(later(days=1)))
        assert [each.id for each in decisions.pending_for(session=session, person="mia")] == [decision.id]
        assert decisions.reopen(session=session, decision_id=decision.id, version=3, now=NOON) is None
    assert decide(store, decision) is None
    assert decide(store, decision, version=3).state == "approved"


def test_withdrawing_takes_back_what_is_open_and_nothing_else(store):
    with store.turn("ana") as session:
        record = file_gift(session)
        steps = [
            decisions.ask(session=session, record=record, step=n, role="r", person="mia", wants="approve", now=NOON)
            for n in (1, 2, 3)
        ]
        other = decisions.ask(
            session=session, record=file_gift(session), step=1, role="r", person="mia", wants="approve", now=NOON
        )
    decide(store, steps[0])
    decide(store, steps[1], state="more_asked")
    with store.turn("ana") as session:
        taken = decisions.withdraw_all(session=session, record=record, now=later(hours=2))
        assert [each.id for each in taken] == [steps[1].id, steps[2].id]
        states = [each.state for each in decisions.of_record(session=session, record_id=record.id)]
        assert states == ["approved", "withdrawn", "withdrawn"]
        assert [each.id for each in decisions.pending_for(session=session, person="mia")] == [other.id]
    assert decide(store, steps[2]) is None


def test_withdrawing_and_deciding_at_the_same_moment_end_in_one_of_the_two(store):
    for _ in range(6):
        decision = asked(store)

        def race(number, it=decision):
            return withdraw(store, it) if number else decide_and_mark(store, it)

        won = all_at_once(2, race)
        kept = now_stands(store, decision)
        with store.read() as session:
            record = records.by_id(session=session, record_id=decision.record_id)
        assert sorted(won) == [False, True]
        assert (kept.state, record.status) == (("approved", "approved") if won[0] else ("withdrawn", "withdrawn"))


def withdraw(store, decision):
    with store.turn("ana") as session:
        record = records.by_id(session=session, record_id=decision.record_id)
        if not decisions.withdraw_all(session=session, record=record, now=NOON):
            return False
        record = records.by_id(session=session, record_id=decision.record_id)
        return records.set_status(session=session, record=record, status="withdrawn", now=NOON)


def decide_and_mark(store, decision):
    with store.turn("mia") as session:
        taken = decisions.decide(
            session=session, decision_id=decision.id, version=1, by="mia", state="approved", note=None, now=NOON
        )
        if taken is None:
            return False
        record = records.by_id(session=session, record_id=decision.record_id)
        return records.set_status(session=session, record=record, status="approved", now=NOON)


def test_a_decision_that_does_not_exist_is_not_decided(store):
    assert decide(store, Decision(id=999, version=1)) is None


def reassign(store, decision, *, to="noa", by="mia", version=1):
    with store.turn(by) as session:
        return decisions.reassign(
            session=session, decision_id=decision.id, version=version, by=by, to=to, now=later(hours=1)
        )


def test_a_decision_is_handed_over_once_and_the_old_row_says_by_whom_and_to_whom(store):
    decision = asked(store)
    new = reassign(store, decision)
    old = now_stands(store, decision)
    assert (old.state, old.decided_by, old.passed_to, old.version) == ("reassigned", "mia", "noa", 2)
    assert (new.person, new.state, new.step, new.role, new.wants) == ("noa", "pending", 1, "line_manager", "approve")
    assert (new.record_id, new.asked_at) == (decision.record_id, utc(later(hours=1)))
    assert reassign(store, decision) is None and reassign(store, decision, version=2) is None
    assert decide(store, decision) is None and decide(store, decision, version=2) is None
    assert decide(store, new, by="noa").state == "approved"


def test_a_decision_that_waits_for_more_can_be_handed_over(store):
    decision = asked(store)
    waiting = decide(store, decision, state="more_asked", note="Why?")
    assert reassign(store, decision, version=waiting.version).person == "noa"
    assert now_stands(store, decision).state == "reassigned"


@pytest.mark.parametrize(
    ("by", "to", "record"),
    [
        ("ben", "noa", {}),
        ("ana", "noa", {}),
        ("mia", "ana", {}),
        ("mia", "dee", {"on_behalf_of": "dee"}),
        ("mia", "ana", {"on_behalf_of": "dee"}),
    ],
)
def test_nobody_hands_over_what_is_not_theirs_or_to_the_person_concerned(store, by, to, record):
    decision = asked(store, **record)
    with pytest.raises(NotYours):
        reassign(store, decision, by=by, to=to)
    assert now_stands(store, decision).state == "pending"


def redirect(store, decision, *, to="noa", by="ana", version=1):
    with store.turn(by) as session:
        return decisions.redirect(
            session=session, decision_id=decision.id, version=version, by=by, to=to, now=later(hours=1)
        )


def test_the_one_it_concerns_brings_it_to_somebody_else_and_the_old_row_says_that_they_did(store):
    decision = asked(store)
    new = redirect(store, decision)
    old = now_stands(store, decision)
    assert (old.state, old.decided_by, old.passed_to) == ("reassigned", "ana", "noa")
    assert (new.person, new.state, new.step, new.wants) == ("noa", "pending", 1, "approve")
    assert redirect(store, decision) is None and redirect(store, decision, version=2) is None


def test_what_nobody_was_listed_for_is_brought_to_whom_the_one_it_concerns_names(store):
    decision = asked(store, to=None)
    new = redirect(store, decision)
    assert (new.id, new.person, new.state, new.asked_at) == (decision.id, "noa", "pending", utc(later(hours=1)))


@pytest.mark.parametrize(("by", "to"), [("mia", "noa"), ("ben", "noa"), ("ana", "ana")])
def test_nobody_but_the_one_it_concerns_redirects_it_and_never_to_themselves(store, by, to):
    decision = asked(store)
    with pytest.raises(NotYours):
        redirect(store, decision, by=by, to=to)
    assert now_stands(store, decision).state == "pending"


def test_handing_over_and_deciding_at_the_same_moment_end_in_one_of_the_two(store):
    for _ in range(6):
        decision = asked(store)
        first, second = all_at_once(2, lambda number, it=decision: reassign(store, it) if number else decide(store, it))
        state = now_stands(store, decision).state
        assert [first is None, second is None] in ([True, False], [False, True])
        assert state == ("reassigned" if first is None else "approved")
        with store.read() as session:
            rows = decisions.of_record(session=session, record_id=decision.record_id)
        assert len(rows) == (2 if state == "reassigned" else 1)


def test_the_ground_of_a_refusal_is_kept(store):
    decision = asked(store)
    with store.turn("mia") as session:
        decided = decisions.decide(
            session=session, decision_id=decision.id, version=1, by="mia", state="refused", note="The rota.",
            ground="affects_duties", now=NOON,
        )  # fmt: skip
    assert (decided.ground, now_stands(store, decision).ground) == ("affects_duties", "affects_duties")


FINAL = {"approved", "refused", "withdrawn", "reassigned"}


class Deciding(RuleBasedStateMachine):
    """File, decide, ask, reopen and withdraw in any order: what is final stays as it was."""

    database = None

    def __init__(self):
        super().__init__()
        empty(self.database)
        self.decisions = []
        self.final = {}

    def pick(self, which):
        return now_stands(self.database, self.decisions[which % len(self.decisions)]) if self.decisions else None

    @rule()
    def file(self):
        self.decisions.append(asked(self.database))

    @rule(which=st.integers(0, 9), state=st.sampled_from(["approved", "refused", "more_asked"]), stale=st.booleans())
    def decide(self, which, state, stale):
        if (before := self.pick(which)) is None:
            return
        version = before.version - 1 if stale else before.version
        decided = decide(self.database, before, by=before.person, state=state, version=version)
        allowed = before.state == "pending" and not stale
        assert (decided is not None) == allowed

    @rule(which=st.integers(0, 9))
    def reopen(self, which):
        if (before := self.pick(which)) is None:
            return
        with self.database.turn("ana") as session:
            again = decisions.reopen(session=session, decision_id=before.id, version=before.version, now=NOON)
        assert (again is not None) == (before.state == "more_asked")

    @rule(which=st.integers(0, 9), to=st.sampled_from(["mia", "noa"]), stale=st.booleans())
    def reassign(self, which, to, stale):
        if (before := self.pick(which)) is None or before.person != "mia":
            return
        new = reassign(self.database, before, to=to, version=before.version - 1 if stale else before.version)
        assert (new is not None) == (before.state in {"pending", "more_asked"} and not stale)
        self.decisions += [new] if new else []

    @rule(which=st.integers(0, 9))
    def withdraw(self, which):
        if (before := self.pick(which)) is None:
            return
        with self.database.turn("ana") as session:
            record = records.by_id(session=session, record_id=before.record_id)
            still = [d.id for d in decisions.of_record(session=session, record_id=record.id) if d.state not in FINAL]
            taken = decisions.withdraw_all(session=session, record=record, now=NOON)
        assert [each.id for each in taken] == still

    @invariant()
    def what_is_final_stays(self):
        for decision in self.decisions:
            state = now_stands(self.database, decision).state
            assert self.final.get(decision.id, state) == state
            if state in FINAL:
                self.final[decision.id] = state


def test_deciding_and_withdrawing_in_any_order_never_changes_what_is_final(database):
    Deciding.database = database
    quick = settings(max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Deciding, settings=quick)
