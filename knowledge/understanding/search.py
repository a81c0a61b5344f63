"""The clauses that answer a question, best first; none when nothing fits."""

import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from knowledge.clauses import Clause
from knowledge.understanding.concepts import Concepts
from knowledge.understanding.features import WORD, Counted, Vector, Vectoriser, blocks, fit_vectoriser
from knowledge.understanding.holding import word_index
from knowledge.understanding.index import Index, build_index
from knowledge.understanding.learnt import Learnt, fit_learnt
from knowledge.understanding.naming import named_clauses
from knowledge.understanding.search_parts import Part, best_of, nearest_of
from knowledge.understanding.taught import scores_of
from knowledge.understanding.words import sentences, stem, words

_COMMON = 0.15
_MANY, _READ_THROUGH = 4000, 400
_LEARN_AT_MOST = 12000
_QUESTION, _UNCOVERED = "question", "uncovered"

Rows = Mapping[str, Sequence[tuple[int, str]]]  # by kind: the place of the clause, and a text


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that answers, its score (0 to about 1), and the stored question that brought it, if one did."""

    clause: Clause
    score: float
    question: str | None


@dataclass(frozen=True, slots=True, eq=False)
class ClauseIndex:
    """The search over a library's clauses that have words. Safe to share.

    ``taught`` are questions that came after what is learnt from the stored ones.
    """

    clauses: tuple[Clause, ...]
    places: Mapping[str, int]
    audiences: np.ndarray
    since: np.ndarray
    vectoriser: Vectoriser
    parts: Mapping[str, Part]
    uncovered: Part
    learnt: Learnt | None
    rare: Mapping[str, int]
    held: Index
    idf: np.ndarray
    settings: Mapping[str, float]
    taught: Part | None = None

    def search(
        self,
        text: str,
        audience: str,
        on: date,
        raised: Sequence[str],
        limit: int,
        outside: float = 0.0,
        meant: np.ndarray | None = None,
        counted: Counted | None = None,
    ) -> tuple[Hit, ...]:
        """Give at most ``limit`` clauses for an audience in force on a day.

        ``raised``: clauses of the case in hand. ``outside``: how likely it means nothing of the policies (0 to 1).
        ``meant``: the encoder's vector of the text, needed where the index was built with one. ``counted``: the
        features of the text, where they are known already.
        """
        allowed = (self.audiences == audience) & (self.since <= on.toordinal())
        named = named_clauses(text, itertools.compress(self.clauses, allowed))
        counted = counted if counted is not None else blocks(text, self.vectoriser.concepts)
        scores, fits, questions = self._scores(text, counted, meant, outside)
        if named:
            rows = [self.places[clause.id] for clause in named]
            scores[rows] = 1 + fits + scores.max() - np.arange(len(rows), dtype=np.float32) / 1000
        else:
            self._raise(scores, raised, self.settings["prior"])
        rival = min(self.settings["rival"] * float(scores.max(initial=0)), self.settings["plain"])
        scores[~allowed] = 0
        least = max(fits, rival, self.settings["near"] * float(scores.max(initial=0)))
        order = [int(row) for row in np.argsort(-scores, kind="stable")[:limit] if scores[row] >= least]
        return tuple(Hit(self.clauses[row], float(scores[row]), self._question(row, questions)) for row in order)

    def _scores(
        self, text: str, counted: Counted, meant: np.ndarray | None, outside: float
    ) -> tuple[np.ndarray, float, np.ndarray]:
        """Give each clause's score, the score that one must have to answer, and the likeness of words of questions."""
        vector = self.vectoriser.of_blocks(counted)
        best = {kind: part.by_words(vector, len(self.clauses)) for kind, part in self.parts.items()}
        scores = sum(np.float32(self.settings[kind]) * clauses for kind, (clauses, _) in best.items())
        grasp = np.float32(self.settings["words"])
        scores = scores * (1 - grasp + grasp * self._held(text))
        asked = None
        if meant is not None and self.parts["whole"].vectors is not None:
            scores, asked = self._with_meaning(scores, meant)
        taught, near = np.float32(0), 0.0
        if self.taught is not None:
            taught, near = scores_of(self.taught, vector, meant, len(self.clauses), self.settings)
        fits = self.settings["answer"] + outside * self.settings["doubt"]
        if self.learnt is not None:
            leaning, covered = self._learnt(vector, best[_QUESTION][1], meant, asked)
            scores = scores + np.float32(self.settings["leaning"]) * leaning
            fits += (1 - max(covered, near)) * self.settings["uncovered"]
        return np.maximum(scores, taught), fits, best[_QUESTION][1]

    def _with_meaning(self, by_words: np.ndarray, meant: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Add likeness of meaning; of very many clauses only the likeliest are read through, row by row."""
        size, settings = len(self.clauses), self.settings
        scores = np.float32(settings["lexical"]) * by_words
        scores += np.float32(settings["meant_whole"]) * best_of(*self.parts["whole"].by_meaning(meant, None), size)
        few = None if size <= _MANY else np.sort(np.argpartition(-scores, _READ_THROUGH)[:_READ_THROUGH])
        scores += np.float32(settings["meant_sentence"]) * best_of(*self.parts["sentence"].by_meaning(meant, few), size)
        asked, owner = self.parts[_QUESTION].by_meaning(meant, few)
        scores += np.float32(settings["meant_question"]) * best_of(asked, owner, size)
        return scores + np.float32(settings["meant_several"]) * nearest_of(asked, owner, size), asked

    def _learnt(
        self, vector: Vector, by_words: np.ndarray, meant: np.ndarray | None, asked: np.ndarray | None
    ) -> tuple[np.ndarray, float]:
        words_of = np.concatenate([by_words, self.uncovered.index.scores(vector)])
        if asked is None:
            return self.learnt.read(words_of, None)
        return self.learnt.read(words_of, np.concatenate([asked, self.uncovered.vectors @ meant]))

    def _held(self, text: str) -> np.ndarray:
        """The share of the question's words, by rarity, that each clause or its questions hold."""
        asked = {stem(word) for word in words(text)}
        known = np.array(sorted(self.rare[word] for word in asked if word in self.rare), np.int32)
        weights = self.idf[known]
        unknown = np.float32(self.idf.max(initial=1)) * np.float32(0.5) * sum(word not in self.rare for word in asked)
        return self.held.scores(Vector(known, weights)) / np.maximum(weights.sum() + unknown, 1)

    def _raise(self, scores: np.ndarray, ids: Sequence[str], by: float) -> None:
        rows = [self.places[clause] for clause in ids if clause in self.places]
        scores[rows] += np.float32(by)

    def _question(self, row: int, rows: np.ndarray) -> str | None:
        part = self.parts["question"]
        own = np.flatnonzero(part.owner == row)
        if not len(own) or rows[own].max() < self.settings["answer"]:
            return None
        return part.texts[int(own[np.argmax(rows[own])])]


def texts_of(
    clauses: Sequence[Clause], asked: Mapping[str, Sequence[str]], uncovered: Sequence[str] = ()
) -> dict[str, list[tuple[int, str]]]:
    """Give what the search reads, by kind (whole, sentence, question, uncovered): each with its clause's place."""
    kinds: dict[str, Callable[[Clause], Sequence[str]]] = {
        "whole": lambda clause: (f"{' '.join(clause.heading[-2:])}\n{clause.text}",),
        "sentence": lambda clause: sentences(clause.text),
        _QUESTION: lambda clause: asked.get(clause.id, ()),
    }
    kept = with_words(clauses)
    rows = {
        kind: [(place, text) for place, clause in enumerate(kept) for text in of(clause)] for kind, of in kinds.items()
    }
    return {**rows, _UNCOVERED: [(len(kept), text) for text in uncovered]}


def with_words(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Leave out a clause without words (X28: 2.7 is never cited)."""
    return tuple(clause for clause in clauses if clause.text.strip())


def build_search(
    clauses: Sequence[Clause],
    rows: Rows,
    concepts: Concepts,
    settings: Mapping[str, float],
    vectors: Mapping[str, np.ndarray] | None = None,
) -> ClauseIndex:
    """Index clauses with what ``texts_of`` gives of them. ``settings`` is the table ``search`` of the thresholds.

    ``vectors`` are the encoder's of all these texts, by kind; None: words alone.
    """
    kept = with_words(clauses)
    counted = {kind: [blocks(text, concepts) for _, text in texts] for kind, texts in rows.items()}
    own = (text for kind, texts in counted.items() if kind != _UNCOVERED for text in texts)
    vectoriser = fit_vectoriser(own, concepts, settings)
    most = _COMMON if len(kept) > _MANY else 1.0
    read = {kind: [vectoriser.of_blocks(text) for text in texts] for kind, texts in counted.items()}
    indexes = {kind: build_index(vectors_of, len(vectoriser.idf), most) for kind, vectors_of in read.items()}
    said: list[Counter[str]] = [Counter() for _ in kept]
    for kind in ("whole", _QUESTION):
        for (place, _), text in zip(rows[kind], counted[kind], strict=True):
            said[place].update(text[WORD])
    words_held = word_index([{word[1:]: count for word, count in text.items()} for text in said])
    learnt = _learn([*read[_QUESTION], *read[_UNCOVERED]], rows, len(kept), len(vectoriser.idf), settings, vectors)
    return assemble(kept, rows, vectoriser, indexes, learnt, words_held, settings, vectors)


def _learn(
    read: Sequence[Vector],
    rows: Rows,
    clauses: int,
    features: int,
    settings: Mapping[str, float],
    vectors: Mapping[str, np.ndarray] | None,
) -> Learnt | None:
    """Learn from the questions as a whole; what that costs grows with their cube, so not from very many."""
    if not 1 < len(read) <= _LEARN_AT_MOST:
        return None
    index = build_index(read, features)
    lexical = index.scores_of(read)
    meant = None
    if vectors is not None:
        both = np.concatenate([vectors[_QUESTION], vectors[_UNCOVERED]])
        meant = both @ both.T
    return fit_learnt(owner_of(rows), clauses, lexical, meant, settings)


def owner_of(rows: Rows) -> np.ndarray:
    """Give the clause of each question, those that no clause answers last."""
    return np.array([place for kind in (_QUESTION, _UNCOVERED) for place, _ in rows[kind]], np.int32)


def assemble(
    kept: Sequence[Clause],
    rows: Rows,
    vectoriser: Vectoriser,
    indexes: Mapping[str, Index],
    learnt: Learnt | None,
    words_held: tuple[Mapping[str, int], Index, np.ndarray],
    settings: Mapping[str, float],
    vectors: Mapping[str, np.ndarray] | None,
) -> ClauseIndex:
    """Put the fitted pieces of a search together."""
    parts = {
        kind: Part(
            indexes[kind],
            np.array([place for place, _ in rows[kind]], np.int32),
            tuple(text for _, text in rows[kind]),
            vectors[kind] if vectors is not None else None,
        )
        for kind in rows
    }
    uncovered = parts.pop(_UNCOVERED)
    rare, held, idf = words_held
    places = {clause.id: place for place, clause in enumerate(kept)}
    audiences = np.array([clause.audience for clause in kept], str)
    since = np.array([clause.effective_from.toordinal() if clause.effective_from else 0 for clause in kept], np.int32)
    return ClauseIndex(
        tuple(kept), places, audiences, since, vectoriser, parts, uncovered, learnt, rare, held, idf, settings
    )
