"""The words in which HR ask to read the knowledge base, and the words that are not about it."""

import pytest

from dialogs.kb_words import Wish, read_wish, turns_back, turns_on


@pytest.mark.parametrize(
    "text",
    [
        "kb list",
        "KB",
        "kb_list",
        "the knowledge base",
        "list the clauses",
        "Please show me all the clauses.",
        "show me the policies",
        "show the policies in the knowledge base",
        "what is in the knowledge base?",
        "what's in the kb",
        "which policies do you hold?",
        "what clauses are there",
        "what clauses are in the knowledge base",
        "can you show me the knowledge base, please",
    ],
)
def test_all_of_it_is_asked_for(text):
    assert read_wish(text) == Wish("list", plainly=True)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("kb list gifts", Wish("list", "gifts", plainly=True)),
        ("kb show 5.16", Wish("show", "5.16", plainly=True)),
        ("kb show gifts.1?", Wish("show", "gifts.1", plainly=True)),
        ("what's in the knowledge base about gifts?", Wish("list", "gifts", plainly=True)),
        ("list the clauses on gifts", Wish("list", "gifts")),
        ("show clause 5.16 please", Wish("show", "5.16")),
        ("what hangs on clause 5.16", Wish("show", "5.16")),
        ("show me the clause number 5.16", Wish("show", "5.16")),
        ("list gifts and hospitality", Wish("list", "gifts and hospitality", outright=True)),
        ("show me CC gifts and hospitality 2", Wish("show", "CC gifts and hospitality 2", outright=True)),
        ("clause 5.16", Wish("show", "5.16", outright=True)),
    ],
)
def test_one_of_them_is_named(text, wish):
    assert read_wish(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "what does clause 5.16 say about my laptop",
        "is there a policy on gifts?",
        "what is the policy on gifts",
        "a supplier showed me the clauses of his contract",
        "I was shown the policies on my first day",
        "what policies apply to me",
        "yes",
        "list " + "!" * 3000 + "a",
        "decide X3 counts: cousins count",
    ],
)
def test_what_people_ask_and_tell_is_not_taken(text):
    assert read_wish(text) is None


def test_next_turns_the_page_only_where_nothing_else_is_open():
    assert turns_on("more", alone=False) and turns_on("show me more, please", alone=False)
    assert turns_on("next page", alone=True) and not turns_on("next", alone=False)
    assert not turns_on("there is more to tell", alone=True)
    assert turns_back("go back") and turns_back("previous page") and not turns_back("he brought it back")
