"""Phrasings that HR taught after the classifier was fitted: they count from the next message on, and near themselves.

Each is a row like the phrasings that were learnt, and corrects what the machine says of texts that are nearly the same:
fully for the phrasing itself, and the less the further a text is from it. Nothing is fitted again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.understanding.features import Counted, Vectoriser, blocks
from knowledge.understanding.index import Index, build_index

_STEEP = 12.0  # how steeply the correction falls off: a third is left at a likeness of 0.9
_OWN, _OTHERS = 1.0, -0.8  # what the machine should say of a taught phrasing: of its own label, and at most of others


@dataclass(frozen=True, slots=True)
class Phrase:
    """What HR taught: a text, and the situation that it means, or the clause that answers it."""

    number: int
    text: str
    situation: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """The rows of taught phrasings: an index of their words, and by how much each corrects every label."""

    index: Index
    gaps: np.ndarray

    def in_words(self, vectoriser: Vectoriser, counted: Counted) -> np.ndarray:
        """Give how near a text is in words to every taught phrasing (0 to 1)."""
        return self.index.scores(vectoriser.of_blocks(counted))

    def correction(self, near: np.ndarray) -> np.ndarray:
        """Give what is added to the logits of texts (rows), from their nearness to every taught phrasing."""
        weights = np.exp(np.float32(_STEEP) * (near - 1))
        return (weights / np.maximum(weights.sum(axis=1, keepdims=True), 1)) @ self.gaps


def taught_rows(
    texts: Sequence[str], vectoriser: Vectoriser, read: Callable[[Sequence[str]], np.ndarray], own: np.ndarray
) -> Taught:
    """Make the rows of phrasings whose labels stand at ``own``; ``read`` gives the machine's logits of texts."""
    rows = [vectoriser.of_blocks(blocks(text, vectoriser.concepts)) for text in texts]
    logits = read(texts)
    is_own = np.arange(logits.shape[1]) == own[:, None]
    gaps = np.where(is_own, np.maximum(_OWN - logits, 0), np.minimum(_OTHERS - logits, 0))
    return Taught(build_index(rows, len(vectoriser.idf)), gaps.astype(np.float32))
