"""Which headings of a policy a document names otherwise, has no more, or has anew."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.clauses import Clause
from knowledge.documents.parting import Part, words_of

_OURS = "Front page"  # stands over what the scheme has on its front page, under no heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was renamed; ``old`` is None where it is new, ``new`` where it is there no more."""

    old: str | None
    new: str | None


def compare_headings(clauses: Sequence[Clause], title: str, parts: Sequence[Part]) -> tuple[Heading, ...]:
    """Give every heading that differs, once, in the document's order; what is there no more stands last.

    A heading is renamed where another stands in its place and clauses that stood under it are still there.
    """
    before, after = list(_of_clauses(clauses)), list(_of_parts(parts))
    there = {words_of(heading) for heading in (_OURS, title)}
    gone = {words_of(text) for text in _texts(before)} - {words_of(text) for text in _texts(after)} - there
    come = {words_of(text) for text in _texts(after)} - {words_of(text) for text in _texts(before)} - there
    kept = {part.clause for part in parts if part.clause is not None}
    living = {heading for place in kept for heading in clauses[place].heading}
    renamed = {new: old for old, new in _pairs(before, after, gone, come) if old in living}
    new = dict.fromkeys(text for text in _texts(after) if words_of(text) in come)
    lost = dict.fromkeys(text for text in _texts(before) if words_of(text) in gone)
    changed = [Heading(renamed.get(text), text) for text in new]
    return (*changed, *(Heading(text, None) for text in lost if text not in renamed.values()))


def _of_clauses(clauses: Sequence[Clause]) -> Iterator[str | int]:
    path: tuple[str, ...] = ()
    for place, clause in enumerate(clauses):
        shared = 0
        while clause.heading[: shared + 1] == path[: shared + 1] and shared < len(path):
            shared += 1
        yield from clause.heading[shared:]
        yield place
        path = clause.heading


def _of_parts(parts: Sequence[Part]) -> Iterator[str | int]:
    for place, each in enumerate(parts):
        if each.is_heading:
            yield each.text
        else:
            yield -1 - place if each.clause is None else each.clause


def _texts(order: Sequence[str | int]) -> list[str]:
    return [each for each in order if isinstance(each, str)]


def _pairs(before: Sequence, after: Sequence, gone: set, come: set) -> Iterator[tuple[str, str]]:
    """Pair what stands between the same neighbours, from the last on: nearest to the clauses under it."""
    steps = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False).get_opcodes()
    for act, a, b, c, d in steps:
        if act == "replace":
            old = [text for text in _texts(before[a:b]) if words_of(text) in gone]
            new = [text for text in _texts(after[c:d]) if words_of(text) in come]
            yield from zip(reversed(old), reversed(new), strict=False)


def _keys(order: Sequence[str | int]) -> list[Hashable]:
    return [words_of(each) if isinstance(each, str) else each for each in order]
