"""The one clause that somebody names to change it, to read its history or to review it."""

from dataclasses import replace

from dialogs.kb_naming import CLAUSE, find
from dialogs.wording import listed
from knowledge.clauses import Clause, Library
from knowledge.errors import Sayable


def clause_named(library: Library, words: str, gone: bool = False) -> Clause:
    """Give the clause that the words name; Sayable where none is meant, or several may be.

    ``gone``: it may also be one that was taken out.
    """
    named = find(_with_those_gone(library) if gone else library, words, CLAUSE)
    found = [library.get(each.id) for each in named if isinstance(each, Clause)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Sayable(
            f"I don't know a clause “{' '.join(words.split())[:60]}”. Name it by its heading and paragraph, such as "
            "“gifts 1”, or by its number, such as “5.16”."
        )
    names = listed([f"“{clause.id}” ({clause.label})" for clause in found], "or")
    raise Sayable(f"That may be more than one clause. Say which one: {names}.")


def _with_those_gone(library: Library) -> Library:
    return Library(tuple(replace(each, withdrawn=False) for each in library.clauses), library.titles)
