"""Editions as they are kept: proposed once, each step taken once, all of it in the audit trail, on both databases."""

from datetime import date

from dialogs.editions import publish
from dialogs.following import follow_decisions
from knowledge import decided
from knowledge.editions.edits import edits_json
from knowledge.errors import Sayable
from knowledge.values import value
from storage import audit, editions
from storage.tables import Audit
from tests.editions_kit import lowered
from tests.storage_kit import NOON, all_at_once, later

pytest_plugins = ("tests.storage_kit",)
SINCE = date(2027, 1, 1)


def propose(session, author="helen", to="£25", since=SINCE):
    edition = lowered(to=to)
    return editions.propose(
        session=session,
        author=author,
        why="members voted",
        since=since,
        edits=edits_json(edition.clauses, edition.figures),
        follows={"gift_reason_over": 0},
        document="",
        now=NOON,
    ).id


def act(session, edition, what, by="dev", **more):
    return editions.record(session=session, edition=edition, act=what, by=by, now=NOON, **more)


def test_an_edition_is_kept_with_its_acts_and_the_audit_holds_none_of_its_words(store):
    with store.turn("helen") as session:
        number = propose(session)
    with store.turn("dev") as session:
        act(session, number, "published", why="it is meant", failing=["case: a gift"])
    with store.read() as session:
        kept = editions.find(session=session, edition=number)
        assert (kept.state, kept.edition.author, kept.edition.since) == ("published", "helen", SINCE)
        assert (kept.act("published").by, kept.act("published").failing) == ("dev", ["case: a gift"])
        rows = [session.get(Audit, place) for place in (1, 2)]
        assert [(row.actor, row.act, row.subject) for row in rows] == [
            ("helen", "edition_proposed", "KB-1"), ("dev", "edition_published", "KB-1"),
        ]  # fmt: skip
        assert "voted" not in str([row.detail for row in rows]) and "meant" not in str([row.detail for row in rows])
        assert audit.verify(session=session) is None


def test_each_step_is_taken_once(store):
    with store.write() as session:
        number = propose(session)
        assert act(session, number, "withdrawn") is not None
        assert act(session, number, "published") is None
        assert act(session, number, "withdrawn") is None
        assert editions.find(session=session, edition=number).state == "withdrawn"
        assert act(session, number, "reviewed", subject="gifts.1") is not None
        assert act(session, number, "reviewed", subject="gifts.1") is None
        assert editions.find(session=session, edition=99) is None


def test_of_several_who_publish_at_once_one_does(store):
    with store.write() as session:
        number = propose(session)

    def publish(place):
        with store.turn(f"editor {place}") as session:
            editions.alone(session)
            return act(session, number, "published", by=f"editor {place}") is not None

    assert sum(all_at_once(4, publish)) == 1


def test_of_two_changes_of_the_same_words_published_at_once_one_is(store):
    with store.write() as session:
        both = [propose(session), propose(session, to="£30")]

    def put_in_force(place):
        try:
            with store.turn(f"editor {place}") as session:
                follow_decisions(session, store)
                kept = editions.find(session=session, edition=both[place])
                publish(session, store, kept, f"editor {place}", NOON, (), "")
        except Sayable as refused:
            return str(refused)
        return ""

    try:
        refused = [said for said in all_at_once(2, put_in_force) if said]
        assert len(refused) == 1 and "changed the same since" in refused[0]
        with store.read() as session:
            assert [each.state for each in editions.every(session=session)].count("published") == 1
    finally:
        decided.let_go(store)


def test_a_change_for_the_day_itself_holds_from_its_publication(store):
    with store.turn("helen") as session:
        made = propose(session, since=NOON.date())
        ahead = propose(session, to="£30", since=later(days=9).date())
    with store.turn("dev") as session:
        kept = editions.find(session=session, edition=made)
        assert kept.begins(later(days=3).date()) == later(days=3).date()
        editions.record(session=session, edition=made, act="published", by="dev", now=later(days=3))
        kept = editions.find(session=session, edition=made)
        assert kept.begins(later(days=8).date()) == later(days=3).date()
        assert editions.find(session=session, edition=ahead).begins(later(days=20).date()) == later(days=9).date()
    try:
        with store.turn("dev") as session:
            follow_decisions(session, store)
        assert value("gift_reason_over", later(days=2).date()).amount == 50
        assert value("gift_reason_over", later(days=3).date()).amount == 25
    finally:
        decided.let_go(store)


def test_a_process_follows_what_was_published_and_what_was_taken_back(store):
    try:
        with store.turn("helen") as session:
            number = propose(session)
            follow_decisions(session, store)
            assert value("gift_reason_over", SINCE).amount == 50
        with store.turn("dev") as session:
            act(session, number, "published")
        with store.turn("amy") as session:
            follow_decisions(session, store)
            assert value("gift_reason_over", SINCE).amount == 25
            held = decided.held()
            follow_decisions(session, store)
            assert decided.held() is held
        with store.turn("dev") as session:
            editions.record(session=session, edition=number, act="rolled_back", by="dev", now=later(days=60))
            follow_decisions(session, store)
            assert value("gift_reason_over", SINCE).amount == (25 if later(days=60).date() > SINCE else 50)
            assert value("gift_reason_over", later(days=60).date()).amount == 50
    finally:
        decided.let_go(store)


def test_editions_count_in_the_order_of_their_publication(store):
    try:
        with store.turn("helen") as session:
            first, second = propose(session), propose(session, to="£30")
            act(session, second, "published")
            act(session, first, "published")
            follow_decisions(session, store)
        assert [each.number for each in decided.held().editions] == [second, first]
        assert value("gift_reason_over", SINCE).amount == 25
    finally:
        decided.let_go(store)
