"""What the stored questions teach as a whole: which clause a question leans to, and whether any clause answers it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.understanding.classify import likeness
from knowledge.understanding.detector import Detector, fit_detector, nearest, nearest_but_itself, signs_of
from knowledge.understanding.machine import Machine, fit_machine

_UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True, eq=False)
class Learnt:
    """A machine over the questions of all clauses and those that no clause answers, and a detector of the latter.

    ``own`` is the place of each row's label among the machine's: the number of its clause, or ``uncovered``.
    ``clause_of`` is the clause of each label, ``clauses`` for ``uncovered``.
    """

    machine: Machine
    detector: Detector
    own: np.ndarray
    clause_of: np.ndarray
    clauses: int
    settings: dict[str, float]

    def read(self, lexical: np.ndarray, meant: np.ndarray | None) -> tuple[np.ndarray, float]:
        """Tell how far a question leans to each clause (0 to about 2), and how likely one answers it (0 to 1).

        Both are its likenesses to every row: of words, and of meaning where there is an encoder.
        """
        logits = self.machine.logits(likeness(lexical, meant, self.settings))
        near = nearest(lexical if meant is None else meant, self.own, len(self.machine.labels))
        leaning = np.zeros(self.clauses + 1, np.float32)
        leaning[self.clause_of] = np.maximum(logits + 1, 0)
        return leaning[:-1], float(self.detector.belongs(signs_of(logits, near, _uncovered(self.machine.labels))))


def fit_learnt(
    owner: np.ndarray, clauses: int, lexical: np.ndarray, meant: np.ndarray | None, settings: dict[str, float]
) -> Learnt:
    """Fit to the rows' likenesses to one another. ``owner``: the clause of each row, ``clauses`` where none answers.

    The detector is fitted to what the machine says of each row when it does not know it.
    """
    given = labels_of(owner, clauses)
    machine, alone = fit_machine(likeness(lexical, meant, settings).copy(), given, settings["regularisation"])
    own = places_of(machine.labels, given)
    best = nearest_but_itself((lexical if meant is None else meant).copy(), own, len(machine.labels))
    outside = _uncovered(machine.labels)
    detector = fit_detector(signs_of(alone, best, outside), owner < clauses, settings["covered_share"])
    return join_learnt(machine, detector, own, clauses, settings)


def join_learnt(
    machine: Machine, detector: Detector, own: np.ndarray, clauses: int, settings: dict[str, float]
) -> Learnt:
    """Put the fitted pieces together."""
    clause_of = np.array([clauses if label == _UNCOVERED else int(label) for label in machine.labels])
    return Learnt(machine, detector, own, clause_of, clauses, settings)


def labels_of(owner: np.ndarray, clauses: int) -> list[str]:
    """Give the label of each row: the number of its clause, in digits that sort alike."""
    return [f"{clause:06d}" if clause < clauses else _UNCOVERED for clause in owner]


def places_of(labels: Sequence[str], given: Sequence[str]) -> np.ndarray:
    """Give the place of each given label among the machine's."""
    place = {label: number for number, label in enumerate(labels)}
    return np.array([place[label] for label in given])


def _uncovered(labels: Sequence[str]) -> int | None:
    return labels.index(_UNCOVERED) if _UNCOVERED in labels else None
