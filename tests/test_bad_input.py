"""Answers that cannot be: the bot says what it understood and why that can't be, asks again, then offers more."""

import pytest

from dialogs.situations import find_situation
from tests.battery_kit import SUMMARY, Walk, listening, one_engine, plain  # noqa: F401
from tests.battery_paths import all_ways

VALUE = ("gift_offered", "employee", "value")
SHARE = ("interest_held", "employee", "shareholding_percent")
HOURS = ("additional_employment", "employee", "hours_per_week_total")
REGULAR = ("gift_offered", "employee", "regular")
TIE = ("gift_offered", "employee", "giver_relation")
LOST = ("device_lost", "employee", "when")
LAST_SEEN = ("inspection_booking", "councillor", "last_inspected")
LEAVES = ("travel_abroad", "councillor", "leaves_on")
BORROWED = ("use_of_council_resources", "employee", "when")
LAST_DAY = ("leaving_office", "councillor", "last_day")

CANNOT_BE = [
    (VALUE, "-£20", "I read that as -£20, and an amount can't be below zero."),
    (VALUE, "minus twenty quid", "I read that as -£20, and an amount can't be below zero."),
    (VALUE, "£-20.50", "I read that as -£20.50, and an amount can't be below zero."),
    (VALUE, "£20 no wait £200", "I read both £20 and £200, and it can only be one."),
    (VALUE, "£20 or was it £30", "I read both £20 and £30, and it can only be one."),
    (VALUE, "1,00,000", "I can't make an amount in pounds of “1,00,000”."),
    (VALUE, "£20.555", "I can't make an amount in pounds of “20.555”."),
    (VALUE, "£999999999999999", "I read that as £999,999,999,999,999, which is more than I can believe."),
    (VALUE, "$20", "I keep amounts in pounds."),
    (SHARE, "150%", "I read that as 150%, and a share can't be more than 100%."),
    (SHARE, "101 per cent", "I read that as 101%, and a share can't be more than 100%."),
    (SHARE, "120", "I read that as 120%, and a share can't be more than 100%."),
    (SHARE, "-5%", "I read that as -5%, and a share can't be below zero."),
    (SHARE, "10% or 20%", "I read both 10% and 20%, and it can only be one."),
    (HOURS, "200", "I read that as 200 hours, and a week has 168."),
    (HOURS, "169 hours a week", "I read that as 169 hours, and a week has 168."),
    (HOURS, "minus ten hours", "I read that as -10 hours, and hours can't be below zero."),
    (HOURS, "9 hours a day", "I read that as hours a day, and I need them for a whole week."),
    (HOURS, "48 or 50", "I read both 48 and 50 hours, and it can only be one."),
    (LOST, "tomorrow", "I read that as Wednesday 18 November, which is still to come."),
    (LOST, "today at 11pm", "I read that as Tuesday 17 November at 11pm, which is still to come."),
    (LOST, "31 February", "There's no 31 February."),
    (LOST, "yesterday at 25:00", "There's no time 25:00."),
    (LOST, "3 March 2062", "I read that as Friday 3 March 2062, which is still to come."),
    (LAST_SEEN, "next Friday", "which is still to come."),
    (LAST_SEEN, "29 February 2026", "There's no 29 February in 2026."),
    (LAST_SEEN, "30/02/2026", "There's no 30 February."),
    (LAST_SEEN, "2026-13-05", "There's no 5/13/2026."),
    (LAST_SEEN, "1 January 1902", "I read that as Wednesday 1 January 1902, which is a lifetime ago."),
    (LEAVES, "yesterday", "I read that as Monday 16 November, which has gone by."),
    (LEAVES, "3 March 2062", "I read that as Friday 3 March 2062, which is more than ten years away."),
    (LEAVES, "3 March 2206", "I read that as Monday 3 March 2206, which is more than ten years away."),
    (BORROWED, "last Friday", "which has gone by."),
    (BORROWED, "31 April", "There's no 31 April."),
    (LAST_SEEN, "last Monday, no wait, last Friday", "I read both Monday 16 November and Friday 13 November"),
    (REGULAR, "yes no wait", "I read both a yes and a no, and it can only be one."),
    (REGULAR, "no, yes", "I read both a yes and a no, and it can only be one."),
    (TIE, "supplier, no wait, a resident", "I read both “Supplier or contractor” and “Resident or service user”"),
    (LAST_DAY, "3 May 1962", "I read that as Thursday 3 May 1962, which is years ago."),
]
CAN_BE = [
    (VALUE, "£20", "20.00"),
    (VALUE, "about 1,250.50", "1250.50"),
    (VALUE, "£20 - my guess", "20.00"),
    (REGULAR, "yes, no problem", True),
    (REGULAR, "no", False),
    (TIE, "a supplier or contractor", "supplier"),
    (SHARE, "100%", 100),
    (SHARE, "none", 0),
    (HOURS, "168", 168),
    (HOURS, "37 + 10", 47),
    (LOST, "this morning at 8", "2026-11-17T08:00"),
    (LAST_SEEN, "29 February 2024", "2024-02-29"),
    (LEAVES, "today", "2026-11-17"),
    (LAST_DAY, "yesterday", "2026-11-16"),
]
EXAMPLES = {
    VALUE: "“£20”, “about 20”, “I don't know”",
    SHARE: "“15%”, “a fifth”, “I don't know”",
    HOURS: "“45”, “ten on top of my 37”, “I don't know”",
    LOST: "“yesterday at 6pm”, “I don't know”",
    LAST_SEEN: "“yesterday”, “3 March”, “I don't know”",
    LEAVES: "“next Friday”, “3 March”, “I don't know”",
}
WHOM = {"employee": "Megan Lloyd (your line manager)", "councillor": "Demi Clarke (Democratic Services)"}


