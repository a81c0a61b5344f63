"""Ties that rules on interests and on contracts share: whose they are, and how they are said."""

from types import SimpleNamespace

import pytest

from knowledge.clauses import load_library
from knowledge.errors import Sayable
from knowledge.facts import read_facts
from knowledge.policies.employee_code_of_conduct.rules import ties


def said(**facts):
    return SimpleNamespace(**({"whose": None, "relative_kind": None, "nature": None} | facts))


SIDES = [
    ({"whose": "self"}, "own"),
    ({"whose": "spouse"}, "own"),
    ({"whose": "partner"}, "own"),
    ({"whose": "relative", "relative_kind": "civil_partner"}, "own"),
    ({"whose": "relative", "relative_kind": "partners_child"}, "close"),
    ({"whose": "relative", "relative_kind": "cousin"}, "close"),
    ({"whose": "relative", "relative_kind": "other"}, "unrelated"),
    ({"whose": "friend"}, "close"),
    ({"whose": "household"}, "close"),
]


@pytest.mark.parametrize(("facts", "side"), SIDES)
def test_an_interest_is_ones_own_or_that_of_somebody_close_or_of_nobody_who_counts(facts, side):
    each = {"own": ties.is_own, "close": ties.is_close, "unrelated": ties.is_unrelated}

    assert [name for name, holds in each.items() if holds(said(**facts))] == [side]


def test_every_word_of_the_list_stands_in_the_paragraph_that_defines_a_relative():
    text = load_library().get("registration-of-interests.7").text.replace("-", " ")
    elsewhere = {"partners_child": "child of a partner", "spouse_or_partner_of_relative": "spouse or partner of any of"}

    for kind in ties.RELATIVES:
        assert elsewhere.get(kind, kind.replace("_", " ")) in text


EVERYDAY = [
    ("Cousin", "cousin"),
    ("wife", "spouse"),
    ("husband", "spouse"),
    ("mum", "parent"),
    ("My father", "parent"),
    ("mother-in-law", "parent_in_law"),
    ("child", "child"),
    ("sibling", "sibling"),
    ("Grandmother", "grandparent"),
    ("granddaughter", "grandchild"),
    ("brother in law", "spouse_or_partner_of_relative"),
    ("daughter_in_law", "spouse_or_partner_of_relative"),
    ("stepmother", "spouse_or_partner_of_relative"),
    ("step-father", "spouse_or_partner_of_relative"),
    ("stepson", "step_son"),
    ("Step Daughter", "step_daughter"),
    ("partner's child", "partners_child"),
    ("civil partner", "civil_partner"),
    ("step_niece", "other"),
    ("second cousin", "other"),
    ("girlfriend", "other"),
    ("great-aunt", "other"),
    ("friend", "other"),
    ("?", "other"),
]


@pytest.mark.parametrize(("typed", "kind"), EVERYDAY)
def test_everyday_words_for_a_relative_count_as_the_words_of_the_list(typed, kind):
    assert read_facts((ties.RELATIVE_KIND,), {"relative_kind": typed}) == {"relative_kind": kind}


def test_a_word_for_two_of_the_list_is_repeated_as_it_was_said():
    assert ties.holder(said(whose="relative", relative_kind="sibling")) == "your sibling"
    assert ties.is_close(said(whose="relative", relative_kind="child"))


def test_a_kind_outside_the_list_counts_as_none_of_it_and_is_no_error():
    kind = (ties.RELATIVE_KIND,)

    assert read_facts(kind, {"relative_kind": "second_cousin"}) == {"relative_kind": "other"}
    assert read_facts(kind, {"relative_kind": "niece"}) == {"relative_kind": "niece"}
    assert read_facts(kind, {}) == {"relative_kind": None}
    for wrong in (7, "", True):
        with pytest.raises(Sayable, match="relative_kind"):
            read_facts(kind, {"relative_kind": wrong})


SAID = [
    ({"whose": "self", "nature": "employment"}, "you work for Acme"),
    ({"whose": "spouse", "nature": "shareholding"}, "your spouse holds shares in Acme"),
    ({"whose": "relative", "relative_kind": "uncle", "nature": "membership"}, "your uncle belongs to Acme"),
    ({"whose": "relative", "relative_kind": "parent_in_law"}, "your parent-in-law has a connection with Acme"),
    ({"whose": "relative", "relative_kind": "sister"}, "your sister has a connection with Acme"),
    ({"whose": "household", "nature": "other"}, "someone in your household has a connection with Acme"),
    ({}, "someone close to you has a connection with Acme"),
]


@pytest.mark.parametrize(("facts", "words"), SAID)
def test_a_tie_is_said_as_a_person_would_say_it(facts, words):
    assert ties.tied_to(said(**facts), "Acme") == words
