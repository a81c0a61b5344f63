"""Which label a text bears: situations, moves, a policy question, or nothing of this bot's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.understanding.concepts import Concepts
from knowledge.understanding.features import Vectoriser, blocks, fit_vectoriser
from knowledge.understanding.index import Index, build_index
from knowledge.understanding.lessons import MOVES, OUT_OF_SCOPE, Phrasing
from knowledge.understanding.linear import Linear, fit_linear
from knowledge.understanding.words import sentences, words

_MOST = 5
_SENTENCES = 8
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Scored:
    """A label with its score (0 to 1, all labels together 1), and the phrasing nearest to the text."""

    label: str
    score: float
    similarity: float
    phrase: str


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A linear machine with a temperature, and a detector of what belongs to no label. Safe to share."""

    vectoriser: Vectoriser
    machine: Linear
    index: Index
    phrasings: tuple[Phrasing, ...]
    own: np.ndarray
    exact: Mapping[tuple[str, ...], str]
    settings: Mapping[str, float]

    def rank(self, text: str) -> tuple[Scored, ...]:
        """Give at most five labels, the likeliest first. A text in the very words of a phrasing bears its label."""
        logits, near = self._read(text)
        best = np.full(len(self.machine.labels), -1, np.float32)
        np.maximum.at(best, self.own, near)
        scores = self._scores(logits, best)
        known = self.exact.get(words(text))
        if known is not None:
            scores = _certain(scores, self.machine.labels.index(known))
        order = np.argsort(-scores, kind="stable")[:_MOST]
        return tuple(self._scored(int(label), scores, near) for label in order)

    def _read(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """A long message is as clear as its clearest sentence where situations go; a move is a whole message."""
        whole = self.vectoriser.vector(text)
        logits, near = self.machine.logits(whole), self.index.scores(whole)
        parts = [part for part in sentences(text)[:_SENTENCES] if len(words(part)) >= _LEAST_WORDS]
        if len(parts) > 1:
            vectors = [self.vectoriser.vector(part) for part in parts]
            moves = np.isin(self.machine.labels, (*MOVES, OUT_OF_SCOPE))
            for vector in vectors:
                logits = np.where(moves, logits, np.maximum(logits, self.machine.logits(vector)))
                near = np.where(moves[self.own], near, np.maximum(near, self.index.scores(vector)))
        return logits, near

    def _scores(self, logits: np.ndarray, best: np.ndarray) -> np.ndarray:
        spread = np.exp((logits - logits.max()) / self.settings["temperature"])
        scores = spread / spread.sum()
        outside = self.machine.labels.index(OUT_OF_SCOPE)
        inside = np.arange(len(scores)) != outside
        belongs = self._belongs(float(logits[inside].max()), float(best[inside].max()))
        scores[inside] *= belongs
        scores[outside] = 1 - scores[inside].sum()
        return scores

    def _belongs(self, logit: float, similarity: float) -> float:
        """How sure it is that the text means anything here: a large logit and a near phrasing, both wanted."""
        clear = self.settings["steep"] * (logit - self.settings["none_logit"])
        close = self.settings["steep"] * (similarity - self.settings["none_similarity"])
        return 1 / ((1 + np.exp(-clear)) * (1 + np.exp(-close)))

    def _scored(self, label: int, scores: np.ndarray, near: np.ndarray) -> Scored:
        row = int(np.argmax(np.where(self.own == label, near, -1)))
        return Scored(self.machine.labels[label], float(scores[label]), float(near[row]), self.phrasings[row].text)


def outside_score(ranked: Sequence[Scored]) -> float:
    """Tell how likely a text is to mean nothing of this bot's (0 to 1), from the labels as they were ranked."""
    return next((scored.score for scored in ranked if scored.label == OUT_OF_SCOPE), 0.0)


def _certain(scores: np.ndarray, known: int) -> np.ndarray:
    scores = scores * np.float32(0.05)
    scores[known] += 1 - scores.sum()
    return scores


def fit_classifier(phrasings: Sequence[Phrasing], concepts: Concepts, settings: Mapping[str, float]) -> Classifier:
    """Fit the classifier to phrasings. ``settings`` is the table ``classify`` of the thresholds."""
    counted: list[Mapping[str, Counter[str]]] = [blocks(phrasing.text, concepts) for phrasing in phrasings]
    vectoriser = fit_vectoriser(counted, concepts, settings)
    vectors = [vectoriser.of_blocks(text) for text in counted]
    index = build_index(vectors, len(vectoriser.idf))
    given = [phrasing.label for phrasing in phrasings]
    machine = fit_linear(vectors, index, given, settings["regularisation"])
    own = np.array([machine.labels.index(label) for label in given])
    exact = {words(phrasing.text): phrasing.label for phrasing in phrasings if words(phrasing.text)}
    return Classifier(vectoriser, machine, index, tuple(phrasings), own, exact, settings)
