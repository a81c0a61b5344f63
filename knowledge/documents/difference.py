"""How a document differs from the clauses in force of a policy, clause by clause."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.clauses import Clause
from knowledge.documents.blocks import Document
from knowledge.documents.headings import Heading, compare_headings
from knowledge.documents.matching import match
from knowledge.documents.parting import Part, part, words_of
from knowledge.errors import Sayable

SAME, CHANGED, MOVED, ADDED, REMOVED = "same", "changed", "moved", "added", "removed"
_LEAST_KNOWN = 0.25
_WORDS_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one clause.

    ``clause`` is the one in force (None: added), ``new`` that of the document (None: removed), ``after`` the clause in
    force that stands before it in the document (None: none does, or removed).
    """

    kind: str
    clause: Clause | None
    new: Part | None
    after: Clause | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Every clause of a document and of the policy in force, in the document's order, those removed last; headings."""

    changes: tuple[Change, ...]
    headings: tuple[Heading, ...]

    def of(self, kind: str) -> tuple[Change, ...]:
        """Give the changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def compare(clauses: Sequence[Clause], title: str, document: Document) -> Difference:
    """Compare a document with the clauses in force of one policy; how it parts the same words changes nothing.

    Clauses are matched by their words, then by their number and likeness. Sayable where so little of the policy is in
    the document that it must be another one.
    """
    if known_share(clauses, document) < _LEAST_KNOWN:
        raise Sayable(
            f"That document has little of “{title}” in it, so it may be another policy. "
            "Name the policy that it changes, or send the right document."
        )
    parts = match(part(document.blocks, clauses), clauses)
    changes = tuple(_changes(clauses, [each for each in parts if not each.is_heading]))
    return Difference(changes, compare_headings(clauses, title, parts))


def known_share(clauses: Sequence[Clause], document: Document) -> float:
    """Give the share of the words of clauses, from 0 to 1, that stand together in a document too."""
    said = set(_together(words_of(" ".join(block.text for block in document.blocks))))
    held = [group for clause in clauses for group in _together(words_of(clause.text))]
    return sum(group in said for group in held) / len(held) if held else 0.0


def _together(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(max(1, len(words) - _WORDS_TOGETHER + 1)):
        yield tuple(words[start : start + _WORDS_TOGETHER])


def _changes(clauses: Sequence[Clause], parts: Sequence[Part]) -> Iterator[Change]:
    known = [each.clause for each in parts if each.clause is not None]
    steady = _in_order(known)
    after = None
    for each in parts:
        clause = None if each.clause is None else clauses[each.clause]
        yield Change(_kind(each, clause, steady), clause, each, after)
        after = clause or after
    yield from (Change(REMOVED, clauses[place], None) for place in sorted(set(range(len(clauses))) - set(known)))


def _kind(new: Part, clause: Clause | None, steady: set[int]) -> str:
    if clause is None:
        return ADDED
    if words_of(clause.text) != words_of(new.text):
        return CHANGED
    return SAME if new.clause in steady else MOVED


def _in_order(places: Sequence[int]) -> set[int]:
    """Give the largest set of clauses that stand in the order of now: the others were moved."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(tails, place)
        before[place] = tails[at - 1] if at else None
        tails[at : at + 1] = [place]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
