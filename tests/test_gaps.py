"""What people found wanting: counted or sent without a name, read by HR, done with once; thumbs under answers."""

from datetime import timedelta

from sqlmodel import select

from storage import audit, gaps
from storage.tables import Audit, Gap, Notice
from tests.storage_kit import NOON, all_at_once
from tests.town import town

pytest_plugins = ("tests.storage_kit",)
ASKED = "when must I give a reason for accepting a gift"


def test_they_are_kept_without_a_name_and_done_with_once(store):
    with store.turn("amy") as session:
        sent = gaps.send(session=session, words="how much leave", audience="employee", now=NOON).id
        gaps.unhelpful(session=session, clause="gifts.1", audience="employee", now=NOON)
        gaps.unhelpful(session=session, clause="gifts.1", audience="employee", now=NOON)
        gaps.unhelpful(session=session, clause="5.16", audience="councillor", now=NOON - timedelta(days=200))
    with store.read() as session:
        assert [row.words for row in gaps.waiting(session=session)] == ["how much leave"]
        assert gaps.counts(session=session, since=NOON.date() - timedelta(days=90)) == [("gifts.1", 2)]
        assert "amy" not in str([row.model_dump() for row in session.exec(select(Gap)).all()])
        assert session.exec(select(Audit)).all() == []

    def close(place):
        with store.turn(f"editor {place}") as session:
            return gaps.close(session=session, gap=sent, by=f"editor {place}", now=NOON)

    assert sum(all_at_once(3, close)) == 1
    with store.write() as session:
        assert gaps.waiting(session=session) == []
        assert not gaps.close(session=session, gap=sent + 1, by="helen", now=NOON)
        assert not gaps.close(session=session, gap=99, by="helen", now=NOON)
    with store.read() as session:
        assert audit.verify(session=session) is None


async def rate(running, who, reaction):
    mark = len(running.chat(who).log)
    value = {"actionName": "feedback", "actionValue": {"reaction": reaction, "feedback": '{"feedbackText": "No."}'}}
    assert await running.send(who, type="invoke", name="message/submitAction", value=value) == 200
    assert running.last_answer == {}
    return running.texts(who, mark)


async def test_a_thumb_down_counts_for_the_clause_once_and_offers_to_send_the_words(tmp_path):
    async with town(tmp_path) as running:
        await running.say("amy", ASKED)
        answer = running.chat("amy").log[-1][2]
        assert answer["channelData"]["feedbackLoop"] == {"type": "default"}
        said = await rate(running, "amy", "dislike")
        assert "I'm sorry that didn't help." in said and "[Send this to HR]" in said
        await rate(running, "amy", "dislike")
        assert await rate(running, "amy", "like") == ""
        await running.say("helen", "gaps")
        heard = running.texts("helen")
        assert "Registration of gifts and hospitality, paragraph 4: 1" in heard and ASKED not in heard
        await running.say("amy", "send this to HR")
        await running.say("helen", "gaps")
        assert f"“{ASKED}” (employee" in running.texts("helen")
        with running.store.read() as session:
            bodies = [str(row.body) for row in session.exec(select(Notice)).all()]
        assert not any(ASKED in body for body in bodies)


async def test_a_rating_of_nothing_and_one_that_was_tampered_with_change_nothing(tmp_path):
    async with town(tmp_path) as running:
        assert "Please tell Megan Lloyd" in await rate(running, "amy", "dislike")
        for value in ({}, {"actionName": "feedback", "actionValue": "x"}, {"actionName": "other"}):
            await running.send("amy", type="invoke", name="message/submitAction", value=value)
        await running.say("helen", "gaps")
        assert "Nothing was sent to HR" in running.texts("helen")
