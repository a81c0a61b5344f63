"""What stands where words stood: the passage of a clause that HR changed, for a rule written against its old words."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from knowledge.clauses import Clause, Library, load_library
from knowledge.quoting import holds_words, quote

_WORD = re.compile(r"\S+")
_KEPT = 0.5  # the share of the old words that must still be there, in order, for the passage to be found again


@lru_cache(maxsize=4096)
def quote_as_now(before: Clause, now: Clause, words: str, exact: bool = False) -> str:
    """Give the quotation that holds ``words``, from a clause as it reads now; ``before`` is the one that had them.

    Where the words are not there any more it is the passage that stands in their place, and where too little of them is
    left, the whole clause. ``exact``: the words alone.
    """
    if exact and holds_words(now.text, words):
        return words
    try:
        return quote(now, words)
    except ValueError:
        found = _in_their_place(before.text, now.text, words)
        return quote(now, found) if found else now.text


def passage_now(library: Library, clause_id: str, words: str) -> str:
    """Quote what a library has of a clause where these words of the clause as it came stand."""
    return quote_as_now(load_library().get(clause_id), library.get(clause_id), words)


def _in_their_place(before: str, now: str, words: str) -> str:
    """The words of now from the first to the last that came from the old ones."""
    old, new, sought = _WORD.findall(before), list(_WORD.finditer(now)), words.split()
    at = _start(old, sought)
    if at is None:
        return ""
    steps = SequenceMatcher(None, old, [each[0] for each in new], autojunk=False).get_matching_blocks()
    kept = [
        block.b + place - block.a
        for block in steps
        for place in range(block.a, block.a + block.size)
        if at <= place < at + len(sought)
    ]
    if len(kept) < _KEPT * len(sought):
        return ""
    return now[new[kept[0]].start() : new[kept[-1]].end()]


def _start(old: Sequence[str], sought: Sequence[str]) -> int | None:
    """Where the words stand among those of the clause; the first and the last may lack what is written against them."""
    for place in range(len(old) - len(sought) + 1):
        run = old[place : place + len(sought)]
        if all(word in there for word, there in zip(sought, run, strict=True)):
            return place
    return None
