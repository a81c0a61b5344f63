"""What each clause comes to in one plain sentence, said before the clause's own words."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent / "gists"


@functools.cache
def gists() -> Mapping[str, str]:
    """Give the plain sentence of every clause, of all policies, by clause id."""
    tables = (tomllib.loads(file.read_text(encoding="utf-8"))["gists"] for file in sorted(_FOLDER.glob("*.toml")))
    return MappingProxyType({clause: said for table in tables for clause, said in table.items()})


def gist(clause_id: str) -> str | None:
    """Give the plain sentence of a clause, or None where no such clause is known."""
    return gists().get(clause_id)
