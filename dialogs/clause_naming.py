"""Which clause somebody names: by its id, its number, its heading and paragraph, or words of these."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from dialogs.wording import listed
from knowledge.clauses import Clause, Library
from knowledge.errors import Sayable

_LEAST, _APART, _SAME = 2.0, 0.2, 80
_SMALL = {"and", "of", "the", "our", "in", "on", "for", "with", "to", "at", "by", "a"}
_LAST_NUMBER = re.compile(r"\W*(?:paragraph|para|clause|number|no\.?|#)?\s*(\d{1,2})\W*$", re.I)
_LEAD = re.compile(
    r"^\W*(?:the )?(?:clause|paragraph|section|code of conduct|code|members ict scheme|scheme|cc|ms)\b", re.I
)
_SEVERAL = 4


def clause_named(library: Library, words: str) -> Clause:
    """Give the clause that the words name; Sayable where none is meant, or several may be."""
    found = _exactly(library, words) or _nearly(library, words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Sayable(
            f"I don't know a clause “{' '.join(words.split())[:60]}”. Name it by its heading and paragraph, such as "
            "“gifts 1”, or by its number, such as “5.16”."
        )
    names = listed([f"“{clause.id}” ({clause.label})" for clause in found[:_SEVERAL]], "or")
    raise Sayable(f"That may be more than one clause. Say which one: {names}.")


def _exactly(library: Library, words: str) -> Sequence[Clause]:
    said = _bare(words)
    clauses = library.in_force()
    return (
        [clause for clause in clauses if said == clause.id]
        or [clause for clause in clauses if said == (clause.number or "").casefold()]
        or [clause for clause in clauses if said == _bare(clause.label)]
    )


def _nearly(library: Library, words: str) -> Sequence[Clause]:
    """The paragraph of that number under the heading that holds most of the words, and little else."""
    number = _LAST_NUMBER.search(_bare(words))
    if number is None:
        return []
    heading = _telling(_bare(words)[: number.start()])
    scored = [
        (_likeness(heading, _telling(clause.heading[-1].casefold())), clause)
        for clause in library.in_force()
        if clause.heading and clause.id.rpartition(".")[2] == number[1]
    ]
    best = max((score for score, _ in scored), default=0.0)
    return [clause for score, clause in scored if score >= _LEAST and score > best - _APART]


def _likeness(said: Sequence[str], heading: Sequence[str]) -> float:
    """How much of what is said is in a heading, which counts twice, and of the heading in what is said (0 to 3)."""
    if not said or not heading:
        return 0.0
    return 2 * _share(said, heading) + _share(heading, said)


def _share(words: Sequence[str], others: Sequence[str]) -> float:
    return sum(max(fuzz.ratio(word, other) for other in others) >= _SAME for word in words) / len(words)


def _telling(words: str) -> list[str]:
    return [word for word in re.findall(r"[a-z']+", words) if word not in _SMALL]


def _bare(words: str) -> str:
    said = " ".join(words.casefold().replace("’", "'").split()).strip(" .?!“”\"'")
    while found := _LEAD.match(said):
        said = said[found.end() :].strip(" ,:")
    return said
