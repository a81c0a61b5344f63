"""The linear machine: one weight per feature and label, fitted in closed form."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.understanding.features import Vector
from knowledge.understanding.index import Index


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """One hyperplane per label, each against all others. ``weights`` is features by labels (float32)."""

    labels: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray

    def logits(self, vector: Vector) -> np.ndarray:
        """Give for every label how far the text lies on its side: about 1 for its own, about -1 for others."""
        return vector.weights @ self.weights[vector.features] + self.bias


def fit_linear(vectors: Sequence[Vector], index: Index, given: Sequence[str], regularisation: float) -> Linear:
    """Fit a least-squares support vector machine, one label against the rest, the labels of nearly equal weight.

    ``index`` holds the same vectors. Solved in the space of the texts (Suykens and Vandewalle 1999): one system, the
    same plane on every run, and none of the start-up cost of a library. ``regularisation`` is C: larger follows the
    texts more closely.
    """
    labels = tuple(sorted(set(given)))
    own = np.array([labels.index(label) for label in given])
    target = np.where(own[:, None] == np.arange(len(labels)), 1, -1).astype(np.float32)
    crowd = (np.bincount(own)[own] * len(labels) / len(own)).astype(np.float32)
    system = np.array([index.scores(vector) for vector in vectors])
    system[np.diag_indices_from(system)] += np.sqrt(crowd) / np.float32(regularisation)
    solved = np.linalg.solve(system, np.column_stack([target, np.ones(len(own), np.float32)]))
    bias = solved[:, :-1].sum(axis=0) / solved[:, -1].sum()
    dual = solved[:, :-1] - np.outer(solved[:, -1], bias)
    return Linear(labels, _weights(vectors, dual, len(index.starts) - 1), bias)


def _weights(vectors: Sequence[Vector], dual: np.ndarray, features: int) -> np.ndarray:
    weights = np.zeros((features, dual.shape[1]), np.float32)
    for vector, row in zip(vectors, dual, strict=True):
        weights[vector.features] += vector.weights[:, None] * row
    return weights
