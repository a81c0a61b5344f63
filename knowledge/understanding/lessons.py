"""What the engine learns from: the phrasings of each label and the stored questions of each clause."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from knowledge.understanding.words import words

_HERE = Path(__file__).parent
OUT_OF_SCOPE, POLICY_QUESTION = "out_of_scope", "policy_question"
MOVES = (
    "greet",
    "help",
    "thanks",
    "cancel",
    "back",
    "change",
    "why",
    "skip",
    "start_again",
    "resume",
    "my_records",
    "my_approvals",
    "status",
    "withdraw",
    "amend",
    "person",
    "feedback",
    "language",
)
_PER_CLAUSE = 2


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way of saying something, and the label that it means."""

    label: str
    text: str


def _toml(*path: str) -> dict:
    return tomllib.loads(_HERE.joinpath(*path).read_text(encoding="utf-8"))


@functools.cache
def thresholds_of(tier: str) -> Mapping[str, Mapping[str, float]]:
    """Give the thresholds of the bands and of search as ``thresholds.toml`` has them for a tier, ``full`` or ``words``.

    What a tier does not name for itself holds for both.
    """
    tables = _toml("thresholds.toml")
    return MappingProxyType({name: {**tables[name], **tables[tier].get(name, {})} for name in ("classify", "search")})


@functools.cache
def situation_clauses() -> Mapping[str, tuple[str, ...]]:
    """Give the clauses that speak to each situation."""
    return MappingProxyType({key: tuple(ids) for key, ids in _toml("situation_clauses.toml").items()})


@functools.cache
def stored_questions() -> Mapping[str, tuple[str, ...]]:
    """Give the stored questions of each clause, of all policies."""
    files = sorted((_HERE / "questions").glob("*.toml"))
    return MappingProxyType({key: tuple(asked) for file in files for key, asked in _toml(str(file)).items()})


@functools.cache
def uncovered_questions() -> tuple[str, ...]:
    """Give what people ask that no clause answers: written for this, and what means nothing of this bot's."""
    asked = [text for lines in _toml("uncovered.toml").values() for text in lines]
    return (*asked, *(phrasing.text for phrasing in phrasings() if phrasing.label == OUT_OF_SCOPE))


@functools.cache
def phrasings() -> tuple[Phrasing, ...]:
    """Give every phrasing once, by label; some stored questions serve as phrasings of ``policy_question``."""
    written = [
        Phrasing(file.stem, text)
        for file in sorted((_HERE / "phrasings").glob("*.toml"))
        for lines in _toml(str(file)).values()
        for text in lines
    ]
    taken = {words(phrasing.text) for phrasing in written}
    asked = (Phrasing(POLICY_QUESTION, text) for text in _general_questions())
    return (*written, *(phrasing for phrasing in asked if words(phrasing.text) not in taken))


def _general_questions() -> list[str]:
    """A clause of a situation is asked about in the person's own case, which is no general question."""
    own_case = {clause for ids in situation_clauses().values() for clause in ids}
    return [
        text for clause, asked in stored_questions().items() if clause not in own_case for text in asked[:_PER_CLAUSE]
    ]
