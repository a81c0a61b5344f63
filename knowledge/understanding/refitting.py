"""The engine fitted anew to what HR taught: read back whole, and served until something of it is taken back."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.clauses import Library
from knowledge.golden.sets import cases, questions, utterances
from knowledge.understanding.engine import Engine, refit
from knowledge.understanding.kept import Arrays, Encodes, Kept, key_of
from knowledge.understanding.lessons import phrasings, stored_questions, thresholds_of, uncovered_questions
from knowledge.understanding.teaching import Phrase


class NotFitted(Exception):
    """What was to be read back is not there, or was fitted to something else."""


class ReadBack(Kept):
    """A folder that parts are read back from and never fitted into: NotFitted is raised instead."""

    def load(self, name: str, key: str) -> Arrays:
        """Give the arrays kept under a name; raises NotFitted."""
        arrays = Kept.load(self, name, key)
        if arrays is None:
            raise NotFitted(name)
        return arrays

    def vectors(self, encoder: Encodes, texts: Sequence[str]) -> np.ndarray:
        """Give the encoder's vectors of texts; raises NotFitted where one of them is not there."""
        return Kept.vectors(self, _Silent(encoder.id), texts)


@dataclass(frozen=True, slots=True)
class _Silent:
    """An encoder that makes nothing new."""

    id: str

    def encode(self, text: str) -> np.ndarray:
        raise NotFitted("vectors")


@dataclass(slots=True)
class Newest:
    """The engine that was fitted last, swapped whole; None until one was."""

    engine: Engine | None = None

    def beside(self, loaded: Engine, phrases: Sequence[Phrase]) -> Engine:
        """Give the engine that serves while these phrases are taught: never one that learnt what was taken back."""
        return self.engine if self.engine is not None and self.engine.learnt <= set(phrases) else loaded


def refit_key(loaded: Engine, library: Library, phrases: Sequence[Phrase]) -> str:
    """Give what tells one fitting from another: the encoder, the clauses of a library, what HR taught, and what comes
    with the product, so that after an upgrade of it what was fitted before counts no more."""
    taught = [f"{each.text}\t{each.situation}\t{each.clause}" for each in phrases]
    tier = loaded.encoder.id if loaded.encoder else "words"
    return key_of(tier, [each.text for each in library.clauses], taught, _product())


@functools.cache
def _product() -> str:
    """The key of what comes with the product: phrasings, questions, thresholds, and the golden set that is asked."""
    said = [f"{each.label}\t{each.text}" for each in phrasings()]
    asked = [
        *uncovered_questions(),
        *(f"{clause}\t{each}" for clause, own in stored_questions().items() for each in own),
    ]
    golden = [repr((each.id, sorted(each.facts.items()), each.outcome, sorted(each.duties))) for each in cases()]
    golden += [repr(each) for each in (*questions(), *utterances())]
    return key_of(said, asked, repr([thresholds_of(tier) for tier in ("full", "words")]), golden)


def read_back(loaded: Engine, library: Library, phrases: Sequence[Phrase], folder: Kept) -> Engine:
    """Give the engine that was fitted into a folder before; raises NotFitted where it was not."""
    return refit(loaded, library, tuple(phrases), ReadBack(folder.folder))