async def brought_to(town, where):
    """Bring somebody to the question that is meant."""
    situation_id, audience, question = where
    situation = find_situation(situation_id, audience)
    walk = Walk(town, situation)
    ways = [way for way in all_ways(situation) if any(said.question == question for said in way)]
    way = min(ways, key=lambda way: next(i for i, said in enumerate(way) if said.question == question))
    await walk.go(way, steps=next(i for i, said in enumerate(way) if said.question == question))
    walk.must_ask(question, "the answers before it")
    return walk


@pytest.mark.parametrize("where", sorted({where for where, _, _ in CANNOT_BE}), ids=lambda w: f"{w[0]}-{w[2]}")
async def test_what_cannot_be_is_told_with_what_was_understood_and_asked_again(tmp_path, where):
    async with listening(tmp_path) as town:
        walk = await brought_to(town, where)
        before = walk.kept
        for words, understood in [(w, u) for at, w, u in CANNOT_BE if at == where]:
            heard = await walk.say(words)
            assert understood in heard, f"{words!r}: {heard}"
            walk.must_ask(where[2], words)
            assert walk.kept == before, words


@pytest.mark.parametrize("where", EXAMPLES, ids=lambda w: f"{w[0]}-{w[2]}")
async def test_the_second_time_come_examples_and_the_third_time_a_person(tmp_path, where):
    words = next(words for at, words, _ in CANNOT_BE if at == where)
    async with listening(tmp_path) as town:
        walk = await brought_to(town, where)
        once, twice, thrice = [await walk.say(words) for _ in range(3)]
        assert EXAMPLES[where] not in once and EXAMPLES[where] in twice and EXAMPLES[where] in thrice
        assert WHOM[where[1]] not in twice and WHOM[where[1]] in thrice
        await walk.say("I don't know")
        assert walk.kept[where[2]] == "not known"


@pytest.mark.parametrize("where", sorted({where for where, _, _ in CAN_BE}), ids=lambda w: f"{w[0]}-{w[2]}")
async def test_what_can_be_is_taken(tmp_path, where):
    async with listening(tmp_path) as town:
        for words, value in [(w, v) for at, w, v in CAN_BE if at == where]:
            walk = await brought_to(town, where)
            await walk.say(words)
            assert walk.kept[where[2]] == value, words


