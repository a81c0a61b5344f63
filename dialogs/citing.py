"""Quotes in one message: numbered as they come, each clause in full once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs.replies import Citation
from dialogs.wording import place_in_ruling, quoted
from knowledge.clauses import Clause, Library
from knowledge.editions.overlay import as_it_was
from knowledge.ruling import Finding


@dataclass(slots=True)
class Citing:
    """The quotes of one message so far."""

    library: Library
    citations: list[Citation] = field(default_factory=list)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def quote(self, findings: Iterable[Finding]) -> str:
        """Quote the first of some findings; only its number where its words stand above already."""
        first = next(iter(findings), None)
        return self.words_of(first.clause, first.quote) if first else ""

    def words_of(self, clause_id: str, words: str, version: int = 0) -> str:
        """Quote words of a clause with their place; ``version`` is the one that a record cites (0: that of now)."""
        at = self._seen.get((clause_id, words))
        if at:
            return f"[{at}]"
        text, citation = quoted(words, self._clause(clause_id, version), len(self.citations) + 1, ruling=True)
        self.citations.append(citation)
        self._seen[clause_id, words] = citation.position
        return text

    def _clause(self, clause_id: str, version: int) -> Clause:
        return as_it_was(self.library, clause_id, version) if version else self.library.get(clause_id)


def as_kept(library: Library, finding: Mapping[str, Any]) -> str:
    """Quote a finding as a record keeps it, with the place and version of the clause that it was filed under."""
    clause = as_it_was(library, finding["clause"], finding["version"])
    return f"“{' '.join(finding['quote'].split())}” ({place_in_ruling(clause)})."
