"""Which clause in force a part of a document is that does not have its words: by its number and by likeness."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.clauses import Clause
from knowledge.documents.parting import Part, words_of

_ALIKE, _ALIKE_WITH_ITS_NUMBER, _FOR_ITS_NUMBER = 0.5, 0.3, 0.2
_FOREIGN = 0.3  # what a word that the clause does not have takes away from one that it has
_LEAST_AT_FIRST = 0.3
_LONGEST_RUN = 60
_LONGER = 2.5


@dataclass(frozen=True, slots=True)
class _Match:
    """The parts from ``first`` up to ``end`` may together be the clause at ``place``."""

    score: float
    first: int
    end: int
    place: int


def match(parts: Sequence[Part], clauses: Sequence[Clause]) -> list[Part]:
    """Give the parts again, each with the clause in force that it is; those that are one clause together are joined.

    What belongs to the part before it, and is no clause in force by itself, is joined to that one.
    """
    taken: dict[int, _Match] = {}
    matched: set[int] = set()
    covered: set[int] = set()
    for each in sorted(_likely(parts, clauses), key=lambda each: (-each.score, each.end - each.first, each.first)):
        span = range(each.first, each.end)
        if each.place not in matched and covered.isdisjoint(span):
            taken[each.first] = each
            matched.add(each.place)
            covered.update(span)
    return _joined(parts, taken)


def _likely(parts: Sequence[Part], clauses: Sequence[Clause]) -> Iterator[_Match]:
    known = {each.clause for each in parts}
    headings = {words_of(heading) for clause in clauses for heading in clause.heading}
    free = [(place, clause, words_of(clause.text)) for place, clause in enumerate(clauses) if place not in known]
    most = max((len(words) for *_, words in free), default=0) * _LONGER
    for first, begin in enumerate(parts):
        near = [each for each in free if _may_begin(words_of(begin.text), each[2])]
        said: tuple[str, ...] = ()
        for end in range(first, min(len(parts), first + _LONGEST_RUN)):
            words = words_of(parts[end].text)
            if (
                not near
                or parts[end].clause is not None
                or len(said) > most
                or parts[end].is_heading
                and words in headings
            ):
                break
            said += words
            for place, clause, old in near:
                score = _score(said, old, begin.number is not None and begin.number == clause.number)
                if score:
                    yield _Match(score, first, end + 1, place)


def _may_begin(words: Sequence[str], old: Sequence[str]) -> bool:
    known = set(old)
    return sum(word in known for word in words) > _LEAST_AT_FIRST * len(words)


def _score(new: Sequence[str], old: Sequence[str], same_number: bool) -> float:
    """Say how much of a clause stands in some words, 0 where they are too little alike to be it."""
    from rapidfuzz.distance import LCSseq

    least = _ALIKE_WITH_ITS_NUMBER if same_number else _ALIKE
    most = min(len(new), len(old))
    if 2 * most < least * (len(new) + len(old)):
        return 0.0
    shared = LCSseq.similarity(new, old)
    if 2 * shared < least * (len(new) + len(old)):
        return 0.0
    return (shared - _FOREIGN * (len(new) - shared)) / len(old) + _FOR_ITS_NUMBER * same_number


def _joined(parts: Sequence[Part], taken: dict[int, _Match]) -> list[Part]:
    joined: list[Part] = []
    at = 0
    while at < len(parts):
        found, each = taken.get(at), parts[at]
        if found:
            text = "\n".join(part.text for part in parts[at : found.end])
            joined.append(replace(each, text=text, is_heading=False, clause=found.place))
        elif each.goes_on and each.clause is None and joined and not joined[-1].is_heading:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text}\n{each.text}")
        else:
            joined.append(each)
        at = found.end if found else at + 1
    return joined
