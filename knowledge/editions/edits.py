"""What an edition holds: clauses in other words, new ones and those that go, and figures that change with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class ClauseEdit:
    """One clause as an edition has it: ``text`` verbatim, "" where the clause is no longer part of its policy.

    ``policy``, ``label``, ``heading`` and ``number`` are those of the clause, which may be new. ``after`` is the clause
    that it stands behind where it is new or moved ("": at the beginning; None: where it stood).
    """

    clause: str
    text: str
    policy: str
    label: str
    heading: tuple[str, ...] = ()
    number: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class FigureEdit:
    """A figure as an edition has it: its amount as text (``25.00``, ``48``) and its words in the clause."""

    name: str
    amount: str
    words: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A published edition: the first day on which it holds, and the first on which it does no more (None: without end).

    ``reviewed`` are the clauses of it whose rules HR have read again against the new words.
    """

    number: int
    since: date
    clauses: tuple[ClauseEdit, ...] = ()
    figures: tuple[FigureEdit, ...] = ()
    until: date | None = None
    reviewed: frozenset[str] = frozenset()

    def holds(self, on: date) -> bool:
        """Tell whether the edition is in force on a day."""
        return self.since <= on and (self.until is None or on < self.until)


def edits_json(clauses: tuple[ClauseEdit, ...], figures: tuple[FigureEdit, ...]) -> dict[str, Any]:
    """Give edits as they are kept; ``read_edits`` gives them back."""
    return {
        "clauses": [{name: _plain(getattr(each, name)) for name in ClauseEdit.__slots__} for each in clauses],
        "figures": [{name: getattr(each, name) for name in FigureEdit.__slots__} for each in figures],
    }


def read_edits(kept: Mapping[str, Any]) -> tuple[tuple[ClauseEdit, ...], tuple[FigureEdit, ...]]:
    """Give the edits that were kept."""
    clauses = tuple(ClauseEdit(**{**each, "heading": tuple(each["heading"])}) for each in kept["clauses"])
    return clauses, tuple(FigureEdit(**each) for each in kept["figures"])


def _plain(part: Any) -> Any:
    return list(part) if isinstance(part, tuple) else part
