"""How a ruling tells what it meets: the passages that were not quoted just before, and how it stands."""

from datetime import date

from dialogs.replies import Citation
from dialogs.unclear import tell_unclear
from knowledge.clauses import load_library
from knowledge.ledger.entries import find_entry
from knowledge.ledger.landing import as_read
from knowledge.quoting import quote
from tests.ledger_kit import having_decided

ON = date(2026, 11, 22)
LIBRARY = load_library()


def cited(entry, *places):
    """Citations of the passages of an entry, as a message before it has them."""
    passages = [find_entry(entry).passages[place] for place in places]
    clauses = [LIBRARY.get(each.clause) for each in passages]
    quotes = [" ".join(quote(clause, each.words).split()) for clause, each in zip(clauses, passages, strict=True)]
    return [Citation(n, clause.label, words) for n, (clause, words) in enumerate(zip(clauses, quotes, strict=True), 1)]


def tell(entry, before=()):
    return tell_unclear(LIBRARY, as_read(find_entry(entry), ON), before)


def test_both_passages_are_quoted_and_numbered_after_those_before():
    text, citations = tell("X5", [Citation(1, "somewhere", "something else")])
    assert [citation.position for citation in citations] == [2, 3]
    assert text.startswith(find_entry("X5").says) and "[2]" in text and "[3]" in text
    assert text.endswith("HR hasn't decided which of these holds. Until then the safer way counts: "
                         "don't stand for this county council.")  # fmt: skip


def test_what_was_quoted_just_before_is_not_quoted_again():
    text, citations = tell("X5", cited("X5", 0))
    assert [citation.position for citation in citations] == [2]
    text, citations = tell("X5", cited("X5", 0, 1))
    assert citations == () and text.startswith("HR hasn't decided which of these holds.")


def test_other_words_of_the_same_clause_do_not_stand_in_for_the_passage():
    other = Citation(1, LIBRARY.get("7.4").label, "In such cases mobile devices must be taken as hand luggage.")
    text, citations = tell("X41", [other])
    assert len(citations) == 1 and "Foreign and Commonwealth Office" in citations[0].quote
    assert "HR hasn't decided this yet." in text


def test_two_of_three_passages_quoted_before_are_enough():
    text, citations = tell("X30", cited("X30", 0, 1))
    assert citations == () and text.startswith("HR hasn't decided which of these holds.")


def test_what_hr_decided_is_cited_without_the_passages():
    with having_decided("X5", "may_stand", words="They may."):
        text, citations = tell("X5")
    assert citations == () and text == f"{find_entry('X5').says} HR decided on 10 November 2026: “They may.”"
