"""The kinds of text that the search reads: whole clauses, their sentences, their questions."""

from dataclasses import dataclass

import numpy as np

from knowledge.understanding.features import Vector
from knowledge.understanding.index import Index

_SEVERAL = 3


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One kind of text (whole clauses, their sentences, their questions): an index, and the clause of each row.

    ``vectors`` are the encoder's (rows), None where there is no encoder. The rows of a clause stand together. Of
    questions that no clause answers ``owner`` is the number of clauses.
    """

    index: Index
    owner: np.ndarray
    texts: tuple[str, ...]
    vectors: np.ndarray | None

    def by_words(self, vector: Vector, clauses: int) -> tuple[np.ndarray, np.ndarray]:
        """Give each clause's best likeness of words among its rows, and that of all rows."""
        rows = self.index.scores(vector)
        return best_of(rows, self.owner, clauses), rows

    def by_meaning(self, meant: np.ndarray, only: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
        """Give the likeness of meaning of the rows of ``only`` these clauses (None: of all), and each row's clause."""
        if only is None:
            return self.vectors @ meant, self.owner
        first, last = np.searchsorted(self.owner, only), np.searchsorted(self.owner, only, "right")
        rows = np.concatenate([np.arange(a, b) for a, b in zip(first, last, strict=True)])
        return self.vectors[rows] @ meant, self.owner[rows]


def best_of(rows: np.ndarray, owner: np.ndarray, clauses: int) -> np.ndarray:
    """Give each clause's best score among its rows, 0 where it has none."""
    best = np.zeros(clauses, np.float32)
    np.maximum.at(best, owner, rows)
    return best


def nearest_of(rows: np.ndarray, owner: np.ndarray, clauses: int) -> np.ndarray:
    """Give the mean of each clause's three best scores among its rows, which stand together; 0 where it has none.

    Of rows that score the same one counts.
    """
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    sizes = np.diff(starts, append=len(rows))
    total, counted, left = np.zeros(len(starts), np.float32), np.zeros(len(starts), np.float32), rows
    for _ in range(min(_SEVERAL, len(rows))):
        best = np.maximum.reduceat(left, starts)
        some = best > -np.inf
        total[some] += best[some]
        counted += some
        left = np.where(left == np.repeat(best, sizes), -np.inf, left)
    means = np.zeros(clauses, np.float32)
    means[owner[starts]] = total / counted
    return means
