"""The cards of those who decide, pass on and enter: what stands where, and what a press without words comes to."""

import pytest

from bot.cards import draw_card
from dialogs.replies import Button, Card, Field, Folded, Reply, from_json, to_json
from tests.battery_kit import listening, one_engine  # noqa: F401
from tests.battery_speech import actions_shown, faults_of_card
from tests.town import cards_of, text_of

FOLDED = Folded("Pass it on", (Field("to", "Name", long=False),), (Button("Pass it", "decision.reassign", {"a": 1}),))
FULL = Card(
    "A title",
    fields=(Field("note", "Reason"), Field("ground", "Ground", choices=(("a", "One"), ("b", "Two")), required=False)),
    buttons=(Button("Refuse", "decision.refuse", {"a": 1}),),
    folded=FOLDED,
)


@pytest.fixture
async def town(tmp_path):
    async with listening(tmp_path) as running:
        for who in ("megan", "sian"):
            await running.opens(who)
        yield running


def test_a_card_with_a_folded_part_comes_back_from_the_outbox_as_it_went_in():
    assert from_json(to_json(Reply(card=FULL))).card == FULL
    older = to_json(Reply(card=FULL))
    older["card"].pop("folded")
    older["card"]["fields"] = [{k: f[k] for k in ("id", "label", "value", "choices")} for f in older["card"]["fields"]]
    assert from_json(older).card.folded is None


def test_a_ground_that_only_a_refusal_needs_does_not_hold_up_the_other_buttons():
    body = draw_card(FULL)["body"]
    choices = next(item for item in body if item["type"] == "Input.ChoiceSet")
    assert "isRequired" not in choices
    required = draw_card(Card("A title", fields=(Field("value", "Kind", choices=(("a", "One"),)),)))["body"]
    assert next(item for item in required if item["type"] == "Input.ChoiceSet")["isRequired"] is True


def test_the_folded_part_is_hidden_until_it_is_asked_for_and_is_fit_for_teams():
    card = draw_card(FULL)
    hidden = next(item for item in card["body"] if item.get("id") == "folded")
    assert hidden["isVisible"] is False
    assert [item["type"] for item in hidden["items"]] == ["Input.Text", "ActionSet"]
    assert hidden["items"][0]["isMultiline"] is False
    assert faults_of_card(card) == []


async def second_job(town, hours="60"):
    await town.say("amy", "I'd like to take a second job")
    for answer in ("bar work", "the Red Lion", hours, "skip", "no", "no", "no", "yes", "yes"):
        await town.say("amy", answer)
    return cards_of(town.chat("megan").log[-1][2])[0]


async def test_the_managers_card_shows_first_what_is_unusual_and_fits_in_teams(town):
    card = await second_job(town)
    words = [item["text"] for item in card["body"] if item["type"] == "TextBlock"]
    assert words[0] == "Amy Price asks to take on the bar work with the Red Lion"
    assert words[1].startswith("Their work in all comes to 60 hours a week.")
    assert words[2] == "They say that it could harm their health or safety."
    assert actions_shown(card) <= 6 and faults_of_card(card) == []


async def test_up_to_the_figure_hours_are_nothing_unusual(town):
    card = await second_job(town, "48")
    assert "Their work in all" not in str(card)


@pytest.mark.parametrize("inputs", [{}, {"note": "I would rather not"}, {"ground": "because", "note": "no"}])
async def test_a_refusal_without_a_ground_is_not_taken_and_keeps_what_was_typed(town, inputs):
    await second_job(town)
    await town.press("megan", "Refuse", inputs)
    shown = text_of({"attachments": [{"content": town.last_answer["value"], "contentType": town.last_answer["type"]}]})
    assert "We will not unreasonably withhold this consent." in shown and "an effect on the work here" in shown
    assert inputs.get("note", "") in str(town.last_answer)
    assert [r.status for r in town.records()] == ["awaiting"]


async def test_a_ground_is_enough_to_refuse_and_an_approval_needs_none(town):
    await second_job(town)
    await town.press("megan", "Refuse", {"ground": "private_advantage"})
    await second_job(town)
    await town.press("megan", "Approve REQ-2026-0002")
    assert [r.status for r in town.records()] == ["refused", "approved"]
    assert "a private advantage from the job here" in town.texts("amy")


async def test_what_is_declared_only_asks_the_manager_to_know_it_and_others_are_asked_in_turn(town):
    await town.say("amy", "I need to declare an interest")
    for answer in ("my sister", "Tarmac", "it has a contract with us", "shares", "yes"):
        await town.say("amy", answer)
    titles = [b["title"] for b in town.buttons("megan")]
    assert titles == ["Acknowledge DEC-2026-0001", "Pass it to this person"]
    assert "their sister's shareholding in Tarmac" in town.texts("megan")
