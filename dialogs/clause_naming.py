"""The one clause that somebody names to change it, to read its history or to review it."""

import re
from dataclasses import dataclass, replace

from dialogs.desk import Turn
from dialogs.kb_naming import CLAUSE, Section, find, nothing_left, taken_out, title_of
from dialogs.kb_views import list_view
from dialogs.looking import look_at
from dialogs.policy_parts import typed
from dialogs.wording import listed, lower, said
from knowledge.clauses import Clause, Library
from knowledge.errors import Sayable

_LONGEST = 60
_PLACE = re.compile(r"^(?P<heading>\S.*?)[ ,]+(?:paragraph |para |clause |number |no\.? )?(?P<number>\d+)$", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """What words name: clauses, else headings, with the number of a paragraph (``missing``) that a heading has not."""

    clauses: tuple[Clause, ...] = ()
    sections: tuple[Section, ...] = ()
    missing: str = ""

    def __bool__(self) -> bool:
        return bool(self.clauses or self.sections)


def named_by(library: Library, words: str, gone: bool = False, sure: bool = False) -> Named:
    """Give what the words name. ``gone``: also clauses that were taken out; ``sure``: only in so many words."""
    words = words.strip(" .,;:!?")
    there = _with_those_gone(library) if gone else library
    found = find(there, words, CLAUSE, sure=sure)
    clauses = tuple(library.get(each.id) for each in found if isinstance(each, Clause))
    sections = tuple(each for each in found if isinstance(each, Section))
    place = None if found else _PLACE.match(words)
    if place is None:
        return Named(clauses, sections)
    sections = tuple(e for e in find(library, place["heading"], CLAUSE, sure=sure) if isinstance(e, Section))
    return Named((), sections, place["number"])


def clause_named(library: Library, words: str, gone: bool = False) -> Clause:
    """Give the clause that the words name; Sayable where none is meant, or several may be.

    ``gone``: it may also be one that was taken out.
    """
    found = named_by(library, words, gone).clauses
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(words)
    names = listed([f"“{clause.id}” ({clause.label})" for clause in found], "or")
    raise Sayable(f"That may be more than one clause. Say which one: {names}.")


def clause_or_ask(turn: Turn, library: Library, words: str, verb: str, gone: bool = False) -> Clause | None:
    """Give the clause that the words name; where they name several or a heading, ask which one and give None.

    ``verb`` is what is to be done with it: ``edit``. Sayable where they name none, or one that was taken out.
    """
    named = named_by(library, words, gone)
    if len(named.clauses) == 1:
        return named.clauses[0]
    if gone := taken_out(library, words):
        raise Sayable(nothing_left(gone, verb))
    if not named:
        raise _unknown(words)
    if len(named.clauses) + len(named.sections) > 1:
        names = [_called(library, each) for each in named.clauses] or [typed(library, each) for each in named.sections]
        number = f" {named.missing}" if named.missing else ""
        choices = tuple(f"{verb.capitalize()} {name}{number}" for name in names)
        turn.say("More than one is called that, or nearly.", "**Which one do you mean?**", choices=choices)
        return None
    _ask_within(turn, library, named, verb)
    return None


def _ask_within(turn: Turn, library: Library, named: Named, verb: str) -> None:
    (section,) = named.sections
    title = said(title_of(library, section))
    lead = f"{title} has no paragraph {named.missing}. " if named.missing else ""
    how = f"Which clause do you mean? Type “{verb}” and its heading and paragraph, or choose it here."
    turn.say(card=look_at(turn, list_view(section), lead + how))


def _called(library: Library, clause: Clause) -> str:
    """The shortest words that name a clause and no other: ``5.16``, ``gifts and hospitality 2``."""
    ordinal = (clause.number or clause.id).rpartition(".")[2]
    ways = (clause.number or "", f"{lower(clause.heading[-1].rstrip(':'))} {ordinal}")
    return next((words for words in ways if words and find(library, words, CLAUSE) == (clause,)), clause.id)


def _unknown(words: str) -> Sayable:
    return Sayable(
        f"I don't know a clause “{' '.join(words.split())[:_LONGEST]}”. Name it by its heading and paragraph, such as "
        "“gifts 1”, or by its number, such as “5.16”. “kb list” shows them all."
    )


def _with_those_gone(library: Library) -> Library:
    return Library(tuple(replace(each, withdrawn=False) for each in library.clauses), library.titles)
