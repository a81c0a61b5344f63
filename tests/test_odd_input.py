"""What people and clients send that nobody planned for: it is answered kindly, changes nothing, and loses nothing."""

import re
from dataclasses import replace

import pytest

from tests.battery_kit import SUMMARY, Listener, Walk, one_engine, plain  # noqa: F401
from tests.battery_paths import each_situation, every_question, name_of, questions_that_come
from tests.town import cards_of

GIFT = "I was given a present"
KIND = "What kind of thing is it?"
HOSTILE = {
    "markdown": "a **bold** _slanted_ [link](http://x.example/a) `code` # head",
    "html": '<b>big</b> <img src="x" onerror="alert(1)"> <script>alert(1)</script>',
    "braces": "a {thing} {0} {giver.__class__} {{manager}} ${x} %s",
    "sql": "Robert'); DROP TABLE record; -- \" OR 1=1",
    "entities": "Marks &amp; Spencer &lt;b&gt; \\ and \\* and ~~old~~ | x",
}
MARKUP = re.compile(r"(?<!\\)(?:\*\*bold|_slanted_|\[link\]|`code`|<b>|<img|<script|~~old)")


@pytest.fixture
async def town(tmp_path):
    running = await Listener(tmp_path).open()
    yield running
    await running.close()


async def heard(town, who, doing):
    """Do something and give what the person was told in return."""
    mark = len(town.chat(who).log)
    assert await doing == 200
    return plain(town.texts(who, mark))


def draft_of(town, who="amy"):
    draft = town.draft(who)
    return (draft.id, draft.situation, dict(draft.answers)) if draft else None


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t", "​‍", "🙂", "👍🏽👍🏽", "...", "?!?"], ids=repr)
async def test_a_message_without_words_brings_the_same_question_back(town, text):
    assert "Type “help”" in await heard(town, "amy", town.say("amy", text))
    await town.say("amy", GIFT)
    before = draft_of(town)
    assert (await heard(town, "amy", town.say("amy", text))).count(KIND) == 1
    assert draft_of(town) == before


@pytest.mark.parametrize("length", [4000, 20_000])
async def test_a_very_long_message_is_answered_and_what_was_left_unread_is_said(town, length):
    told = await heard(town, "amy", town.say("amy", ("we had a long talk about the weather " * 600)[:length]))
    assert told and ("I read the first 4,000 characters" in told) == (length > 4000)
    assert "Something went wrong" not in told and len(told) < 3000


@pytest.mark.parametrize("text", ["", "a resident gave me a £10 voucher"])
@pytest.mark.parametrize("kind", ["image/png", "application/vnd.microsoft.teams.file.download.info"])
async def test_a_picture_or_file_is_not_kept_and_the_words_beside_it_count(town, kind, text):
    thing = {"contentType": kind, "name": "x.png", "contentUrl": "http://127.0.0.1:1/x.png"}
    told = await heard(town, "amy", town.say("amy", text, attachments=[thing]))
    assert "picture" in told and "file" in told
    assert ("You can't keep" in told) == bool(text) == bool(town.draft("amy"))


async def test_formatted_text_is_not_taken_for_a_file(town):
    told = await heard(town, "amy", town.say("amy", GIFT, attachments=[{"contentType": "text/html", "content": "<p>"}]))
    assert KIND in told and "picture" not in told


@pytest.mark.parametrize(
    "event",
    [
        {"type": "messageDelete", "channelData": {"eventType": "softDeleteMessage"}},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "messageReaction", "reactionsRemoved": [{"type": "like"}]},
        {"type": "typing"},
        {"type": "installationUpdate", "action": "remove"},
        {"type": "event", "name": "application/vnd.microsoft.readReceipt"},
        {"type": "conversationUpdate", "membersAdded": [{"id": "28:bot"}]},
    ],
    ids=lambda e: e["type"],
)
async def test_what_asks_nothing_changes_nothing_and_is_met_with_silence(town, event):
    await town.say("amy", GIFT)
    before, marks = draft_of(town), len(town.chat("amy").log)
    assert await town.send("amy", **event) == 200
    assert draft_of(town) == before and len(town.chat("amy").log) == marks
    assert KIND in await heard(town, "amy", town.say("amy", "help"))


@pytest.mark.parametrize("edited", ["Money or a voucher", "yes", "cancel", "a resident gave me £500", ""])
async def test_an_edited_answer_is_not_taken_as_a_new_one(town, edited):
    await town.say("amy", GIFT)
    before = draft_of(town)
    event = {"eventType": "editMessage"}
    told = await heard(town, "amy", town.send("amy", type="messageUpdate", text=edited, channelData=event))
    assert draft_of(town) == before and not town.records()
    assert "nothing has changed" in told and KIND in told