async def test_nobody_comes_back_before_they_leave(tmp_path):
    async with listening(tmp_path) as town:
        walk = await brought_to(town, ("travel_abroad", "councillor", "returns_on"))
        await walk.say("change the day you leave to 10 December")
        heard = await walk.say("3 December")
        assert "You'd leave on Thursday 10 December 2026 and be back on Thursday 3 December 2026" in heard
        walk.must_ask("returns_on", "a return before the journey")
        await walk.say("20 December")
        assert walk.kept["returns_on"] == "2026-12-20"


OPENINGS = [
    ("a supplier sent me a hamper worth -£20", "value", "I read that as -£20, and an amount can't be below zero."),
    ("a supplier sent me a hamper worth £20, no wait, £200", "value", "I read both £20 and £200"),
    ("a supplier sent me a hamper on 31 February", "value", "There's no 31 February."),
]


@pytest.mark.parametrize(("told", "fact", "understood"), OPENINGS, ids=[o[0] for o in OPENINGS])
async def test_what_cannot_be_in_a_first_sentence_is_told_and_not_kept(tmp_path, told, fact, understood):
    async with listening(tmp_path) as town:
        walk = Walk(town, find_situation("gift_offered", "employee"))
        assert understood in await walk.say(told)
        assert fact not in walk.kept and walk.asked


async def test_what_was_bought_and_given_is_named_both_ways_and_asked_once(tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, find_situation("gift_offered", "employee"))
        heard = await walk.say("I bought a watch myself and the supplier gave it to me")
        assert "You said that you bought it yourself, and that it was given to you. Which is it?" in heard
        assert "Which is it?" in await walk.say("hm")
        assert "I've noted: a watch, from the supplier." in await walk.say("it was given to me")
        await walk.say("cancel")
        await walk.say("I bought a watch myself and the supplier gave it to me")
        assert "nothing has been filed" in await walk.say("I bought it")
        assert not walk.kept


async def test_another_amount_than_before_is_named_beside_it_and_asked_once(tmp_path):
    async with listening(tmp_path) as town:
        walk = Walk(town, find_situation("gift_offered", "employee"))
        await walk.say("I was given a hamper worth £60")
        await walk.say("change who it's from to Acme")
        while walk.asked and walk.asked != SUMMARY and walk.asked != "giver":
            await walk.say({"wants_to_accept": "no", "giver_relation": "none of these"}.get(walk.asked, "no"))
        await walk.say("change who it's from")
        heard = await walk.say("Acme Construction, it was £200")
        assert "You said £60 before, and £200 now." in heard
        walk.must_ask("value", "another amount")
        await walk.say("£200")
        assert walk.kept["value"] == "200.00" and walk.kept["giver"] == "Acme Construction"


async def test_a_correction_that_cannot_be_changes_nothing(tmp_path):
    async with listening(tmp_path) as town:
        walk = await brought_to(town, VALUE)
        await walk.say("£60")
        for words in ("sorry, it was -£140", "change the value to -£140"):
            heard = await walk.say(words)
            assert "I read that as -£140, and an amount can't be below zero." in heard
            assert walk.kept["value"] == "60.00"


UNHEARD_OF = [
    (("interest_held", "employee", "whose"), "Is your {who} a relative, a friend, or someone you live with?"),
    (("recruitment_conflict", "employee", "relation"), "Is your {who} a relative, a friend, or someone else?"),
    (("personal_relationship", "employee", "with"), "Which of these is your {who}?"),
    (("sponsorship_offered", "employee", "benefit_to"), "Is your {who} a relative, a friend, or nobody close to you?"),
]


@pytest.mark.parametrize(("where", "asks"), UNHEARD_OF, ids=lambda w: str(w[0]) if isinstance(w, tuple) else "")
async def test_a_relation_that_nobody_has_heard_of_is_asked_about_by_its_name(tmp_path, where, asks):
    async with listening(tmp_path) as town:
        walk = await brought_to(town, where)
        before = walk.kept
        heard = await walk.say("my thrice-removed godcousin")
        assert "I don't know the word “godcousin”." in heard
        assert plain(asks.format(who="thrice-removed godcousin")) in heard
        assert walk.kept == before
        question = walk.situation.question(where[2])
        await walk.say(question.options[-1].title)
        assert walk.kept[where[2]] == question.options[-1].value
