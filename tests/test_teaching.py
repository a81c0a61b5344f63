"""What HR teach: understood from the next message on, near itself and nowhere else, and taken back without a trace."""

from datetime import date, datetime

import pytest

from dialogs.teaching import LONGEST, lesson_of
from knowledge.clauses import load_library
from knowledge.errors import Sayable
from knowledge.understanding.teaching import Phrase
from storage import audit, phrases
from storage.tables import Audit
from tests.engines import engine_of
from tests.storage_kit import NOON, all_at_once
from tests.town import town

pytest_plugins = ("tests.storage_kit",)
NOW, TODAY = datetime(2026, 11, 27, 12), date(2026, 11, 27)
DRINK = Phrase(1, "they bunged me a drink at the depot do", "gift_offered")
VAPE = Phrase(2, "can i vape in the van", clause="health-and-safety.1")
FAR = (
    "I lost my ipad on the bus",
    "can my nephew apply for a job here",
    "when is the library open",
    "a rep gave me wine",
)


def first(engine, text):
    understood = engine.understand(text, "employee", NOW)
    return understood.decision, understood.candidates[0].situation


@pytest.mark.parametrize("tier", ["full", "words"])
def test_a_taught_phrasing_is_acted_on_and_what_is_far_from_it_is_as_it_was(tier):
    engine = engine_of(tier)
    taught = engine.over(load_library(), (DRINK, VAPE))
    assert first(engine, DRINK.text) != ("act", "gift_offered")
    assert first(taught, DRINK.text) == ("act", "gift_offered")
    assert first(taught, "They bunged me a drink at the depot do!") == ("act", "gift_offered")
    for text in FAR:
        before, after = (each.understand(text, "employee", NOW) for each in (engine, taught))
        assert before.decision == after.decision and before.candidates[0].situation == after.candidates[0].situation
        assert abs(before.candidates[0].score - after.candidates[0].score) < 0.1
    assert engine.over(load_library(), ()) is engine


@pytest.mark.parametrize("tier", ["full", "words"])
def test_a_taught_question_is_answered_by_its_clause(tier):
    taught = engine_of(tier).over(load_library(), (VAPE,))
    assert first(taught, VAPE.text) == ("act", "policy_question")
    assert taught.search(VAPE.text, "employee", TODAY)[0].clause.id == VAPE.clause
    assert all(hit.clause.id != VAPE.clause for hit in taught.search(VAPE.text, "councillor", TODAY))


def test_a_text_taught_twice_means_what_came_last():
    again = Phrase(3, DRINK.text, "hospitality_offered")
    taught = engine_of("full").over(load_library(), (DRINK, again))
    assert first(taught, DRINK.text) == ("act", "hospitality_offered")


def test_what_cannot_be_taught_is_said():
    library = load_library()
    for text, target, said in (
        ("hello", "a gift", "A single word is too little"),
        ("word " * 60, "a gift", f"{LONGEST} characters at most"),
        ("some words", "banana", "I don't know a matter"),
        ("some words", "clause 99.9", "I don't know a clause"),
    ):
        with pytest.raises(Sayable, match=said):
            lesson_of(library, text, target)
    assert lesson_of(library, "some words", "gifts 1").clause == "gifts.1"
    assert lesson_of(library, "some words", "a lost device").situation == "device_lost"
    assert lesson_of(library, "some words", "Bullying").situation == "harassment_or_bullying"


def test_it_is_kept_once_and_taken_back_once(store):
    with store.write() as session:
        made = phrases.teach(
            session=session, text="some words", situation="gift_offered", clause="", by="helen", now=NOON
        )
        assert [row.text for row in phrases.standing(session=session)] == ["some words"]
        number = made.id

    def undo(place):
        with store.turn(f"editor {place}") as session:
            return phrases.undo(session=session, phrase=number, by=f"editor {place}", now=NOON)

    assert sum(all_at_once(3, undo)) == 1
    with store.read() as session:
        assert phrases.standing(session=session) == []
        rows = [session.get(Audit, place) for place in (1, 2)]
        assert [(row.act, row.subject) for row in rows] == [("phrase_taught", "P-1"), ("phrase_undone", "P-1")]
        assert "some words" not in str([row.detail for row in rows])
        assert audit.verify(session=session) is None
    with store.write() as session:
        assert not phrases.undo(session=session, phrase=99, by="helen", now=NOON)


async def test_the_other_process_knows_it_at_its_next_message_and_a_failing_golden_check_takes_a_yes(tmp_path):
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    async with town(tmp_path, database_url=url) as one, town(tmp_path, database_url=url) as other:
        await other.say("amy", DRINK.text)
        assert "Is it about alcohol on the premises or a gift?" in other.texts("amy")
        await one.say("helen", f"teach “{DRINK.text}” as a gift")
        await other.say("ben", DRINK.text)
        assert "alcohol on the premises" not in other.texts("ben")
        await one.say("helen", "teach “a client has given me a bottle of wine” as bullying")
        assert "golden check would fail" in one.texts("helen") or "golden checks would fail" in one.texts("helen")
        await one.say("helen", "no")
        assert "Not taught. Nothing has changed." in one.texts("helen")
        await one.say("helen", "taught")
        assert "1 phrasing taught" in one.texts("helen")