@pytest.mark.parametrize(
    "text",
    [
        "Rydw i wedi colli fy ngliniadur ar y bws",
        "J'ai perdu mon ordinateur dans le bus",
        "我把笔记本电脑丢在公交车上了",
    ],
)
async def test_another_language_is_met_in_english_and_welsh_with_a_person_to_ask(town, text):
    told = await heard(town, "amy", town.say("amy", text))
    assert "I only understand English so far" in told and "Saesneg" in told and "Megan Lloyd" in told
    await town.say("amy", GIFT)
    before = draft_of(town)
    assert KIND in await heard(town, "amy", town.say("amy", text))
    assert draft_of(town)[:2] == before[:2]


def takes_words(situation):
    """Say whether some question that comes takes words of one's own."""
    return any(situation.question(q).kind in ("text", "party") for q in questions_that_come(situation))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("situation", filter(takes_words, each_situation()), ids=name_of)
async def test_hostile_words_in_a_free_answer_are_kept_as_typed(town, situation, name):
    words = HOSTILE[name]
    walk = Walk(town, situation)
    for way in every_question(situation):
        free = {said.question for said in way if situation.question(said.question).kind in ("text", "party")}
        await walk.go(tuple(replace(said, words=words) if said.question in free else said for said in way))
        walk.must_ask(SUMMARY, words)
        assert {walk.kept[question] for question in free} <= {words}
        await walk.say("yes")
        (*_, record) = town.records()
        assert {record.answers[question] for question in free} <= {words}
    _check_plain(town, words)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_between_a_manager_and_a_person_are_passed_on_as_plain_text(town, words):
    await _tickets(town)
    await town.press("megan", "Ask for more", {"note": words})
    await town.say("amy", words)
    await town.press("megan", "Approve with conditions", {"note": words})
    (record,) = town.records()
    assert record.status == "approved_with_conditions"
    _check_plain(town, words)


def _check_plain(town, words):
    shown = shown_to_all(town)
    assert not [s for s in shown if MARKUP.search(s) and not s.startswith("“")]
    seen = " ".join(" ".join(shown).replace("\\", "").split()).casefold()
    assert " ".join(words.replace("\\", "").split()).casefold() in seen and "something went wrong" not in seen


def shown_to_all(town):
    """Give every text of every message and card that anybody was sent."""
    return [s for chat in town.connector.chats.values() for _, _, a in chat.log for s in _shown(a)]


def _shown(activity):
    def strings(node, key=""):
        if isinstance(node, str):
            return [node] if key in ("text", "value", "title") else []
        if isinstance(node, dict):
            return [s for k, v in node.items() if k not in ("data", "fallback", "fallbackText") for s in strings(v, k)]
        return [s for item in node for s in strings(item, key)] if isinstance(node, list) else []

    return strings({"text": activity.get("text") or "", "cards": cards_of(activity)})


async def test_a_long_answer_is_kept_whole(town):
    words = ("by the door of the library in the High Street " * 100)[:900].strip()
    await town.say("rhys", "left my ipad on the train")
    await town.say("rhys", f"change the place to {words}")
    assert town.draft("rhys").answers["where"] == words


BAD_IDS = ["1", "", None, True, 1.5, -1, 2**53, 10**30, [1], {"id": 1}]


@pytest.mark.parametrize("bad", BAD_IDS, ids=repr)
@pytest.mark.parametrize("field", ["draft", "version"])
async def test_a_card_with_a_wrong_id_or_version_does_nothing(town, field, bad):
    await town.say("amy", "a resident gave me a £10 voucher")
    before = draft_of(town)
    (action,) = [b for b in town.buttons("amy") if b["title"] == "File it"]
    data = {**action["data"], field: bad}
    assert "know that button" in await _execute(town, "amy", action["verb"], data)
    assert draft_of(town) == before and not town.records()


@pytest.mark.parametrize(
    "verb", ["draft.drop", "decision.file", "file", "", "draft.", "__class__", "decision.approve.x"]
)
async def test_an_unknown_verb_does_nothing(town, verb):
    await town.say("amy", "a resident gave me a £10 voucher")
    data = town.buttons("amy")[-1]["data"]
    before = draft_of(town)
    assert "know that button" in await _execute(town, "amy", verb, {**data, "decision": 1})
    assert draft_of(town) == before and not town.records()


