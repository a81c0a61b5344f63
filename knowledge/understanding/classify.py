"""Which label a text bears: situations, moves, a policy question, or nothing of this bot's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.understanding.concepts import Concepts
from knowledge.understanding.detector import (
    Detector,
    fit_detector,
    fit_temperature,
    nearest,
    nearest_but_itself,
    signs_of,
)
from knowledge.understanding.features import Counted, Vectoriser, blocks, fit_vectoriser
from knowledge.understanding.index import Index, build_index
from knowledge.understanding.lessons import OUT_OF_SCOPE, Phrasing
from knowledge.understanding.machine import Machine, fit_machine
from knowledge.understanding.teaching import Taught, taught_rows
from knowledge.understanding.words import words

_MOST = 5


@dataclass(frozen=True, slots=True)
class Scored:
    """A label with its score (0 to 1, all labels together 1), and the phrasing nearest to the text."""

    label: str
    score: float
    similarity: float
    phrase: str


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A machine over the likeness to every phrasing, a temperature, and a detector of what belongs to no label.

    ``vectors`` are the encoder's of the phrasings (rows), None where there is no encoder. ``taught`` are those of its
    phrasings that came after it was fitted, the last rows. Safe to share.
    """

    vectoriser: Vectoriser
    machine: Machine
    detector: Detector
    temperature: float
    index: Index
    vectors: np.ndarray | None
    phrasings: tuple[Phrasing, ...]
    own: np.ndarray
    exact: Mapping[tuple[str, ...], str]
    settings: Mapping[str, float]
    taught: Taught | None = None

    def in_words(self, counted: Counted) -> np.ndarray:
        """Give how near a text is in words to every phrasing (0 to 1), by its features."""
        learnt = self.index.scores(self.vectoriser.of_blocks(counted))
        return (
            learnt if self.taught is None else np.concatenate([learnt, self.taught.in_words(self.vectoriser, counted)])
        )

    def read(self, lexical: np.ndarray, meant: np.ndarray | None) -> list[tuple[np.ndarray, np.ndarray]]:
        """Give for each text (row) its logit for every label, and its nearness to every phrasing.

        ``lexical`` is how near each is in words; ``meant`` are the encoder's vectors of the texts, needed where the
        classifier was fitted with one.
        """
        near = (self.vectors @ meant.T).T if self.vectors is not None and meant is not None else None
        if self.taught is None:
            logits = self.machine.logits(likeness(lexical, near, self.settings))
            return list(zip(logits, _nearness(lexical, near), strict=True))
        learnt = len(self.machine.shares)
        known = None if near is None else near[:, :learnt]
        logits = self.machine.logits(likeness(lexical[:, :learnt], known, self.settings))
        nearness = _nearness(lexical, near)
        return list(zip(logits + self.taught.correction(nearness[:, learnt:]), nearness, strict=True))

    def teach(self, phrases: Sequence[Phrasing], encode: Callable[[str], np.ndarray] | None) -> "Classifier":
        """Give the classifier with phrasings that came after it was fitted; a text taught twice means what came last.

        ``encode`` is the encoder's, None where the classifier was fitted on words alone.
        """
        last = {words(phrase.text): phrase for phrase in phrases}
        texts = [phrase.text for phrase in last.values()]
        own = np.array([self.machine.labels.index(phrase.label) for phrase in last.values()])
        vectors = np.array([encode(text) for text in texts], np.float32) if encode else None

        def read(said: Sequence[str]) -> np.ndarray:
            lexical = np.array([self.in_words(blocks(text, self.vectoriser.concepts)) for text in said])
            return np.array([logits for logits, _ in self.read(lexical, vectors)])

        return replace(
            self,
            vectors=None if self.vectors is None else np.concatenate([self.vectors, vectors]),
            phrasings=(*self.phrasings, *last.values()),
            own=np.concatenate([self.own, own]),
            exact={**self.exact, **{said: phrase.label for said, phrase in last.items()}},
            taught=taught_rows(texts, self.vectoriser, read, own),
        )

    def meant_for_us(self, lexical: np.ndarray) -> float:
        """Give how near in words a text is to any phrasing but those that are out of scope (0 to 1)."""
        return float(lexical[self.own != _place(OUT_OF_SCOPE, self.machine.labels)].max(initial=0))

    def ranked(self, text: str, logits: np.ndarray, near: np.ndarray) -> tuple[Scored, ...]:
        """Give at most five labels of a text that was read so, the likeliest first.

        A text in the very words of a phrasing bears its label.
        """
        scores = self._scores(logits, near)
        known = self.exact.get(words(text))
        if known is not None:
            scores = _certain(scores, self.machine.labels.index(known))
        order = np.argsort(-scores, kind="stable")[:_MOST]
        return tuple(self._scored(int(label), scores, near) for label in order)

    def judged(self, logits: np.ndarray, near: np.ndarray) -> tuple[np.ndarray, float]:
        """Give the score of every label but ``out_of_scope`` (together 1), and how surely the text belongs to one."""
        return self._inner(logits), self._belongs(logits, near)

    def _scores(self, logits: np.ndarray, near: np.ndarray) -> np.ndarray:
        scores = self._inner(logits) * np.float32(self._belongs(logits, near))
        if OUT_OF_SCOPE in self.machine.labels:
            scores[self.machine.labels.index(OUT_OF_SCOPE)] = 1 - scores.sum()
        return scores

    def _inner(self, logits: np.ndarray) -> np.ndarray:
        spread = np.exp((logits - logits.max()) / self.temperature)
        if OUT_OF_SCOPE in self.machine.labels:
            spread[self.machine.labels.index(OUT_OF_SCOPE)] = 0
        return spread / spread.sum()

    def _belongs(self, logits: np.ndarray, near: np.ndarray) -> float:
        best = nearest(near, self.own, len(self.machine.labels))
        return float(self.detector.belongs(signs_of(logits, best, _place(OUT_OF_SCOPE, self.machine.labels))))

    def _scored(self, label: int, scores: np.ndarray, near: np.ndarray) -> Scored:
        rows = np.flatnonzero(self.own == label)
        row = int(rows[near[rows].argmax()])
        return Scored(self.machine.labels[label], float(scores[label]), float(near[row]), self.phrasings[row].text)


