"""At least once and all at once: what arrives twice is handled once, what arrives together is handled in turn."""

import asyncio

import pytest

from tests.battery_kit import Listener, one_engine, plain  # noqa: F401
from tests.town import text_of

VOUCHER = "a resident gave me a £10 voucher"


@pytest.fixture
async def town(tmp_path):
    running = await Listener(tmp_path).open()
    yield running
    await running.close()


async def awaiting_megan(town):
    await town.opens("megan")
    await town.say("amy", "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair")
    for answer in ("yes", "no", "supplier", "yes"):
        await town.say("amy", answer)
    assert [r.status for r in town.records()] == ["awaiting"], town.texts("amy")


def said_to(town, who):
    return [plain(text_of(activity)) for how, _, activity in town.chat(who).log if how != "answer"]


@pytest.mark.parametrize("text", [VOUCHER, "what counts as a relative?", "help", ""])
async def test_the_same_message_twice_is_answered_once(town, text):
    await town.say("amy", text)
    before, draft = said_to(town, "amy"), town.draft("amy")
    for _ in range(3):
        assert await town.again("amy") == 200
    assert said_to(town, "amy") == before
    assert town.draft("amy") == draft


async def test_the_same_message_again_after_a_restart_is_answered_once(town):
    await town.say("amy", VOUCHER)
    await town.say("amy", "yes")
    before = said_to(town, "amy")
    await town.restart()
    assert await town.again("amy") == 200
    assert said_to(town, "amy") == before and len(town.records()) == 1


async def test_the_same_press_twice_gives_the_same_answer_and_one_record(town):
    await town.say("amy", VOUCHER)
    await town.press("amy", "File it")
    first, before = town.last_answer, said_to(town, "amy")
    assert "Filed as GH-2026-0001" in str(first)
    for restart in (False, True):
        if restart:
            await town.restart()
        assert await town.again("amy") == 200
        assert town.last_answer == first
    assert said_to(town, "amy") == before and len(town.records()) == 1


async def test_the_same_press_under_a_new_id_gives_no_second_record(town):
    await town.say("amy", VOUCHER)
    for _ in range(2):
        await town.press("amy", "File it")
    assert "filed already, as GH-2026-0001" in str(town.last_answer)
    assert [r.reference for r in town.records()] == ["GH-2026-0001"]


async def test_the_same_message_many_times_at_once_is_answered_once(town):
    activity = {"id": "twin", "type": "message", "text": VOUCHER}
    assert await asyncio.gather(*(town.send("amy", **activity) for _ in range(6))) == [200] * 6
    assert len(said_to(town, "amy")) == len(set(said_to(town, "amy")))
    assert sum("You can't keep" in t and "Check this" not in t for t in said_to(town, "amy")) == 1


async def test_two_messages_at_once_are_taken_one_after_the_other(town):
    await town.say("amy", "I was given a present")
    before = len(said_to(town, "amy"))
    assert await asyncio.gather(town.say("amy", "a thing"), town.say("amy", "why?")) == [200, 200]
    assert town.draft("amy").answers["form"] == "goods"
    assert len(said_to(town, "amy")) == before + 2


async def test_many_answers_at_once_lose_nothing_and_break_nothing(town):
    await town.say("rhys", "left my ipad on the train")
    answers = ["the council's", "yesterday at 6pm", "change the device", "why?", "back", "help", "it was on the bus"]
    assert await asyncio.gather(*(town.say("rhys", a) for a in answers)) == [200] * len(answers)
    assert not [t for t in said_to(town, "rhys") if "Something went wrong" in t]
    assert town.draft("rhys") is not None and not town.records()


