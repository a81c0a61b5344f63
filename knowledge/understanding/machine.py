"""The machine: how much each known text speaks for each label, fitted in closed form."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_ROWS = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Machine:
    """One plane per label, each against all others. ``shares`` is texts by labels (float32)."""

    labels: tuple[str, ...]
    shares: np.ndarray
    bias: np.ndarray

    def logits(self, likeness: np.ndarray) -> np.ndarray:
        """Give for every label how far a text lies on its side, from its likeness to every known text.

        About 1 for its own label, about -1 for others.
        """
        return likeness @ self.shares + self.bias


def fit_machine(likeness: np.ndarray, given: Sequence[str], regularisation: float) -> tuple[Machine, np.ndarray]:
    """Fit a least-squares support vector machine, one label against the rest, the labels of nearly equal weight.

    ``likeness`` is that of every text to every other, and is used up. Also gives what the machine would have said of
    each text had that text not been known (texts by labels): exact, and without fitting again (Cawley and Talbot 2004).
    One linear system (Suykens and Vandewalle 1999): the same plane on every run, and none of the start-up cost of a
    library. ``regularisation`` is C: larger follows the texts more closely.
    """
    labels = tuple(sorted(set(given)))
    own = np.array([labels.index(label) for label in given])
    target = np.where(own[:, None] == np.arange(len(labels)), 1, -1).astype(np.float32)
    crowd = (np.bincount(own)[own] * len(labels) / len(own)).astype(np.float32)
    likeness[np.diag_indices_from(likeness)] += np.sqrt(crowd) / np.float32(regularisation)
    inverse = _inverse(likeness)
    ones = inverse.sum(axis=1)
    solved = inverse @ target
    bias = solved.sum(axis=0) / ones.sum()
    shares = solved - np.outer(ones, bias)
    alone = target - shares / (inverse.diagonal() - ones**2 / ones.sum())[:, None]
    return Machine(labels, shares, bias), alone


def _inverse(symmetric: np.ndarray) -> np.ndarray:
    """Invert a positive definite matrix in its own place."""
    from scipy.linalg import lapack

    factor, fault = lapack.spotrf(symmetric.T, lower=1, overwrite_a=1)
    if fault:
        raise ArithmeticError(f"the likeness of the texts is not positive definite (row {fault})")
    half, _ = lapack.spotri(factor, lower=1, overwrite_c=1)
    return _mirrored(half)


def _mirrored(lower: np.ndarray) -> np.ndarray:
    """Write the lower half of a matrix over the upper one, in its own place: it may hold half a gigabyte."""
    for first in range(0, len(lower), _ROWS):
        some = slice(first, first + _ROWS)
        lower[:first, some] = lower[some, :first].T
        corner = np.tril(lower[some, some])
        lower[some, some] = corner + np.tril(corner, -1).T
    return lower
