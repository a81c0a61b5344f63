"""The clauses of the policies: what a rule cites and a person is shown, word for word."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from knowledge.clause_files import plain_text, policy_folders, read_clauses, read_toml

_ROWS = Path(__file__).parent / "checklist_rows.toml"


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph of a policy with its sub-items. ``text`` is verbatim, free of Markdown, one item to a line.

    ``withdrawn``: HR took it out of the policy, and only what was filed before still cites it. ``unreviewed``: HR have
    changed it and not yet read the rule beside it again.
    """

    policy: str
    id: str
    label: str
    heading: tuple[str, ...]
    number: str | None
    text: str
    audience: str
    version: int
    effective_from: date | None
    withdrawn: bool = False
    unreviewed: bool = False

    def is_in_force(self, on: date) -> bool:
        """Tell whether the clause holds on a day; one without a date always does, one that was withdrawn never."""
        return not self.withdrawn and (self.effective_from is None or self.effective_from <= on)


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All clauses in document order, and the title of each policy. Never changes once made."""

    clauses: tuple[Clause, ...]
    titles: MappingProxyType[str, str]
    _by_id: dict[str, Clause] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_id = {clause.id: clause for clause in self.clauses}
        if len(by_id) != len(self.clauses):
            raise ValueError("two clauses of the library share an id")
        object.__setattr__(self, "_by_id", by_id)

    @property
    def policies(self) -> tuple[str, ...]:
        """The ids of the policies, in the order of the library."""
        return tuple(self.titles)

    def policies_for(self, audience: str) -> tuple[str, ...]:
        """Give the ids of the policies that hold for an audience, in order."""
        return tuple(dict.fromkeys(clause.policy for clause in self.clauses if clause.audience == audience))

    def title(self, policy: str) -> str:
        """Give the title of a policy; ``KeyError`` naming the id when there is no such policy."""
        return self.titles[policy]

    def get(self, clause_id: str) -> Clause:
        """Give the clause with this id; ``KeyError`` naming the id when there is none."""
        return self._by_id[clause_id]

    def find(self, clause_id: str) -> Clause | None:
        """Give the clause with this id, or None."""
        return self._by_id.get(clause_id)

    def in_force(self, audience: str | None = None, on: date | None = None) -> tuple[Clause, ...]:
        """Give the clauses for an audience (``None``: all) in force on a day (``None``: any day), in document order."""
        return tuple(
            clause
            for clause in self.clauses
            if audience in (None, clause.audience) and not clause.withdrawn and (on is None or clause.is_in_force(on))
        )


@functools.cache
def load_library() -> Library:
    """Give the library of the policies that come with the product; read once per process."""
    clauses: list[Clause] = []
    titles: dict[str, str] = {}
    for folder in policy_folders():
        policy = read_toml(folder / "policy.toml")
        titles[policy["id"]] = policy["title"]
        clauses.extend(_clause(policy, head, body) for head, body in read_clauses(folder))
    return Library(tuple(clauses), MappingProxyType(titles))


def _clause(policy: dict, head: dict, body: str) -> Clause:
    return Clause(
        policy=policy["id"],
        id=head["id"],
        label=head["label"],
        heading=tuple(head["heading"]),
        number=head.get("number"),
        text=plain_text(body),
        audience=policy["audience"],
        version=policy["version"],
        effective_from=policy.get("effective_from"),
    )


def export_lines(library: Library, on: date) -> Iterator[dict]:
    """Give every clause in force on a day as a JSON-ready object, for ``probity kb export --json``."""
    for clause in library.in_force(on=on):
        yield {
            "policy": clause.policy,
            "clause": clause.id,
            "label": clause.label,
            "text": clause.text,
            "audience": clause.audience,
            "version": clause.version,
            "effective_from": clause.effective_from.isoformat() if clause.effective_from else None,
            "heading": list(clause.heading),
        }


def clauses_of_row(row: str) -> tuple[str, ...]:
    """Give the ids of the clauses that hold a row of the policy checklist (``"CC-95"``, ``"MS-59"``).

    A row of which the policy says nothing has none. ``KeyError`` naming the row when the checklist does not have it.
    """
    return _rows()[row]


@functools.cache
def _rows() -> dict[str, tuple[str, ...]]:
    tables = read_toml(_ROWS)
    without = dict.fromkeys(tables.pop("empty"), ())
    return {row: tuple(ids) for table in tables.values() for row, ids in table.items()} | without
