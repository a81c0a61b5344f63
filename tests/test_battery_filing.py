"""The battery, at the end of every way: what is filed, by whom it is heard of, and that it is filed once."""

import pytest

from knowledge.clauses import load_library
from storage import decisions
from tests.battery_kit import Walk, listening, one_engine  # noqa: F401
from tests.battery_paths import TODAY, each_situation, every_answer, every_question, name_of

each = pytest.mark.parametrize("situation", each_situation(), ids=name_of)

SAME = ("reference", "situation", "kind", "status", "answers", "ruling", "giver", "value_pence", "offered_on", "device")


@each
async def test_no_at_the_summary_files_nothing_and_leaves_a_way_on(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way)
            kept = walk.kept
            for no in ("no", "not yet", "nope"):
                await walk.say(no)
                if town.draft(walk.who) is None:
                    assert "ask" in walk.heard, f"{no}: {walk.heard}"
                    break
                assert walk.kept == kept and "change something" in walk.heard.lower(), f"{no}: {walk.heard}"
            assert not town.records() and not town.notices()


@each
async def test_yes_files_once_and_every_old_card_says_what_became_of_it(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for number, way in enumerate(every_question(situation), 1):
            town.connector.chats.clear()
            await walk.go(way)
            await walk.say("yes")
            (*_, record) = town.records()
            assert len(town.records()) == number and record.reference in walk.heard
            after = len(town.notices())
            await town.again(walk.who)
            await walk.say("yes")
            await _press_all_old_buttons(walk)
            await town.restart()
            await walk.say("yes")
            assert len(town.records()) == number and len(town.notices()) == after
            assert town.draft(walk.who) is None


async def _press_all_old_buttons(walk):
    ours = [b for b in walk.town.buttons(walk.who) if b["verb"].startswith("draft.")]
    for title in dict.fromkeys(b["title"] for b in ours):
        for newest in (True, False):
            await walk.press(title, newest=newest)
            assert "filed already" in walk.heard or "cancelled" in walk.heard, f"{title}: {walk.heard}"
            assert walk.town.last_answer["statusCode"] == 200


@each
async def test_a_button_and_a_typed_yes_file_the_same(situation, tmp_path):
    filed = {"yes": [], "File it": []}
    for end, records in filed.items():
        (tmp_path / end).mkdir()
        async with listening(tmp_path / end) as town:
            walk = Walk(town, situation)
            for way in every_question(situation):
                await walk.go(way)
                await (walk.say(end) if end == "yes" else walk.press(end))
            records += [{n: getattr(r, n) for n in SAME} for r in town.records()]
    assert filed["yes"] == filed["File it"] != []


@each
async def test_what_is_filed_holds_every_answer_and_cites_clauses_in_force(situation, tmp_path):
    held = {c.id: c for c in load_library().in_force(situation.audience, TODAY)}
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_answer(situation):
            await walk.go(way)
            await walk.say("yes")
            (*_, record) = town.records()
            assert record.answers.items() >= {said.question: said.value for said in way}.items()
            for finding in record.ruling["findings"]:
                assert finding["version"] == held[finding["clause"]].version
                assert finding["quote"] in held[finding["clause"]].text


@each
async def test_those_who_are_asked_hear_of_it_and_nobody_else(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        everybody = [p.key for p in town.directory.people if p.key != walk.who]
        for who in everybody:
            await town.opens(who)
        for way in every_question(situation):
            await walk.go(way)
            marks = {who: len(town.chat(who).log) for who in everybody}
            await walk.say("yes")
            (*_, record) = town.records()
            with town.store.read() as session:
                asked = decisions.of_record(session=session, record_id=record.id)
            told = {who for who in everybody if town.chat(who).since(marks[who])}
            assert {town.person(who).id for who in told} == {d.person for d in asked}
            assert record.status == ("awaiting" if asked else "recorded")
            for who in told:
                assert record.reference in str(town.chat(who).since(marks[who])[-1])
