"""Finding the lexicon's phrases in a text: one blank spaCy pipeline, one PhraseMatcher, plain values out."""

from functools import cache
from threading import Lock

import spacy
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from knowledge.understanding.slots.kinds import Tag
from knowledge.understanding.slots.lexicon import phrases
from knowledge.understanding.slots.text import plain

_FILES = ("devices", "offers", "interests")
_NEGATIONS = frozenset({"not", "never", "no", "without", "nor", "neither", "isnt", "wasnt"})
_NORMS = {"'d": "would", "d": "would", "nt": "not", "n't": "not", "did": "did", "does": "does", "had": "had"}
_IS = frozenset({"it's", "that's", "he's", "she's", "there's", "who's", "what's", "this's"})
_LOCK = Lock()


def tag(text: str) -> tuple[Tag, ...]:
    """Every phrase of the lexicon in the text, the longest of each group, in order, with whether it is negated.

    Safe to call from several threads. What a text adds to spaCy's vocabulary is forgotten when the call ends.
    """
    nlp, matcher = _pipeline()
    text = plain(text)
    with _LOCK, nlp.memory_zone():
        doc = nlp.make_doc(text)
        groups: dict[str, list] = {}
        for span in matcher(doc, as_spans=True):
            groups.setdefault(span.label_.partition(".")[0], []).append(span)
        found = [
            Tag(
                group,
                span.label_.partition(".")[2],
                span.start_char,
                span.end_char,
                span.text,
                _negated(doc, span.start),
            )
            for group, spans in groups.items()
            for span in filter_spans(spans)
        ]
    return tuple(sorted(found, key=lambda one: (one.start, one.group)))


def warm() -> None:
    """Build the pipeline now rather than at the first text."""
    _pipeline()


@cache
def _pipeline() -> tuple[Language, PhraseMatcher]:
    nlp = spacy.blank("en")
    nlp.tokenizer.rules = {
        word: [{**part, NORM: _norm(word, part)} for part in parts]
        for word, parts in nlp.tokenizer.rules.items()
        if word.lower() != "id"
    }
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    patterns: dict[str, list[Doc]] = {}
    for name in _FILES:
        for group, value, phrase in phrases(name):
            patterns.setdefault(f"{group}.{value}", []).append(nlp.make_doc(phrase))
    for label, docs in patterns.items():
        matcher.add(label, docs)
    return nlp, matcher


def _norm(word: str, part: dict) -> str:
    """One spelling for contractions, so that didn't, didnt and did not meet the same phrase."""
    orth = str(part[ORTH])
    if plain(word).lower() in _IS and plain(orth).lower() == "'s":
        return "is"
    return _NORMS.get(plain(orth).lower()) or str(part.get(NORM, orth)).lower()


def _negated(doc: Doc, start: int) -> bool:
    for token in reversed(doc[max(0, start - 3) : start]):
        if token.is_punct and token.text not in "'-\"":
            return False
        if token.norm_ in _NEGATIONS:
            return not (token.i + 1 < start and doc[token.i + 1].norm_ in ("to", "thanks", "problem", "idea"))
    return False
