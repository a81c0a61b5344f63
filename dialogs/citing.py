"""Quotes in one message: numbered as they come, each clause in full once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogs.replies import Citation
from dialogs.wording import quoted
from knowledge.clauses import Library
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

    def words_of(self, clause_id: str, words: str) -> str:
        """Quote words of a clause with their place."""
        at = self._seen.get((clause_id, words))
        if at:
            return f"[{at}]"
        text, citation = quoted(words, self.library.get(clause_id), len(self.citations) + 1)
        self.citations.append(citation)
        self._seen[clause_id, words] = citation.position
        return text
