"""Features of a text and their weights: words and word pairs, pieces of words, concepts and pairs of concepts."""

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from knowledge.understanding.concepts import Concepts
from knowledge.understanding.words import words

WORD, PIECE, CONCEPT = "w", "p", "c"
_PIECES = range(2, 6)

Counted = Mapping[str, Counter[str]]  # the features of a text, block by block
_PAIRED = 8
_ALWAYS = 50


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """A sparse row of unit length: feature numbers and weights (float32). Unknown features only shorten it."""

    features: np.ndarray
    weights: np.ndarray


@functools.lru_cache(maxsize=1 << 15)
def _pieces(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(
        PIECE + padded[start : start + size] for size in _PIECES for start in range(max(len(padded) - size + 1, 0))
    )


def blocks(text: str, concepts: Concepts) -> Counted:
    """Count the features of a text, block by block."""
    text_words = words(text)
    names = concepts.of(text_words)
    pairs = itertools.combinations(sorted(names[:_PAIRED]), 2)
    return {
        WORD: Counter(itertools.chain(map(WORD.__add__, text_words), map("w{} {}".format, text_words, text_words[1:]))),
        PIECE: Counter(itertools.chain.from_iterable(map(_pieces, text_words))),
        CONCEPT: Counter(itertools.chain(map(CONCEPT.__add__, names), (f"c{a}+{b}" for a, b in pairs))),
    }


@dataclass(frozen=True, slots=True, eq=False)
class Vectoriser:
    """TF-IDF over the three blocks, each of its own unit length before they are joined."""

    numbers: Mapping[str, int]
    idf: np.ndarray
    concepts: Concepts
    shares: Mapping[str, float]

    def of_blocks(self, counted: Counted) -> Vector:
        """Give the vector of a text's features; a text without a known one has an empty one."""
        features: list[int] = []
        parts: list[np.ndarray] = []
        length = 0.0
        for block, counts in counted.items():
            if counts:
                known, weights = self._block(counts, self.shares[block])
                features.extend(known)
                parts.append(weights)
                length += self.shares[block] ** 2
        if not features:
            return Vector(np.empty(0, np.int32), np.empty(0, np.float32))
        return Vector(np.array(features, np.int32), np.concatenate(parts) / np.float32(length**0.5))

    def _block(self, counts: Counter[str], share: float) -> tuple[list[int], np.ndarray]:
        unknown = len(self.idf) - 1
        numbers = np.fromiter((self.numbers.get(f, unknown) for f in counts), np.int32, len(counts))
        weights = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.idf[numbers]
        weights *= np.float32(share / np.sqrt(np.dot(weights, weights)))
        known = numbers != unknown
        return numbers[known].tolist(), weights[known]


def fit_vectoriser(counted: Iterable[Counted], concepts: Concepts, settings: Mapping[str, float]) -> Vectoriser:
    """Learn which features there are and how rare each is. A piece of a word must occur in two texts to count.

    ``settings`` holds the weight of each block (``by_word``, ``by_piece``, ``by_concept``) and ``common``, the share of
    the texts above which a feature that they hold tells nothing.
    """
    texts = 0
    seen: Counter[str] = Counter()
    for text in counted:
        texts += 1
        for counts in text.values():
            seen.update(counts.keys())
    kept = list(_kept(seen, max(settings["common"] * texts, _ALWAYS)))
    rarity = np.array([*(seen[feature] for feature in kept), 0], np.float32)
    idf = np.log((1 + np.float32(texts)) / (1 + rarity)) + 1
    return Vectoriser(
        {feature: number for number, feature in enumerate(kept)}, idf.astype(np.float32), concepts, shares_of(settings)
    )


def shares_of(settings: Mapping[str, float]) -> dict[str, float]:
    """Give the weight of each block of features from the settings."""
    return {WORD: settings["by_word"], PIECE: settings["by_piece"], CONCEPT: settings["by_concept"]}


def _kept(seen: Counter[str], most: float) -> Iterator[str]:
    return (f for f, texts in seen.items() if texts <= most and (texts > 1 or f[0] != PIECE))
