"""Concepts: words of one meaning, so that a few phrasings go a long way."""

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.understanding.slots.lexicon import phrases as slot_phrases
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


_OF_SLOTS = {
    ("form", "goods"): "gift_thing",
    ("form", "money"): "gift_money",
    ("form", "promotional"): "promo",
    ("what", "tickets"): "event",
    ("what", "meal"): "meal",
    ("what", "refreshments"): "drinks",
    ("what", "hotel"): "stay",
    ("what", "holiday"): "stay",
    ("what", "company_flat"): "stay",
    ("what", "business_trip"): "travel",
    ("what", "institute_dinner"): "hospitality",
    ("what", "other"): "hospitality",
    ("how", "stolen"): "steal",
    ("device", "id_card"): "id_card",
    ("device", "removable_media"): "media",
}


def _holds(run: tuple[str, ...], known: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a run holds one that a concept has already: the longer would hide what the shorter says."""
    return any(run[i:j] in known for i in range(len(run)) for j in range(i + 1, len(run) + 1))


@functools.cache
def load_concepts() -> Concepts:
    """Read the lexicon, with what the slots know of gifts, hospitality and devices; once per process."""
    runs: dict[tuple[str, ...], tuple[str, ...]] = {}
    for concept, phrases in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        for phrase in phrases:
            run = tuple(stem(word) for word in words(phrase))
            if concept not in runs.get(run, ()):
                runs[run] = (*runs.get(run, ()), concept)
    known = frozenset(runs)
    for name in ("offers", "devices"):
        for group, value, phrase in slot_phrases(name):
            run = tuple(stem(word) for word in words(phrase))
            if (concept := _OF_SLOTS.get((group, value))) and run and not _holds(run, known):
                runs.setdefault(run, (concept,))
    return Concepts(runs, max(map(len, runs)))
