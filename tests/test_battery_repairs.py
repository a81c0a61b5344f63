"""What the battery holds beside the ways through: cards that Teams can show, corrections by label, tampered cards."""

import pytest

from tests.battery_kit import ENTRY, SUMMARY, Walk, listening, one_engine, plain  # noqa: F401
from tests.battery_paths import every_answer, every_question
from tests.battery_speech import MOST_ACTIONS, actions_shown
from tests.test_battery import _nonsense, change, each
from tests.test_odd_input import BAD_IDS, _execute, _tickets, draft_of, heard, town  # noqa: F401
from tests.town import cards_of


@each
async def test_no_card_has_more_buttons_than_teams_shows(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way)
        shown = [actions_shown(card) for _, _, a in town.chat(walk.who).log for card in cards_of(a)]
        assert max(shown, default=0) <= MOST_ACTIONS


@each
async def test_every_answer_can_be_changed_by_its_label(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way)
            for said in way:
                await change(walk, said, f"change the {situation.question(said.question).label.lower()}")


@each
async def test_every_word_that_stands_for_a_choice_means_it(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk, done = Walk(town, situation), set()
        for way in every_answer(situation):
            await walk.go(way, 0)
            for said in way:
                if walk.asked == ENTRY:
                    await walk.say("record it anyway")
                options = [o for o in situation.question(said.question).options if o.value == said.value]
                for words in [w for o in options for w in o.words if (said, w) not in done]:
                    done.add((said, words))
                    await walk.say(words)
                    assert walk.kept.get(said.question) == said.value, (words, walk.heard)
                    await walk.say("back")
                await walk.answer(said)


@each
async def test_what_a_misread_message_offers_is_taken(situation, tmp_path):
    """Whoever is told to say I don't know can say it."""
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        for way in every_question(situation):
            await walk.go(way, 0)
            for said in way:
                if walk.asked == ENTRY:
                    await walk.say("record it anyway")
                if situation.question(said.question).kind not in ("text", "party"):
                    await walk.say("xqz blorp")
                    if "I don't know" in walk.heard:
                        await walk.say("I don't know")
                        assert walk.asked != said.question
                        await walk.say("back")
                await walk.answer(said)


@each
async def test_nonsense_at_the_summary_gives_choices_and_then_a_person(situation, tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, situation)
        await walk.go(every_question(situation)[0])
        await _nonsense(walk)


@pytest.mark.parametrize("length", [900, 4000])
async def test_a_long_answer_is_kept_whole_or_the_person_is_told(town, length):
    words = ("by the door of the library in the High Street " * 100)[:length].strip()
    await town.say("rhys", "left my ipad on the train")
    await town.say("rhys", "start again")
    for answer in ("the council's", "ipad"):
        await town.say("rhys", answer)
    told = await heard(town, "rhys", town.say("rhys", words))
    assert town.draft("rhys").answers["where"] == words or "first 1,000 characters" in told


@pytest.mark.parametrize("title", ["File it", "Cancel", "Change an answer"])
async def test_an_automatic_refresh_of_a_summary_changes_nothing(town, title):
    await town.say("amy", "a resident gave me a £10 voucher")
    before = draft_of(town)
    action = next(b for b in town.buttons("amy") if b["title"] == title)
    await _execute(town, "amy", action["verb"], action["data"], trigger="automatic")
    assert not town.records() and draft_of(town) == before


async def test_a_note_longer_than_its_field_is_sent_back_and_nothing_is_decided(town):
    await _tickets(town)
    action = next(b for b in town.buttons("megan") if b["title"] == "Refuse")
    await _execute(town, "megan", action["verb"], {**action["data"], "note": "too close to the tender " * 4000})
    assert town.records()[0].status == "awaiting"
    sizes = [len(str(a).encode()) for who in ("amy", "megan") for _, _, a in town.chat(who).log]
    assert max(sizes) < 28 * 1024


async def _submit(town, who, verb, data):
    return await heard(town, who, town.send(who, type="message", value={**data, "verb": verb}))


@pytest.mark.parametrize("bad", BAD_IDS, ids=repr)
async def test_a_tampered_card_of_an_older_client_is_answered(town, bad):
    await town.say("amy", "a resident gave me a £10 voucher")
    action = next(b for b in town.buttons("amy") if b["title"] == "File it")
    assert "know that button" in await _submit(town, "amy", action["verb"], {**action["data"], "draft": bad})
