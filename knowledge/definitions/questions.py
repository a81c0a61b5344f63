"""Whether words ask if something falls under a term, and what they ask about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.definitions.shapes import ELSEWHERE, NO_THING, POLITE, WHETHER, shapes_of
from knowledge.definitions.terms import Term, load_terms
from knowledge.understanding.slots.text import plain

LONGEST = 400
WORDS_AT_MOST = 14


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a term. ``thing`` is what may fall under it, None where the whole definition is asked for.

    ``clause``: the thing is told in a clause ("it if I drop my iPad") and not named by itself. ``unnamed``: the term
    itself is not named ("does an aunt count"), so that only a thing named exactly is meant. ``told``: what happened is
    told first, and the question is about that ("my screen has cracked, is that an incident").
    """

    term: Term
    thing: str | None
    text: str
    clause: bool = False
    unnamed: bool = False
    told: bool = False


def read_questions(text: str, audience: str) -> Iterator[Asked]:
    """Give the readings of a text as a question about a term of this audience, likeliest first; none for other words.

    Of several sentences one may be a question; what stands before it may say what "it" is.
    """
    said = _tidy(text)
    if not said or len(said) > LONGEST or ELSEWHERE.search(said):
        return
    sentences = [part for part in re.split(r"(?<=[.?!;])\s+", said) if part]
    asking = [at for at, part in enumerate(sentences) if part.endswith("?")] or [len(sentences) - 1]
    if len(asking) > 1:
        return
    lead, sentence = " ".join(sentences[: asking[0]]), sentences[asking[0]]
    for term in _mentioned(sentence, audience):
        yield from _readings(term, sentence, lead, said)


def _tidy(text: str) -> str:
    said = " ".join(plain(text).lower().replace('"', "").split())
    return re.sub(r"(?<!\w)'|(?<!s)'(?!\w)", "", said)


def _mentioned(sentence: str, audience: str) -> list[Term]:
    """The terms of the audience that the sentence names, in its order; where it names none, all of them."""
    ours = [term for term in load_terms() if term.audience == audience]
    places = {term.id: found.start() for term in ours if (found := shapes_of(term)["name"].search(sentence))}
    return sorted((term for term in ours if term.id in places), key=lambda term: places[term.id]) or ours


def _readings(term: Term, sentence: str, lead: str, text: str) -> Iterator[Asked]:
    shapes = shapes_of(term)
    asks = sentence.endswith("?") or " or not" in sentence
    words = POLITE.sub("", sentence).rstrip("?!. ")
    if whether := WHETHER.match(words):
        words, asks = words[whether.end() :], True
    if shapes["whole"].match(words):
        yield Asked(term, None, text)
    elif found := shapes["if"].match(words):
        yield Asked(term, found["x"], text, clause=True)
    elif shapes["pronoun"].match(words):
        yield Asked(term, lead or words, text, clause=True, told=bool(lead))
    else:
        yield from _named(term, words, text, asks)


def _named(term: Term, words: str, text: str, asks: bool) -> Iterator[Asked]:
    shapes = shapes_of(term)
    if found := shapes["she"].match(words):
        yield Asked(term, found["x"], text, clause=True, told=True)
    for name in ("is", "does", "take", "include", "in_list", "alone", *(("statement", "bare") if asks else ())):
        if (found := shapes[name].match(words)) and _is_thing(found["x"]):
            yield Asked(term, found["x"], text, unnamed=name == "alone")


def _is_thing(words: str) -> bool:
    return len(words.split()) <= WORDS_AT_MOST and not NO_THING.search(words)
