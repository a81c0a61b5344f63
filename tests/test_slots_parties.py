"""Who gave, what was given or lost, where it was, whose it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from knowledge.understanding.slots import extract
from knowledge.understanding.slots.lexicon import phrases, table

NOW = datetime(2026, 11, 25, 14, 30)
GIVERS = {
    "Acme Construction have offered me two tickets": "Acme Construction",
    "acme have offered me lunch": "Acme",
    "a bottle of wine from a contractor, about 15 quid": "a contractor",
    "a resident gave me £20": "a resident",
    "a rep left us a few branded pens": "a rep",
    "our contractor Jones & Sons sent a hamper": "Jones & Sons",
    "my client's daughter slipped me a tenner": "my client's daughter",
    "one of the suppliers wants to take me out for lunch": "one of the suppliers",
    "Mrs Jones gave me a box of chocolates": "Mrs Jones",
    "the family of a resident has given us flowers": "the family of a resident",
    "I was offered a £10 M&S voucher by a resident": "a resident",
    "Acme, who are bidding for a tender, offered me dinner": "Acme",
    "a company that is bidding for our contract has offered me a hamper": "a company",
    "a rep from acme gave me a diary": "Acme",
    "My wife was given a necklace by a developer": "a developer",
    "yesterday jones and sons dropped off some biscuits": "Jones and Sons",
    "supplier wants to give us a hamper": "a supplier",
    "lunch with a supplier": "a supplier",
}


@pytest.mark.parametrize(("text", "giver"), GIVERS.items())
def test_the_giver_is_named_or_described(text, giver):
    assert extract(text, NOW).giver == giver


@pytest.mark.parametrize(
    "text",
    [
        "I lost my ipad on the train",
        "my laptop was nicked from my car",
        "they gave me £5",
        "on Saturday he gave me wine",
        "from home",
    ],
)
def test_a_pronoun_a_place_and_a_day_give_nothing(text):
    assert extract(text, NOW).giver is None
    assert extract(text, NOW).organisations == ()


def test_an_organisation_is_known_by_its_ending():
    assert extract("lunch paid for by Harries Civil Engineering Ltd", NOW).organisations == (
        "Harries Civil Engineering Ltd",
    )


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Acme have offered me two tickets for the rugby on Saturday, about £120", "two tickets for the rugby"),
        ("a rep left us a few branded pens", "a few branded pens"),
        ("bottle of wine from a contractor", "bottle of wine"),
        ("Tarmac have offered us a box at the football", "a box at the football"),
        ("a supplier wants to give us a weekend in their villa in Spain", "a weekend in their villa in Spain"),
        ("I lost my work ipad on the train", "my work ipad"),
        ("my laptop was nicked from my car", "my laptop"),
        ("I said no to a bottle of whisky", "a bottle of whisky"),
    ],
)
def test_the_thing_is_its_noun_phrase(text, thing):
    assert extract(text, NOW).things[0] == thing


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Bit of an odd one - I was at the till and a lady gave me a scarf", "a scarf"),
        ("they gave all the wardens a bottle of rum each", "a bottle of rum"),
        ("a mum has offered my girl a scooter her son rode", "a scooter"),
        ("a pal dropped a crate of cider round", "a crate of cider"),
        ("seats to see a band? no, two tickets to see Oasis", "two tickets"),
        ("had a delivery of melons from Capita, it was fruit baskets", "fruit baskets"),
        ("agency wants to give everybody in the office a £10 Costa card", "£10 Costa card"),
        ("my work mobile's been swiped", "my work mobile"),
        ("tins of Roses from the printers", "tins of Roses"),
        ("I said I couldn't, I refused the perfume", "the perfume"),
    ],
)
def test_the_thing_reads_well_after_the(text, thing):
    assert extract(text, NOW).things[0] == thing


@pytest.mark.parametrize(
    "text",
    [
        "The gentleman I support is set on it",
        "bit of a weird one - I need a chat",
        "he handed me two hundred yesterday",
        "my niece was given something by a firm",
        "where do I report a stolen",
    ],
)
def test_a_person_a_number_and_a_turn_of_speech_are_no_thing(text):
    assert extract(text, NOW).things == ()


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("I was on my round and Mrs Pugh's daughter shoved twenty quid in my pocket", "Mrs Pugh's daughter"),
        ("got £20 from one of my families", "one of my families"),
        ("Had a pint bought for me by a resident", "a resident"),
        ("a rep tried giving me a watch", "a rep"),
        ("Our IT reseller has sent me a speaker", "our IT reseller"),
        ("a client's mum insisted on cooking me dinner", "a client's mum"),
        ("the golf day Balfour Beatty are running", "Balfour Beatty"),
        ("a bracelet from a company bidding for our work", "a company"),
        ("Tarmac have asked if I fancy the game", "Tarmac"),
        ("one lot invited me to the races", None),
    ],
)
def test_a_giver_is_a_clean_name_or_description(text, giver):
    assert extract(text, NOW).giver == giver


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I left my iPad on the train to Swansea last night", "on the train to Swansea"),
        ("nicked from my car outside the gym", "from my car outside the gym"),
        ("lost my phone at Swansea station on Friday", "at Swansea station"),
        ("left it in the back of a cab", "in the back of a cab"),
        ("can't find my badge, think it's at home", "at home"),
        ("my own phone got pinched in the pub on Saturday", "in the pub"),
    ],
)
def test_the_place_keeps_its_preposition(text, place):
    assert extract(text, NOW).place == place


@pytest.mark.parametrize(
    "text", ["lost it on Saturday", "lost it in the morning", "lost it on the way", "lost it in march"]
)
def test_a_time_is_no_place(text):
    assert extract(text, NOW).place is None


def test_the_device_is_the_one_that_went():
    assert extract("I was using my phone on the train and lost my ipad", NOW).device == "ipad"


def test_own_ties_are_told_from_those_of_others():
    assert extract("my wife and my mother-in-law were invited", NOW).relations == ("spouse", "parent_in_law")
    assert extract("my client's daughter gave me £20", NOW).relations == ()


def test_what_happened_to_a_colleague_is_somebody_elses_and_what_happened_to_a_wife_is_not():
    assert extract("my colleague was offered tickets", NOW).third_person
    assert extract("one of my team lost her laptop", NOW).third_person
    assert not extract("my wife was offered a hamper", NOW).third_person
    assert not extract("my manager has given me wine", NOW).third_person


def test_a_denial_is_told_from_a_refusal_and_from_a_search():
    assert extract("I haven't been offered anything", NOW).negated
    assert not extract("can't find my phone", NOW).negated
    assert not extract("they offered me wine but I didn't accept it", NOW).negated


def test_a_question_is_known_without_its_mark():
    assert extract("is it ok to keep it", NOW).question
    assert not extract("Acme offered me lunch", NOW).question


def test_typographic_quotes_and_missing_apostrophes_read_alike():
    values = {
        tuple(tag.value for tag in extract(text, NOW).tags if tag.group == "wants_to_accept")
        for text in ("I didn't accept", "I didn’t accept", "i didnt accept", "I did not accept")
    }
    assert values == {("false",)}


def test_threads_read_alike():
    texts = [*GIVERS] * 4
    alone = [extract(text, NOW) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: extract(text, NOW), texts)) == alone


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "£", "a" * 4000, "the " * 1000, "1 " * 2000, "£1 each " * 400, "\u202e\x00🙂"]
)
def test_any_text_is_read_without_a_fault(text):
    mentions = extract(text, NOW)
    assert mentions.device is None


def test_no_phrase_of_the_lexicon_stands_under_two_values_of_one_group():
    clashes: dict[tuple[str, str], set[str]] = {}
    for name in ("devices", "offers"):
        for group, value, phrase in phrases(name):
            clashes.setdefault((group, phrase.lower()), set()).add(value)
    assert {key: values for key, values in clashes.items() if len(values) > 1} == {}


def test_every_answer_word_means_one_thing():
    answers = table("answers")["answer"]
    assert set(answers["yes"]).isdisjoint(answers["no"])
    assert set(answers["dont_know"]).isdisjoint(answers["withheld"])