@pytest.mark.parametrize(
    "value", [None, {}, {"action": None}, {"action": "x"}, {"action": {"verb": 5, "data": []}}, []]
)
async def test_an_invoke_without_an_action_is_answered_and_does_nothing(town, value):
    await town.say("amy", "a resident gave me a £10 voucher")
    before = draft_of(town)
    assert await town.send("amy", type="invoke", name="adaptiveCard/action", value=value) == 200
    assert draft_of(town) == before and not town.records()


async def test_another_persons_card_does_nothing(town):
    await town.say("amy", "a resident gave me a £10 voucher")
    before = draft_of(town)
    for action in [b for b in town.buttons("amy") if b["verb"].startswith("draft.")]:
        assert "no longer hold" in await _execute(town, "ben", action["verb"], action["data"])
    assert draft_of(town) == before and not town.records()


@pytest.mark.parametrize("question", ["nothing", "value", "form", "", "__class__"])
async def test_an_answer_that_no_button_offers_is_not_taken(town, question):
    await town.say("amy", GIFT)
    draft = town.draft("amy")
    data = {"draft": draft.id, "version": draft.version, "question": question, "value": "diamonds"}
    assert "know that answer" in await _execute(town, "amy", "draft.answer", data)
    assert draft_of(town) == (draft.id, draft.situation, dict(draft.answers))


async def test_nobody_but_the_one_asked_decides(town):
    await _tickets(town)
    action = next(b for b in town.buttons("megan") if b["title"].startswith("Approve GH"))
    for who in ("amy", "ben", "sian", "rhys"):
        told = await _execute(town, who, action["verb"], action["data"])
        assert "approved" not in told and told
        assert town.records()[0].status == "awaiting"
    for changes in ({"version": 9}, {"decision": 99}, {"decision": "1"}, {"version": None}):
        await _execute(town, "megan", action["verb"], {**action["data"], **changes})
        assert town.records()[0].status == "awaiting"


async def test_an_automatic_refresh_changes_nothing(town):
    await _tickets(town)
    for title in ("Approve GH-2026-0001", "Refuse", "Approve with conditions", "Ask for more"):
        action = next(b for b in town.buttons("megan") if b["title"] == title)
        await _execute(town, "megan", action["verb"], {**action["data"], "note": "x"}, trigger="automatic")
        assert town.last_answer["type"] == "application/vnd.microsoft.card.adaptive"
        assert town.records()[0].status == "awaiting"
    assert "approved" not in town.texts("amy")


@pytest.mark.parametrize("kind", ["groupChat", "channel"])
async def test_a_group_chat_is_told_to_write_in_private_and_nothing_is_kept(town, kind):
    group = {
        "id": "19:group",
        "conversationType": kind,
        "isGroup": True,
        "tenantId": "11111111-1111-1111-1111-111111111111",
    }
    await town.say("amy", "a resident gave me a £10 voucher", conversation=group)
    (said,) = town.connector.chats["19:group"].log
    assert "personal chat" in said[2]["text"]
    assert town.draft("amy") is None and not town.chat("amy").log
    await town.say("amy", "a resident gave me a £10 voucher")
    action = next(b for b in town.buttons("amy") if b["title"] == "File it")
    await _execute(town, "amy", action["verb"], action["data"], conversation=group)
    assert not town.records()


async def test_a_stranger_is_asked_once_who_they_are_and_gets_answers_but_files_nothing(town):
    told = await heard(town, "zoe", town.say("zoe", "a supplier offered me rugby tickets"))
    assert "Are you an employee or a councillor?" in told and "[An employee]" in told
    await town.say("zoe", "An employee")
    await town.restart()
    told = await heard(town, "zoe", town.say("zoe", "can I keep a box of chocolates from a resident?"))
    assert "Code of conduct" in told and "Are you an employee" not in told
    told = await heard(town, "zoe", town.say("zoe", "a supplier offered me rugby tickets for Saturday"))
    assert "can't file" in told and "HR" in told and "Are you an employee" not in told
    for words in ("yes", "file it", "record it", "a resident gave me a £10 voucher", "I lost my laptop", "yes"):
        assert await heard(town, "zoe", town.say("zoe", words))
    assert not town.records() and not town.notices()


async def _tickets(town):
    await town.opens("megan")
    await town.say("amy", "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair")
    for answer in ("yes", "no", "supplier", "yes"):
        await town.say("amy", answer)
    assert [r.status for r in town.records()] == ["awaiting"], town.texts("amy")


async def _execute(town, who, verb, data, trigger="manual", **more):
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": data}, "trigger": trigger}
    mark = len(town.chat(who).log)
    assert await town.send(who, type="invoke", name="adaptiveCard/action", value=value, **more) == 200
    return plain(f"{town.last_answer} {town.texts(who, mark)}")
