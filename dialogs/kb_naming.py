"""How HR names what is in the knowledge base: a clause by its id, number or label, a heading or a policy by its words.

What is named exactly comes first; then what is spelt or worded nearly so, where one is plainly nearest or a few are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from knowledge.clauses import Clause, Library

CLAUSE, SECTION = "clause", "section"
MOST_OFFERED = 3
_NEAR, _SURE, _OF_NAME, _APART = 80, 90, 30, 6
_NOISE = frozenset("the paragraph para clause clauses section heading number no chapter policy".split())
_SMALL = frozenset("of the and for a an in".split())
_NUMBERED = re.compile(r"^(?P<number>\d+)\.? (?P<name>.+)$")
_WITHIN = re.compile(r" (?:of|in|from)$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands under it; without a heading the whole policy."""

    policy: str
    heading: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The one line by which a card names it."""
        return "::".join((self.policy, *self.heading))


def clauses_of(library: Library, section: Section) -> tuple[Clause, ...]:
    """Give the clauses under a heading, in document order; none where there is no such heading."""
    deep = len(section.heading)
    return tuple(c for c in library.in_force() if (c.policy, c.heading[:deep]) == (section.policy, section.heading))


def sections_of(library: Library, policy: str) -> tuple[Section, ...]:
    """Give the policy and its headings, each above those within it."""
    paths = (c.heading[:deep] for c in library.in_force() if c.policy == policy for deep in range(len(c.heading) + 1))
    return tuple(Section(policy, path) for path in dict.fromkeys(paths))


def section_of_key(key: str) -> Section:
    """Read the one line by which a card names a section."""
    policy, *heading = key.split("::")
    return Section(policy, tuple(heading))


def title_of(library: Library, section: Section) -> str:
    """Name a section with its policy: ``Code of conduct, Openness, Media contacts``."""
    return ", ".join((library.title(section.policy), *(part.rstrip(":") for part in section.heading)))


def find(library: Library, words: str, first: str = CLAUSE, sure: bool = False) -> tuple[Clause | Section, ...]:
    """Give the clause or heading that the words name, or a few that they name as well as each other; or none.

    ``first`` is the kind that goes before where the words name both. ``sure``: only what is named in so many words, or
    with a slip of the keys.
    """
    by_id = next((clause for clause in library.in_force() if clause.id == words.strip(" .?!").casefold()), None)
    if by_id:
        return (by_id,)
    readings = tuple(_readings(library, plain(words)))
    kinds = (_clauses, _sections) if first == CLAUSE else (_sections, _clauses)
    for kind in kinds:
        exact = [each for policy, said in readings for each, names in kind(library, policy) if said in names]
        if exact:
            return tuple(dict.fromkeys(exact))[:MOST_OFFERED]
    for kind in kinds:
        near = _near(readings, kind, library, sure)
        if near:
            return near
    return ()


def taken_out(library: Library, words: str) -> Clause | None:
    """Give the clause that the words name, in so many words, and that is no longer part of a policy."""
    gone = Library(tuple(replace(each, withdrawn=False) for each in library.clauses if each.withdrawn), library.titles)
    named = [each for each in find(gone, words, CLAUSE, sure=True) if isinstance(each, Clause)]
    return library.get(named[0].id) if len(named) == 1 else None


def nothing_left(clause: Clause, verb: str) -> str:
    """Say that a clause was taken out, so that nothing is there to ``show`` or ``edit``, and what can be read of it."""
    return (
        f"{clause.label} was taken out of the policy, so there is nothing to {verb}. Type “history of {clause.id}” for "
        "which change took it out; rolling that change back brings the clause back."
    )


def plain(words: str) -> str:
    """Give words as names are compared: small, without marks, and without what says no more than "clause"."""
    words = re.sub(r"(?<!\d)\.|\.(?!\d)", " ", words.casefold().replace("&", " and ").replace("’", "'"))
    return " ".join(each for each in re.sub(r"[^\w.' ]|_", " ", words).split() if each not in _NOISE)


def _near(readings: tuple, kind, library: Library, sure: bool) -> tuple[Clause | Section, ...]:
    scored: dict[Clause | Section, float] = {}
    for policy, said in readings:
        for each, names in kind(library, policy):
            scored[each] = max(scored.get(each, 0), *(_likeness(said, name, sure) for name in names))
    best = max(scored.values(), default=0)
    if best < (_SURE if sure else _NEAR):
        return ()
    close = sorted((each for each in scored if best - scored[each] < _APART), key=lambda each: -scored[each])
    return tuple(close) if len(close) <= MOST_OFFERED else ()


def _likeness(said: str, name: str, sure: bool) -> float:
    """How like a name the words are: some of its words in full, the more the better; another number is not it."""
    mine, theirs = said.split(), name.split()
    if [each for each in mine if each[0].isdigit()] not in ([], [each for each in theirs if each[0].isdigit()]):
        return 0
    held = not sure and mine and not set(mine) <= _SMALL and set(mine) <= set(theirs)
    some = _SURE + _OF_NAME * len(mine) / len(theirs) if held else 0
    return max(some, fuzz.token_sort_ratio(said, name))


def _readings(library: Library, said: str) -> Iterator[tuple[str | None, str]]:
    """Give the words as they stand, and without the policy that they begin or end with."""
    yield None, said
    named = sorted(((alias, policy) for policy in library.policies for alias in _aliases(library, policy)), key=_length)
    for alias, policy in named:
        if said.startswith(f"{alias} "):
            yield policy, said.removeprefix(f"{alias} ")
            return
        if said.endswith(f" {alias}"):
            yield policy, _WITHIN.sub("", said.removesuffix(f" {alias}"))
            return


def _length(named: tuple[str, str]) -> int:
    return -len(named[0])


def _aliases(library: Library, policy: str) -> tuple[str, ...]:
    """Give what a policy is called: by its title, also without whose it is ("ICT scheme"), id, initials (CC, MS) and
    the word that says what it is."""
    title = plain(library.title(policy))
    words = [word for word in title.split() if word not in _SMALL]
    initials = "".join(word[0] for word in words)
    kind = next((word for word in words if word in ("code", "scheme", "policy", "protocol")), title)
    short = " ".join(words[-2:])
    return tuple(dict.fromkeys((title, plain(policy), initials, f"{words[0][0]}{words[-1][0]}", kind, short)))


def _clauses(library: Library, policy: str | None) -> Iterator[tuple[Clause, set[str]]]:
    for clause in library.in_force():
        if policy in (None, clause.policy):
            yield clause, _names_of_clause(library, clause)


def _names_of_clause(library: Library, clause: Clause) -> set[str]:
    label = plain(clause.label.removeprefix(library.title(clause.policy)))
    names = {plain(clause.id), label}
    if clause.number:
        names.add(clause.number)
    ordinal = (clause.number or clause.id).rpartition(".")[2]
    if ordinal.isdigit():
        names |= {f"{name} {ordinal}" for name in _names_of_heading(clause.heading)}
    return names


def _sections(library: Library, policy: str | None) -> Iterator[tuple[Section, set[str]]]:
    for each in library.policies:
        if policy not in (None, each):
            continue
        for section in sections_of(library, each):
            names = _names_of_heading(section.heading) if section.heading else set(_aliases(library, each))
            number = _NUMBERED.match(section.heading[0]) if len(section.heading) == 1 else None
            yield section, names | ({number["number"]} if number else set())


def _names_of_heading(heading: tuple[str, ...]) -> set[str]:
    """Give the words of the innermost heading with and without its number, and those of all headings above it."""
    leaf = _NUMBERED.sub(r"\g<name>", heading[-1])
    return {plain(leaf), plain(heading[-1]), plain(" ".join(heading))}
