"""The saturating BM25 term: how far each clause and its questions hold each word, from 0 to 1."""

from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.understanding.features import Vector
from knowledge.understanding.index import Index, build_index
from knowledge.understanding.words import stem

_SATURATION = 1.2


def word_index(counts: Sequence[Mapping[str, int]]) -> tuple[dict[str, int], Index, np.ndarray]:
    """Index texts by the words that they hold, from their counts; give the number of each word and how rare it is."""
    stems = [_stems(text) for text in counts]
    numbers = {word: number for number, word in enumerate(dict.fromkeys(word for text in stems for word in text))}
    vectors = [held_words(text, numbers) for text in counts]
    held = np.zeros(len(numbers), np.float32)
    for vector in vectors:
        held[vector.features] += 1
    idf = np.log1p((len(vectors) - held + 0.5) / (held + 0.5)).astype(np.float32)
    return numbers, build_index(vectors, len(numbers)), idf


def held_words(counts: Mapping[str, int], numbers: Mapping[str, int]) -> Vector:
    """Give how far a text with these counts holds each word that has a number."""
    known = {numbers[word]: n for word, n in _stems(counts).items() if word in numbers}
    return Vector(
        np.array(list(known), np.int32),
        np.array([n / (n + _SATURATION * 0.25) for n in known.values()], np.float32),
    )


def _stems(counts: Mapping[str, int]) -> dict[str, int]:
    stems: dict[str, int] = {}
    for word, count in counts.items():
        if " " not in word:
            stems[stem(word)] = stems.get(stem(word), 0) + count
    return stems
