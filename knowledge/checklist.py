"""What the policy checklist knows of itself: its rows, the situations that serve them, the clauses without a rule."""

import functools
from collections.abc import Mapping
from pathlib import Path

from knowledge.clause_files import read_toml
from knowledge.clauses import clauses_of_row

_FOLDER = Path(__file__).parent


@functools.cache
def rows() -> Mapping[str, tuple[str, ...]]:
    """Give the clauses of every row, in the order of the checklist; a row that is a heading alone has none."""
    tables = read_toml(_FOLDER / "checklist_rows.toml")
    names = [row for table in tables.values() for row in table]
    return {row: clauses_of_row(row) for row in sorted(names, key=lambda row: (row[:2], int(row[3:])))}


@functools.cache
def headings() -> Mapping[str, str]:
    """Give the rows that are a heading alone, each with its reason."""
    return read_toml(_FOLDER / "checklist_rows.toml")["empty"]


@functools.cache
def situations_of_rows() -> Mapping[str, tuple[str, ...]]:
    """Give the situations that serve a row, for the rows that one serves (SITUATIONS.md, section 2)."""
    table = read_toml(_FOLDER / "checklist_situations.toml")
    served = {row: tuple(s for s, theirs in table.items() if row in theirs) for row in rows()}
    return {row: situations for row, situations in served.items() if situations}


@functools.cache
def guidance() -> Mapping[str, str]:
    """Give the clauses that have no rule, each with the reason why it needs none."""
    groups = read_toml(_FOLDER / "guidance.toml")["guidance"]
    return {clause: group["reason"] for group in groups for clause in group["clauses"]}
