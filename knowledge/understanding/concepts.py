"""Concepts: words of one meaning, so that a few phrasings go a long way."""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.understanding.words import stem, words

_FILE = Path(__file__).parent / "concepts.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """The lexicon: each run of words (without plural s) with its concepts, and the longest run in words."""

    runs: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: int

    def of(self, text_words: Iterable[str]) -> tuple[str, ...]:
        """Give the concepts of a text in order, the longest run of words first at every place."""
        stems = tuple(stem(word) for word in text_words)
        found: list[str] = []
        place = 0
        while place < len(stems):
            step, names = self._at(stems, place)
            found.extend(name for name in names if name not in found)
            place += step
        return tuple(found)

    def vocabulary(self) -> frozenset[str]:
        """Give every word that occurs in the lexicon, without its plural s."""
        return frozenset(word for run in self.runs for word in run)

    def _at(self, stems: tuple[str, ...], place: int) -> tuple[int, tuple[str, ...]]:
        for size in range(min(self.longest, len(stems) - place), 0, -1):
            names = self.runs.get(stems[place : place + size])
            if names:
                return size, names
        return 1, ()


@functools.cache
def load_concepts() -> Concepts:
    """Read the lexicon; once per process."""
    runs: dict[tuple[str, ...], tuple[str, ...]] = {}
    for concept, phrases in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        for phrase in phrases:
            run = tuple(stem(word) for word in words(phrase))
            if concept not in runs.get(run, ()):
                runs[run] = (*runs.get(run, ()), concept)
    return Concepts(runs, max(map(len, runs)))
