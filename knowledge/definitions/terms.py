"""Reads the terms under ``terms/``: what a term is called, the passages that define it, and what falls under it."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge.clause_files import read_toml

FOLDER = Path(__file__).parent / "terms"
KINSHIP = "kinship"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a clause, verbatim, and in everyday words what they are about."""

    clause: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that people ask about, the pattern of their words for it, and how it falls."""

    thing: str
    pattern: re.Pattern[str]
    falls: str
    because: str
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A term as a policy defines it, for one audience. ``table`` is what else its file holds."""

    id: str
    audience: str
    called: tuple[str, ...]
    one: str
    many: str
    in_short: str
    counts_alone: bool
    people: bool
    passages: tuple[Passage, ...]
    extra: Mapping[str, Passage]
    cases: tuple[Case, ...]
    table: Mapping[str, Any]

    def falls_here(self, several: bool) -> str:
        """Give the end of a ruling: "is a relative", "are relatives"."""
        return f"are {self.many}" if several else f"is {self.one}"

    def falls_not(self, several: bool) -> str:
        """Give the end of a ruling that says no: "is not a relative"."""
        return f"are not {self.many}" if several else f"is not {self.one}"


@functools.cache
def load_terms() -> tuple[Term, ...]:
    """Give every term, in the order of its file's name; read once per process."""
    files = (path for path in sorted(FOLDER.glob("*.toml")) if path.stem != KINSHIP)
    return tuple(_term(read_toml(path)) for path in files)


def find_term(term_id: str) -> Term:
    """Give the term with this id; ``KeyError`` naming it when there is none."""
    for term in load_terms():
        if term.id == term_id:
            return term
    raise KeyError(term_id)


def _term(table: dict[str, Any]) -> Term:
    return Term(
        id=table["term"],
        audience=table["audience"],
        called=tuple(table["called"]),
        one=table["one"],
        many=table["many"],
        in_short=table["in_short"],
        counts_alone=table.get("counts_alone", False),
        people=table.get("people", False),
        passages=tuple(Passage(**entry) for entry in table["passage"]),
        extra=MappingProxyType({name: Passage(**entry) for name, entry in table.get("extra", {}).items()}),
        cases=tuple(case for entry in table.get("case", ()) for case in _cases(entry)),
        table=MappingProxyType(table),
    )


def _cases(entry: dict[str, Any]) -> list[Case]:
    extra = tuple(entry.get("extra", ()))
    return [
        Case(thing, pattern_of(words), entry["falls"], entry["because"], extra)
        for thing, words in entry["things"].items()
    ]


def pattern_of(words: list[str]) -> re.Pattern[str]:
    """Make the pattern of some phrases, longest first, each also with an s at its end; "..." is a few words between."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_loose, ordered))})(?:'?s|es)?(?![\w-])", re.I)


def _loose(phrase: str) -> str:
    parts = (r"[\s-]+".join(map(re.escape, part.split())) for part in phrase.split("..."))
    return r"\b(?:\W+\w[\w']*){0,4}?\W+".join(parts)
