"""The cards of the knowledge base: each is drawn, its buttons lead on in place, and old or forged ones do no harm."""

import json
from datetime import date, datetime

import pytest

from bot.cards import draw_card
from dialogs.kb_cards import list_card, policies_card, questions_card
from dialogs.kb_clause_card import clause_card
from dialogs.kb_naming import Section, clauses_of, sections_of
from dialogs.kb_views import POLICIES, View, before, list_view, more_than, read_view, show_view
from dialogs.replies import Reply, from_json, to_json
from knowledge.clauses import load_library
from tests.town import LONDON, actions_of, text_of, town

LIBRARY = load_library()
ON = date(2026, 11, 17)
TEAMS_TAKES = 28_000
NOW = datetime(2026, 11, 17, 10, tzinfo=LONDON)


def shown(clause_id, settles=True, on=ON):
    return clause_card(LIBRARY, View("show", clause=clause_id), on, settles)


def test_every_clause_is_drawn_whole_and_small_enough_with_what_hangs_on_it():
    for clause in LIBRARY.clauses:
        card = shown(clause.id)
        words = card.body[0].replace("\n\n• ", "\n").replace("\n\n", "\n")
        assert words == f"“{clause.text}”"
        assert [label for label, _ in card.facts][-3:] == ["Rules that cite it", "Unclear in it", "Everyday questions"]
        assert len(json.dumps(draw_card(card)).encode()) < TEAMS_TAKES


def test_paging_on_through_a_policy_shows_every_clause_once_and_back_again():
    for policy in LIBRARY.policies:
        views, seen = [list_view(Section(policy))], []
        while (more := more_than(LIBRARY, views[-1])) is not None:
            views.append(more)
        for view in views:
            card = list_card(LIBRARY, view)
            seen += [clause for clause, _ in card.fields[0].choices]
            assert len(card.fields[0].choices) <= 8
        assert seen == [c.id for c in LIBRARY.clauses if c.policy == policy]
        assert [before(LIBRARY, view) for view in views] == [POLICIES, *views[:-1]]


def test_every_heading_and_its_number_of_clauses_stand_under_their_policy():
    card = policies_card(LIBRARY)
    for policy in LIBRARY.policies:
        for section in sections_of(LIBRARY, policy):
            if len(section.heading) == 1:
                count = len(clauses_of(LIBRARY, section))
                assert f"- {section.heading[0]}: {count} clause" in "\n".join(card.body)
    (choice,) = [each for each in draw_card(card)["body"] if each["type"] == "Input.ChoiceSet"]
    assert choice["style"] == "compact"


def test_back_from_a_clause_leads_to_the_page_that_it_stands_on():
    eleventh = LIBRARY.get("registration-of-gifts-and-hospitality.11")
    page = before(LIBRARY, show_view(eleventh))
    assert page.first == 8 and list_card(LIBRARY, page).fields[0].choices[-1][0] == eleventh.id


def test_a_policy_with_a_day_says_since_when_or_from_when_it_holds():
    assert ("Holds since", "1 May 2022") in shown("5.16").facts
    assert ("Will hold from", "1 May 2022") in shown("5.16", on=date(2022, 4, 30)).facts


def test_only_who_decides_is_told_how_to_decide_what_is_unclear():
    assert any("to decide it" in each for each in shown("5.16").body)
    assert not any("to decide it" in each for each in shown("5.16", settles=False).body)


def test_what_opens_on_the_card_survives_the_outbox():
    reply = Reply(card=shown("5.16"))
    again = from_json(json.loads(json.dumps(to_json(reply))))
    assert again.card.more_title == reply.card.more_title == "Show or hide the first 5 everyday questions"
    older = to_json(reply)
    del older["card"]["more_title"]
    assert from_json(older).card.more_title == "Show or hide the clauses"


def test_every_stored_question_of_a_clause_is_on_one_of_its_pages():
    view, seen = more_than(LIBRARY, View("show", clause="5.16")), []
    while view:
        seen += questions_card(LIBRARY, view).body[1].split("\n")
        view = more_than(LIBRARY, view)
    assert len(seen) == len(set(seen)) == 33


@pytest.mark.parametrize(
    ("verb", "data"),
    [("kb.edit", {}), ("ledger.show", {}), ("kb.list", {"first": -8}), ("kb.list", {"first": "8"}), ("kb", {})],
)
def test_another_button_is_not_read(verb, data):
    assert read_view(verb, data) is None


async def test_pages_turn_in_place_and_typing_goes_on_from_there(tmp_path):
    async with town(tmp_path, now=NOW) as running:
        await running.say("helen", "list registration of interests")
        await running.press("helen", "More")
        assert "9 to 12 of 12 clauses." in answered(running)
        await press_answered(running, "helen", "Show this clause", clause="registration-of-interests.10")
        assert "Registration of interests, paragraph 10" in answered(running)
        await press_answered(running, "helen", "Back")
        assert "9 to 12 of 12 clauses." in answered(running)
        await press_answered(running, "helen", "Back")
        assert "1 to 8 of 12 clauses." in answered(running)
        await press_answered(running, "helen", "Back")
        assert "The policies in the knowledge base" in answered(running)
        await running.say("helen", "list political neutrality")
        assert "7 clauses." in text_of(running.chat("helen").log[-1][2])


async def test_an_older_client_gets_the_next_page_in_a_message(tmp_path):
    async with town(tmp_path, now=NOW) as running:
        await running.say("helen", "list registration of interests")
        await running.press("helen", "More", submit=True)
        assert "9 to 12 of 12 clauses." in text_of(running.chat("helen").log[-1][2])


@pytest.mark.parametrize(
    ("verb", "data", "says"),
    [
        ("kb.show", {"clause": "gifts.99"}, "That clause isn't there any more."),
        ("kb.questions", {"clause": "gifts.99"}, "That clause isn't there any more."),
        ("kb.questions", {"clause": "gifts.1", "first": 800}, "No more questions are stored for that clause."),
        ("kb.list", {"section": "no_policy::Gifts"}, "Those clauses aren't there any more."),
        ("kb.list", {"section": "members_ict_scheme", "first": 800}, "Those clauses aren't there any more."),
        ("kb.show", {"section": "no_policy"}, "Those clauses aren't there any more."),
    ],
)
async def test_an_old_or_forged_card_gets_a_kind_answer(tmp_path, verb, data, says):
    async with town(tmp_path, now=NOW) as running:
        await running.say("helen", "hello")
        await invoke(running, "helen", verb, data)
        assert says in answered(running)


async def test_nobody_else_reads_by_a_button(tmp_path):
    async with town(tmp_path, now=NOW) as running:
        await running.say("amy", "hello")
        await invoke(running, "amy", "kb.show", {"clause": "gifts.1"})
        assert "Only HR read the clauses here." in answered(running)


def answered(running):
    value = running.last_answer["value"]
    return (
        value if isinstance(value, str) else text_of({"attachments": [{"contentType": "adaptive", "content": value}]})
    )


async def press_answered(running, who, title, **inputs):
    """Press a button of the card that the last press was answered with."""
    (action,) = [each for each in actions_of(running.last_answer["value"]) if each["title"] == title]
    await invoke(running, who, action["verb"], {**action["data"], **inputs})


async def invoke(running, who, verb, data):
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": data}, "trigger": "manual"}
    await running.send(who, type="invoke", name="adaptiveCard/action", value=value, replyToId="m1")
