"""The battery: what every situation gets for free, over HTTP, at every step of ways that come to every question."""

import pytest

from dialogs.situation import NOT_KNOWN
from dialogs.steps import next_step
from knowledge.clauses import load_library
from tests.battery_kit import ASIDE, ENTRY, SUMMARY, SUMMARY_TITLE, Walk, listening, one_engine, plain  # noqa: F401
from tests.battery_paths import (
    TODAY,
    all_ways,
    each_situation,
    every_answer,
    every_question,
    known_at_start,
    name_of,
    openings,
)

each = pytest.mark.parametrize("situation", each_situation(), ids=name_of)
FREE = ("text", "party")
ASIDES = ("help", "hello", "thanks", "my records", "my approvals", "talk to a person", "cymraeg", "…?!", "resume")
WHOM = {"councillor": "Demi Clarke", "employee": "Megan Lloyd"}


@each
async def test_every_question_comes_in_its_turn_and_the_summary_only_after_all(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_answer(situation):
            await walk.go(way)
            walk.must_ask(SUMMARY, f"{[s.words for s in way]}")
            told = {said.question: said.value for said in way}
            assert {k: v for k, v in walk.kept.items() if k in told} == told
            shown = [SUMMARY_TITLE in str(a) for a in town.chat(walk.who).since(walk.began)]
            assert shown.count(True) == 1, "a summary was shown before everything was asked"
        assert not town.records() and not town.notices()


@each
async def test_nothing_is_asked_that_the_opening_sentence_told(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for sentence in openings(situation, 12):
            await walk.say(sentence)
            draft = town.draft(walk.who)
            if draft is None:
                continue
            step = next_step(situation, draft.answers, TODAY)
            walk.must_ask(step.question.id if step.question else SUMMARY if walk.asked != ENTRY else ENTRY, sentence)
            assert walk.asked not in draft.answers
            await walk.say("cancel")


@each
async def test_cancel_leaves_nothing_at_any_step(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            for steps in [*range(len(way)), None]:
                await walk.go(way, steps)
                await walk.say("cancel")
                assert "Nothing about" in walk.heard and "was filed or sent" in walk.heard
                assert town.draft(walk.who) is None
                await walk.say("yes")
        assert not town.records() and not town.notices()
        assert set(town.connector.chats) == {f"a:{walk.who}"}


@each
async def test_back_returns_to_the_question_before(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            await walk.say("back")
            walk.must_ask(way[0].question, "back at the first question")
            for said in way:
                await walk.answer(said)
                await walk.say("go back")
                walk.must_ask(said.question, f"back from the answer {said.words!r}")
                assert said.question not in walk.kept
                await walk.say(said.words)
            walk.must_ask(SUMMARY if walk.asked != ENTRY else ENTRY, "the last answer")


@each
async def test_why_names_a_reason_and_the_clause_and_asks_the_same_again(situation, tmp_path):
    library = load_library()
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            for said in way:
                await _why(walk, said.question, library)
                await walk.answer(said)
            await walk.say("why?")
            walk.must_ask(walk.asked and SUMMARY, "why at the summary")


async def _why(walk, question_id, library):
    if walk.asked == ENTRY:
        await walk.say("record it anyway")
    question = walk.situation.question(question_id)
    await walk.say("why do you ask?")
    walk.must_ask(question_id, "why")
    assert f"I ask because {question.why}" in walk.heard
    if question.clause and (clause := library.get(question.clause)).audience == walk.situation.audience:
        assert plain(clause.text) in walk.heard and clause.label in walk.heard


@each
async def test_a_side_question_is_answered_and_the_same_question_comes_back(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            for steps in range(len(way) + 1):
                await _aside(walk, ASIDE[situation.audience])
                assert any(
                    lead in walk.heard and "[1]" in walk.heard and "Back to" in walk.heard
                    for lead in ("says:", "Two places", "Until HR decides")
                )
                for said in way[steps : steps + 1]:
                    await walk.answer(said)


@each
async def test_whatever_comes_between_the_same_question_comes_back(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            for steps in range(len(way) + 1):
                for words in ASIDES:
                    await _aside(walk, words)
                for said in way[steps : steps + 1]:
                    await walk.answer(said)
        assert not town.records() and not town.notices()


async def _aside(walk, words):
    before, kept = walk.asked, walk.kept
    await walk.say(words)
    walk.must_ask(before, words)
    assert walk.kept == kept


@each
async def test_nonsense_gives_choices_the_second_time_and_a_person_the_third(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            for said in way:
                if walk.asked == ENTRY:
                    await walk.say("record it anyway")
                if situation.question(said.question).kind not in FREE:
                    await _nonsense(walk)
                await walk.answer(said)


async def _nonsense(walk):
    asked, kept = walk.asked, walk.kept
    for times in (1, 2, 3):
        await walk.say("xqz blorp")
        walk.must_ask(asked, f"nonsense {times} times")
        assert walk.kept == kept
        assert ("You can answer" in walk.heard) == (times > 1)
        assert (f"talk to {WHOM[walk.situation.audience]}" in walk.heard) == (times > 2)


@each
async def test_skip_leaves_out_what_may_be_left_out_and_says_why_the_rest_may_not(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            for steps, said in enumerate(way):
                await walk.go(way, steps)
                if walk.asked == ENTRY:
                    await walk.say("record it anyway")
                question = situation.question(said.question)
                await walk.say("skip")
                if question.may_be_unknown:
                    assert walk.kept[said.question] == NOT_KNOWN
                    assert walk.asked not in ("", said.question)
                else:
                    walk.must_ask(said.question, "skip")
                    assert said.question not in walk.kept and question.why in walk.heard


@each
async def test_every_answer_can_be_changed_from_the_list(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way)
            for said in way:
                question = situation.question(said.question)
                await walk.say("change")
                assert question.name in walk.heard
                await change(walk, said, question.label)
        assert not town.records()


async def change(walk, said, words):
    """Name an answer to change: its question is asked, and the same answer again leads back to the summary."""
    await walk.say(words)
    walk.must_ask(said.question, words)
    await walk.say(said.words)
    walk.must_ask(SUMMARY, f"the same answer {said.words!r} again")


@each
async def test_a_restart_at_any_step_carries_on_at_the_same_question(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        way = max(every_question(situation), key=len)
        await walk.go(way, 0)
        for said in way:
            await town.restart()
            await walk.answer(said)
        await town.restart()
        if walk.asked == ENTRY:
            await walk.say("record it anyway")
        await walk.say("carry on")
        walk.must_ask(SUMMARY, "the last answer")


@each
async def test_parked_at_any_step_it_is_taken_up_at_the_same_question(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            for said in way:
                await _park(walk)
                await walk.answer(said)
            await _park(walk)


async def _park(walk):
    asked, kept = walk.asked, walk.kept
    await walk.say("park it")
    assert walk.heard.startswith("Parked") and walk.town.draft(walk.who) is None
    await walk.say("resume")
    walk.must_ask(asked, "resume")
    assert walk.kept == kept


@each
async def test_every_choice_can_be_pressed_and_typed_and_means_the_same(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk, done = Walk(town, situation), set()
        for way in every_answer(situation):
            await walk.go(way, 0)
            for said in way:
                if walk.asked == ENTRY:
                    await walk.say("record it anyway")
                question = situation.question(said.question)
                if question.kind in ("choice", "yes_no") and said not in done:
                    done.add(said)
                    await _every_way_to_say(walk, question, said)
                await walk.answer(said)


async def _every_way_to_say(walk, question, said):
    before, came = walk.kept, {}
    option = next((o for o in question.options if o.value == said.value), None)
    typed = [said.words.upper() if len(said.words) % 2 else f"{said.words.lower()} please"]
    offered = option.title if option else said.words[:1].upper() + said.words[1:]
    for words in typed:
        await walk.say(words)
        came[words] = (walk.asked, walk.kept)
        await walk.say("back")
        assert (walk.asked, walk.kept) == (said.question, before), f"back after {words!r}"
    if option or question.kind == "yes_no":
        await walk.choose(offered)
        came["pressed"] = (walk.asked, walk.kept)
        await walk.say("back")
    wrong = {words: each for words, each in came.items() if each != came[typed[0]]}
    assert not wrong, f"to {question.asks!r}: {wrong}, but {typed[0]!r} came to {came[typed[0]]}"
    assert came[typed[0]][1][said.question] == said.value


@each
def test_every_clause_that_is_cited_is_in_force_for_the_person(situation):
    library = load_library()
    held = {c.id for c in library.in_force(situation.audience, TODAY)}
    for way in all_ways(situation):
        answers = {**known_at_start(situation), **{said.question: said.value for said in way}}
        ruling = next_step(situation, answers, TODAY).ruling
        assert {f.clause for f in ruling.findings} <= held
    everywhere = {c.id for c in library.in_force(None, TODAY)}
    assert {q.clause for q in situation.questions if q.clause} <= everywhere
