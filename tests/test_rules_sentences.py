"""What the sentences of every ruling have in common, over a spread of facts known and unknown."""

import random
import re

import pytest

from knowledge.phrases import giver, is_many, the
from knowledge.ruling import RULES, assess, fact_names
from tests.rules_kit import ON, because, employee

RULED = [where for where, rule in RULES.items() if any(line.cites for line in rule.lines)]
TEXTS = {
    "item": ["a Rolex", "two mugs", None],
    "giver": ["Acme", "the Smiths", None],
    "value": ["5", "50.01", None],
    "organisation": ["Acme", "the allotment society", None],
    "shareholding_percent": [5, 20.01, None],
    "household_percent": [20, 35.5, None],
    "employer": ["the Red Lion", None],
    "offer": ["a free TV", "buy ten, get one free", None],
    "contractor": ["Acme", None],
    "meeting": ["my grievance hearing", None],
    "event": ["a leaving do", None],
    "group": ["the Green group", None],
    "outlet": ["the Echo", None],
    "invention": ["a new gritter", None],
    "hours_per_week_total": [48, 48.5, None],
    "what": ["my casework", "two letters", "I lost my notes", None],
    "how": ["lost", "stolen", "by post", None],
    "resource": ["my laptop", "the van", "the council's printers", None],
    "software": ["Canva", "photoshop", "an app for maps", None],
    "medium": ["a USB stick", "two CDs", None],
    "site": ["bet365.com", "the site of a bank", None],
    "topic": ["data protection", "How to use Teams", None],
    "need": ["a screen reader", None],
    "country": ["France", "the United States", None],
    "devices": ["my iPad", ["ipad", "my laptop"], None],
    "password_shared_with": ["my PA", "Someone in my office", None],
}
DAYS = ("2026-11-21", "9999-12-31", None)
FILLER = re.compile(r"may have business|token value alone|from the giver|None|  | ,|[\x00-\x1f]")


def some_facts(situation, role, seed):
    dice = random.Random(seed)
    facts = {}
    for fact in fact_names(situation, role):
        kinds = {"bool": (True, False, None), "date": DAYS, "moment": DAYS}
        choices = kinds.get(fact.kind, (*fact.values, None))
        facts[fact.name] = dice.choice(choices if fact.values else TEXTS.get(fact.name, choices))
    return facts


@pytest.mark.parametrize(("situation", "role"), RULED)
def test_every_because_is_one_sentence_of_its_own_with_a_capital_and_a_full_stop(situation, role):
    for seed in range(400):
        facts = some_facts(situation, role, seed)
        said = [finding.because for finding in assess(situation, role, facts, ON).findings]

        assert len(said) == len(set(said)), facts
        for words in said:
            assert words[0].isupper() and words.endswith("."), (words, facts)
            assert not re.search(r"[.!?;] ", words), (words, facts)
            assert not FILLER.search(words), (words, facts)


@pytest.mark.parametrize(("situation", "role"), RULED)
def test_the_line_that_gives_the_outcome_is_named_and_its_findings_are_shown(situation, role):
    rule = RULES[situation, role]
    gives = {line.key: line.gives for line in rule.lines}
    for seed in range(100):
        ruling = assess(situation, role, some_facts(situation, role, seed), ON)
        if ruling.outcome == "not_covered":
            assert ruling.findings == ()
            continue
        turned_down = (gives[ruling.gives], ruling.outcome) == ("approval", "decline")

        assert gives[ruling.gives] == ruling.outcome or turned_down
        assert any(finding.line in (ruling.gives, "family") for finding in ruling.findings)


THINGS = [
    ("a Rolex", "the Rolex", False),
    ("Two bottles of wine", "the two bottles of wine", True),
    ("a box of chocolates", "the box of chocolates", False),
    ("a bottle of whisky and a card", "the bottle of whisky and a card", True),
    ("tickets for the rugby", "the tickets for the rugby", True),
    ("a glass", "the glass", False),
    ("her best rug", "her best rug", False),
    ("My watch", "your watch", False),
    ("something nice", "the gift", False),
    ("pen\u202e\u200b\x07\nset", "the pen set", False),
    ("x" * 81, "the gift", False),
]


@pytest.mark.parametrize(("typed", "said", "many"), THINGS)
def test_a_thing_keeps_its_capitals_loses_its_article_and_hidden_signs_and_knows_its_number(typed, said, many):
    assert (the(typed, "gift"), is_many(typed)) == (said, many)


GIVERS = [
    ("Acme Construction.", "Acme Construction"),
    ("A resident", "a resident"),
    ("A Rees & Sons", "A Rees & Sons"),
    ("The Welsh Rugby Union", "the Welsh Rugby Union"),
    ("My neighbour", "your neighbour"),
    ("not given", ""),
    ("\u2066Acme\u2069", "Acme"),
]


@pytest.mark.parametrize(("typed", "said"), GIVERS)
def test_a_giver_is_named_as_typed(typed, said):
    assert giver(typed) == said


def test_nobody_named_is_spoken_of_by_what_they_are_to_the_council():
    said = because(employee("gift_offered", giver_relation="supplier", item="two mugs"), "caution")

    assert said == "The offer comes from a supplier of the council, so treat the two mugs with extreme caution."


def test_several_things_have_their_value_and_are_them():
    tickets = {"what": "tickets", "letting_contract": False, "wants_to_accept": True, "value": "20"}
    said = because(employee("hospitality_offered", **tickets), "tickets")

    assert said.endswith("to accept the tickets, and their value of £20 makes no difference.")
