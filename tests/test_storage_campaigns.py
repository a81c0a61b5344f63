"""Reviews of declarations: many people in one go, one answer each, and every step taken once."""

from datetime import date

import pytest
from sqlalchemy import event
from sqlmodel import select

from storage import campaigns, outbox, persons, records
from storage.tables import Notice
from tests.storage_kit import NOON, REFERENCE, all_at_once, file_gift, later

pytest_plugins = ("tests.storage_kit",)
PEOPLE = (("ana", "Ana Lee"), ("ben", "Ben Shah"), ("cai", "Cai Rees"))


def start(store, *, owner="mia", people=PEOPLE, next_at=NOON, **given):
    fields = {"label": "Highways", "situation": "annual_declaration", "ends_on": date(2026, 3, 20), "next_what": "week"}
    with store.write() as session:
        return campaigns.start(
            session=session, owner=owner, people=people, next_at=next_at, now=NOON, **{**fields, **given}
        )


def declare(store, campaign, person, *, nil=True):
    with store.turn(person) as session:
        record = file_gift(session, kind="declaration", situation="annual_declaration", person=person)
        return record, campaigns.answer(session=session, campaign=campaign, person=person, record=record, nil=nil)


def look(store, what, **given):
    with store.read() as session:
        return what(session=session, **given)


def answers(store, campaign):
    return [(a.person, a.reference, a.nil) for a in look(store, campaigns.answers, campaign_id=campaign.id)]


def test_everybody_asked_is_kept_in_order_and_owes_an_answer(store):
    campaign = start(store)
    assert answers(store, campaign) == [("ana", None, None), ("ben", None, None), ("cai", None, None)]
    assert [c.id for c in look(store, campaigns.asking, person="ben")] == [campaign.id]
    assert look(store, campaigns.asking, person="mia") == []
    assert look(store, campaigns.left_to_answer, campaign_id=campaign.id) == 3


def test_an_answer_counts_once_and_shows_its_reference_and_whether_it_is_nil(store):
    campaign = start(store)
    first, counted = declare(store, campaign, "ana", nil=False)
    assert counted
    assert not declare(store, campaign, "ana")[1]
    assert answers(store, campaign)[0] == ("ana", first.reference, False)
    assert look(store, campaigns.asking, person="ana") == []
    assert look(store, campaigns.left_to_answer, campaign_id=campaign.id) == 2


def test_somebody_who_was_not_asked_answers_nothing(store):
    campaign = start(store)
    assert not declare(store, campaign, "dot")[1]


def test_an_answer_that_is_withdrawn_is_owed_again(store):
    campaign = start(store)
    record, _ = declare(store, campaign, "ana")
    with store.turn("ana") as session:
        kept = records.by_id(session=session, record_id=record.id)
        records.set_status(session=session, record=kept, status="withdrawn", now=later(hours=1))
    assert answers(store, campaign)[0] == ("ana", None, None)
    assert [c.id for c in look(store, campaigns.asking, person="ana")] == [campaign.id]
    again, counted = declare(store, campaign, "ana", nil=False)
    assert counted and answers(store, campaign)[0] == ("ana", again.reference, False)


def test_a_step_that_falls_due_is_taken_once_though_several_see_it(store):
    campaign = start(store)
    assert look(store, campaigns.due, now=later(seconds=-1)) == []
    assert [c.id for c in look(store, campaigns.due, now=NOON)] == [campaign.id]

    def move(_):
        with store.write() as session:
            return campaigns.move_on(session=session, campaign=campaign, next_what="last", next_at=later(days=7))

    assert sorted(all_at_once(4, move)) == [False, False, False, True]
    assert look(store, campaigns.due, now=NOON) == []


def test_a_closed_review_asks_nobody_and_is_closed_once(store):
    campaign = start(store)

    def close(_):
        with store.write() as session:
            return campaigns.close(session=session, campaign=campaign, now=later(hours=1))

    assert sorted(all_at_once(3, close)) == [False, False, True]
    assert look(store, campaigns.asking, person="ana") == look(store, campaigns.due, now=later(days=99)) == []
    assert [c.state for c in look(store, campaigns.of_owner, owner="mia")] == ["closed"]
    assert look(store, campaigns.of_owner, owner="mia", state="open") == []


def test_those_who_left_are_noted_and_owe_nothing_any_more(store):
    campaign = start(store)
    with store.write() as session:
        campaigns.gone(session=session, campaign_id=campaign.id, people={"cai"}, now=NOON)
    assert [a.gone for a in look(store, campaigns.answers, campaign_id=campaign.id)] == [False, False, True]
    assert look(store, campaigns.left_to_answer, campaign_id=campaign.id) == 2


def test_that_all_have_answered_is_noted_once(store):
    campaign = start(store)
    with store.write() as session:
        assert campaigns.complete(session=session, campaign_id=campaign.id, now=NOON)
        assert not campaigns.complete(session=session, campaign_id=campaign.id, now=NOON)


def test_only_those_whom_the_bot_has_met_are_reached(store):
    with store.turn("ana") as session:
        persons.meet(session=session, person="ana", reference=REFERENCE, now=NOON)
    assert look(store, campaigns.reached, people=["ana", "ben"]) == {"ana"}


def test_two_thousand_people_are_asked_in_a_handful_of_statements(store):
    people = [(f"p{n}", f"Person {n}") for n in range(2000)]
    seen = []

    def listen(*given):
        seen.append(given[2])

    event.listen(store._writer, "before_cursor_execute", listen)
    campaign = start(store, people=people)
    with store.write() as session:
        notices = [outbox.Outgoing(person, {"text": "x"}, "review") for person, _ in people]
        outbox.enqueue_notices(session=session, notices=notices, now=NOON)
    event.remove(store._writer, "before_cursor_execute", listen)
    assert len([sql for sql in seen if sql.startswith("INSERT")]) == 3
    assert look(store, campaigns.left_to_answer, campaign_id=campaign.id) == 2000
    with store.read() as session:
        assert len(session.exec(select(Notice.id)).all()) == 2000


@pytest.mark.parametrize(
    ("template", "had"), [("reminder", True), ("due", True), ("review_due", True), ("told", False)]
)
def test_who_was_reminded_since_midnight_is_known_by_the_template(store, template, had):
    with store.write() as session:
        outbox.enqueue_notices(session=session, notices=[outbox.Outgoing("ana", {"text": "x"}, template)], now=NOON)
    assert look(store, outbox.reminded_since, since=later(hours=-12)) == ({"ana"} if had else set())
    assert look(store, outbox.reminded_since, since=later(seconds=1)) == set()