@pytest.mark.parametrize("act", ["press", "say", "both"])
async def test_two_confirmations_at_once_make_one_record(town, act):
    await town.say("amy", VOUCHER)
    said = [town.say("amy", "yes") for _ in range(2) if act != "press"]
    pressed = [town.press("amy", "File it") for _ in range(2) if act != "say"]
    statuses = await asyncio.gather(*said, *pressed)
    assert set(statuses) == {200}
    assert [r.reference for r in town.records()] == ["GH-2026-0001"]
    assert sum("Filed as GH-2026-0001" in t for t in said_to(town, "amy")) == 1
    cards = [a for how, _, a in town.chat("amy").log if how == "new" and text_of(a).startswith("GH-2026-0001:")]
    assert len(cards) == 1


async def test_many_people_filing_at_once_get_references_without_a_gap(town):
    people = [p.key for p in town.directory.people if p.audience == "employee"]
    await asyncio.gather(*(town.say(who, VOUCHER) for who in people))
    await asyncio.gather(*(town.say(who, "yes") for who in people))
    assert sorted(r.reference for r in town.records()) == [f"GH-2026-{n:04}" for n in range(1, len(people) + 1)]
    assert {r.person for r in town.records()} == {town.person(who).id for who in people}


async def test_approve_and_refuse_at_once_make_one_decision(town):
    await awaiting_megan(town)
    before = len(said_to(town, "amy"))
    both = (town.press("megan", "Approve GH-2026-0001"), town.press("megan", "Refuse", {"note": "no"}))
    assert await asyncio.gather(*both) == [200, 200]
    (record,) = town.records()
    assert record.status in ("approved", "refused")
    told = [t for t in said_to(town, "amy")[before:] if "Megan Lloyd approved GH" in t or "Megan Lloyd refused GH" in t]
    assert len(told) == 1 and f"Megan Lloyd {record.status}" in told[0]
    assert sum("already" in t for t in said_to(town, "megan")) == 1
    card = [text_of(a) for a in town.chat("megan").messages.values() if "asks to accept" in text_of(a)]
    assert len(card) == 1 and "<Refuse>" not in card[0]


async def test_a_manager_and_another_pressing_the_same_card_at_once_make_one_decision_by_the_manager(town):
    await awaiting_megan(town)
    action = next(b for b in town.buttons("megan") if b["title"] == "Approve GH-2026-0001")
    value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": action["data"]}, "trigger": "manual"}
    sends = [town.send(w, type="invoke", name="adaptiveCard/action", value=value) for w in ("tomos", "megan", "amy")]
    assert await asyncio.gather(*sends) == [200] * 3
    (record,) = town.records()
    assert record.status == "approved"
    assert sum("Megan Lloyd approved" in t and "you may accept" in t for t in said_to(town, "amy")) == 1
    assert not [t for t in said_to(town, "tomos") if "You approved" in t]


async def test_both_receivers_at_once_are_both_heard(town):
    for who in ("digi", "hol"):
        await town.opens(who)
    await town.say("rhys", "left my ipad on the train")
    for answer in ("the council's", "yesterday", "yes"):
        await town.say("rhys", answer)
    title = "Acknowledge INC-2026-0001"
    assert await asyncio.gather(town.press("digi", title), town.press("hol", title)) == [200, 200]
    (record,) = town.records()
    assert record.status == "acknowledged"
    told = " ".join(said_to(town, "rhys"))
    assert "Digby Ward has acknowledged" in told and "Holly Grant has acknowledged" in told
    newest = text_of(list(town.chat("rhys").messages.values())[-1])
    own = [text_of(a) for a in town.chat("rhys").messages.values() if text_of(a).startswith("INC-2026-0001:")]
    assert len(own) == 1 and "Waiting for" not in own[0], newest


async def test_one_decision_delivered_twice_tells_the_person_once(town):
    await awaiting_megan(town)
    await town.press("megan", "Approve with conditions", {"note": "Pay your own travel"})
    first, before = town.last_answer, said_to(town, "amy")
    await town.again("megan")
    assert town.last_answer == first and said_to(town, "amy") == before
    await town.say("megan", "approve GH-2026-0001")
    assert said_to(town, "amy") == before