def likeness(lexical: np.ndarray, meant: np.ndarray | None, settings: Mapping[str, float]) -> np.ndarray:
    """Join two likenesses into one: by words, and by what the encoder takes a text to mean, which falls off steeply."""
    if meant is None:
        return lexical
    sharp, share = np.float32(settings["sharpness"]), np.float32(settings["lexical"])
    return np.exp(sharp * (meant - 1)) + share * lexical


def _nearness(lexical: np.ndarray, meant: np.ndarray | None) -> np.ndarray:
    return lexical if meant is None else meant


def _place(label: str, labels: Sequence[str]) -> int | None:
    return labels.index(label) if label in labels else None


def outside_score(ranked: Sequence[Scored]) -> float:
    """Tell how likely a text is to mean nothing of this bot's (0 to 1), from the labels as they were ranked."""
    return next((scored.score for scored in ranked if scored.label == OUT_OF_SCOPE), 0.0)


def _certain(scores: np.ndarray, known: int) -> np.ndarray:
    scores = scores * np.float32(0.05)
    scores[known] += 1 - scores.sum()
    return scores


def fit_classifier(
    phrasings: Sequence[Phrasing],
    concepts: Concepts,
    settings: Mapping[str, float],
    vectors: np.ndarray | None = None,
) -> Classifier:
    """Fit the classifier to phrasings. ``settings`` is the table ``classify`` of the thresholds.

    ``vectors`` are the encoder's of the phrasings, a row each; None: words alone. Temperature and detector are fitted
    to what the machine says of each phrasing when it does not know it.
    """
    counted = [blocks(phrasing.text, concepts) for phrasing in phrasings]
    vectoriser = fit_vectoriser(counted, concepts, settings)
    rows = [vectoriser.of_blocks(text) for text in counted]
    index = build_index(rows, len(vectoriser.idf))
    lexical = index.scores_of(rows)
    meant = vectors @ vectors.T if vectors is not None else None
    given = [phrasing.label for phrasing in phrasings]
    machine, alone = fit_machine(likeness(lexical, meant, settings).copy(), given, settings["regularisation"])
    own = np.array([machine.labels.index(label) for label in given])
    detector, temperature = _fit_scores(machine, alone, own, _nearness(lexical, meant), settings["meant_for_us"])
    exact = {words(phrasing.text): phrasing.label for phrasing in phrasings if words(phrasing.text)}
    return Classifier(
        vectoriser, machine, detector, temperature, index, vectors, tuple(phrasings), own, exact, settings
    )


def _fit_scores(
    machine: Machine, alone: np.ndarray, own: np.ndarray, near: np.ndarray, prior: float
) -> tuple[Detector, float]:
    best = nearest_but_itself(near, own, len(machine.labels))
    outside = _place(OUT_OF_SCOPE, machine.labels)
    inside = np.ones(len(own), bool) if outside is None else own != outside
    logits = alone[inside].copy()
    if outside is not None:
        logits[:, outside] = -1e3
    return fit_detector(signs_of(alone, best, outside), inside, prior), fit_temperature(logits, own[inside])
