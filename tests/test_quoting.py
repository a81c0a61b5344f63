"""A quotation is whole sentences of the clause, word for word, and no more than needed."""

from dataclasses import replace

import pytest

from knowledge.clauses import load_library
from knowledge.quoting import OMISSION, holds_words, quote

LIBRARY = load_library()


def quoted(clause_id, words):
    return quote(LIBRARY.get(clause_id), words)


def test_the_sentence_with_the_words_is_quoted_and_not_its_neighbours():
    assert quoted("gifts.1", "never accept monetary gifts") == (
        "Employees must never accept monetary gifts of any kind, whether in the form of cash, or cheques, vouchers or "
        "coupons."
    )


def test_words_over_two_sentences_quote_both():
    both = quoted("gifts.1", "will be acceptable. This is regardless of the value")
    assert both.startswith("It is unlikely that an offer")
    assert both.endswith("regardless of the value of the gift.")


def test_the_number_of_a_clause_is_left_to_its_label():
    assert quoted("5.16", "immediately").startswith("Members should report any incidents")
    assert quoted("5.16", "5.16 Members").startswith("5.16 Members should report any incidents")


def test_an_abbreviation_does_not_end_a_sentence():
    assert quoted("5.5", "Non work emails") == LIBRARY.get("5.5").text.removeprefix("5.5 ")
    assert quoted("2.9", "help line").startswith("This Scheme also includes appropriate software i.e. Anti-virus")


def test_a_list_is_quoted_with_its_opening_line_and_the_item_alone():
    assert quoted("gifts-and-hospitality.1", "modest lunch") == (
        "Employees should refuse personal gifts and hospitality offered to them or members of their family subject to "
        "the following:\ngifts and hospitality of 'token value' may be acceptable. For example, a pen, small gift, "
        "diary or a modest lunch, provided it is not a regular practice"
    )


def test_items_left_out_are_marked():
    opening, item = quoted("4.6", "do not modify your ICT equipment").split(OMISSION)
    assert opening.endswith("an obligation to ensure that they:")
    assert item.startswith("(v) do not modify") and item.endswith("software configuration;")


def test_a_line_of_a_list_in_a_list_keeps_both_opening_lines():
    opening, rest = quoted("social-media.2", "employees or managers").split(OMISSION)
    assert opening == "When using social networking websites in your private life, an employee must not:"
    assert "defamatory" in rest
    opening, nested, item = quoted("social-media.2", "clients\npartner organisations").split(OMISSION)
    assert nested.endswith("data protection legislation about:")
    assert item == "clients\npartner organisations"


def test_words_in_the_opening_line_of_a_list_need_none_of_its_items():
    assert quoted("additional-employment.3", "prior consent") == (
        "Employees are required to obtain prior consent from their manager if they wish to take up any additional "
        "employment."
    )


def test_the_shortest_place_is_taken_when_the_words_stand_in_several():
    clause = replace(LIBRARY.get("gifts.1"), text="Gifts that come by post are recorded. Gifts are refused.")
    assert quote(clause, "Gifts") == "Gifts are refused."


def test_line_breaks_in_the_words_do_not_matter():
    assert quoted("gifts.1", "never\n  accept monetary") == quoted("gifts.1", "never accept monetary")


@pytest.mark.parametrize("words", ["never accept any gifts", "onetary gift", "£5", "", "  "])
def test_words_that_are_not_there_are_refused(words):
    with pytest.raises(ValueError, match="gifts.1"):
        quoted("gifts.1", words)


def test_a_figure_is_not_found_in_a_longer_one():
    longer = "Gifts over £500, £50.50 or £50,000 are refused."
    clause = replace(LIBRARY.get("gifts.1"), text=f"{longer} Gifts over £50 are registered.")
    assert quote(clause, "£50") == "Gifts over £50 are registered."
    assert not holds_words(longer, "£50") and not holds_words(longer, "000") and holds_words("Over £50.", "£50")


@pytest.mark.parametrize("clause", LIBRARY.clauses, ids=lambda clause: clause.id)
def test_every_piece_of_every_quotation_is_verbatim(clause):
    for line in clause.text.split("\n"):
        pieces = quote(clause, line).split(OMISSION)
        assert all(piece in clause.text for piece in pieces)
        assert line.removeprefix(f"{clause.number} ") in pieces[-1]
