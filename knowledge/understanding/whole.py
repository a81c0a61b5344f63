"""The fitted parts of an engine as a whole: what they learn from, and each of them fitted or read back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from knowledge.clauses import Clause, Library, load_library
from knowledge.understanding.classify import Classifier
from knowledge.understanding.compact import Compact
from knowledge.understanding.concepts import load_concepts
from knowledge.understanding.fitted import classifier_of, search_of
from knowledge.understanding.kept import Kept, key_of, packed, unpacked
from knowledge.understanding.lessons import (
    POLICY_QUESTION,
    Phrasing,
    phrasings,
    stored_questions,
    thresholds_of,
    uncovered_questions,
)
from knowledge.understanding.search import ClauseIndex, Rows, texts_of
from knowledge.understanding.speller import Speller, build_speller
from knowledge.understanding.teaching import Phrase
from knowledge.understanding.words import sentences, stem, words

Fitted = tuple[Classifier, Speller, ClauseIndex]


@dataclass(frozen=True, slots=True)
class Lessons:
    """What an engine learns from: the clauses, the phrasings of each label, and what is asked about each clause.

    ``rows`` are what the search reads, by kind.
    """

    clauses: tuple[Clause, ...]
    phrasings: tuple[Phrasing, ...]
    asked: Mapping[str, Sequence[str]]
    rows: Rows

    def texts(self) -> dict[str, list[str]]:
        """Give the phrasings (under "") and the texts of the search, by kind: all that the encoder reads."""
        said = [phrasing.text for phrasing in self.phrasings]
        return {"": said, **{kind: [text for _, text in found] for kind, found in self.rows.items()}}


def lessons_of(library: Library, phrases: Sequence[Phrase] = ()) -> Lessons:
    """Give what comes with the product, over the clauses of a library, with what HR taught.

    A text that was taught means what it was taught to mean last, whatever the product has it mean.
    """
    taught = {words(each.text): each for each in phrases}
    own = [each for each in phrasings() if words(each.text) not in taught] if taught else list(phrasings())
    own += [Phrasing(each.situation or POLICY_QUESTION, each.text) for each in taught.values()]
    asked = {clause: list(questions) for clause, questions in stored_questions().items()}
    asked |= {clause.id: _says(clause) for clause in library.clauses if load_library().find(clause.id) is None}
    for each in taught.values():
        if each.clause:
            asked.setdefault(each.clause, []).append(each.text)
    return Lessons(library.clauses, tuple(own), asked, texts_of(library.clauses, asked, uncovered_questions()))


def _says(clause: Clause) -> list[str]:
    """What a new clause is asked by: its own words, and each of its sentences."""
    return list(dict.fromkeys((clause.text, *sentences(clause.text)))) if clause.text.strip() else []


def fit(kept: Kept, encoder: Compact | None, lessons: Lessons) -> Fitted:
    """Give the parts that learn from these lessons: read back where they were fitted before, else fitted and kept."""
    tables, concepts = thresholds_of("full" if encoder else "words"), load_concepts()
    vectors = _vectors(kept, encoder, lessons.texts()) if encoder else None
    tier, said = encoder.id if encoder else "words", vectors[""] if vectors else None
    classifier = classifier_of(kept, tier, lessons.phrasings, concepts, tables["classify"], said)
    clauses = search_of(kept, tier, lessons.clauses, lessons.rows, concepts, tables["search"], vectors)
    return classifier, _speller(kept, lessons), clauses


def _vectors(kept: Kept, encoder: Compact, texts: Mapping[str, Sequence[str]]) -> dict[str, np.ndarray]:
    """The encoder's vectors of the phrasings (under "") and of the clauses' texts by kind."""
    made = kept.vectors(encoder, list(chain.from_iterable(texts.values())))
    ends = np.cumsum([len(found) for found in texts.values()])
    return dict(zip(texts, np.split(made, ends[:-1]), strict=True))


def _speller(kept: Kept, lessons: Lessons) -> Speller:
    """The speller over the words of the phrasings, the clauses, their questions and the lexicon."""
    texts = [phrasing.text for phrasing in lessons.phrasings]
    texts += [clause.text for clause in lessons.clauses]
    texts += [question for questions in lessons.asked.values() for question in questions]
    lexicon = sorted(load_concepts().vocabulary())
    key = key_of(texts, lexicon)
    arrays = kept.load("speller", key)
    if arrays is not None:
        return build_speller(dict(zip(unpacked(arrays["known"]), arrays["counts"].tolist(), strict=True)))
    known = Counter(word for text in texts for word in words(text))
    known.update(lexicon)
    known.update([stem(word) for word in known])
    kept.save("speller", key, {"known": packed(known), "counts": np.array(list(known.values()))})
    return build_speller(known)
