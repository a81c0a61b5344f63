"""What the golden set holds, line by line as HR read it."""

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """Facts of a situation and what the policy makes of them. ``id`` says in plain words what it is."""

    id: str
    situation: str
    role: str
    facts: Mapping[str, Any]
    outcome: str
    duties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the clauses of which one must be cited first."""

    id: str
    text: str
    role: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody types, and the situation that it must be taken for."""

    id: str
    text: str
    role: str
    situation: str


@functools.cache
def cases() -> tuple[Case, ...]:
    """Give the golden cases."""
    return tuple(
        Case(each["id"], each["situation"], each["role"], each["facts"], each["outcome"], frozenset(each["duties"]))
        for each in _lines("cases")
    )


@functools.cache
def questions() -> tuple[Question, ...]:
    """Give the golden questions."""
    return tuple(
        Question(each["id"], each["text"], each["role"], _several(each["clause"])) for each in _lines("questions")
    )


@functools.cache
def utterances() -> tuple[Utterance, ...]:
    """Give the golden utterances."""
    return tuple(Utterance(**each) for each in _lines("utterances"))


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with (_HERE / f"{name}.jsonl").open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _several(clause: str | list[str]) -> tuple[str, ...]:
    return (clause,) if isinstance(clause, str) else tuple(clause)
