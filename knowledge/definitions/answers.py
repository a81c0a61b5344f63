"""Whether something falls under a term that a policy defines, with every clause that defines it, word for word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.clauses import Clause, Library
from knowledge.definitions.cases import judge_case
from knowledge.definitions.kinship import Kin, kin_named, read_kin
from knowledge.definitions.passages import words_on
from knowledge.definitions.questions import Asked, read_questions
from knowledge.definitions.relatives import Listing, judge_relative
from knowledge.definitions.shares import filled, judge_shares
from knowledge.definitions.terms import Passage, Term
from knowledge.definitions.verdicts import Falls, Verdict

_AND = re.compile(r"\s*(?:,|/|\band\b|\bor\b|&)\s*")
_MOST = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """A clause, the words of it to quote, verbatim, and what they are about where a term has several passages."""

    clause: Clause
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Defined:
    """What a question about a term comes to: a verdict for each thing asked about, and the passages to quote.

    ``{whom}`` in a reason stands for whom to ask. ``told``: the words tell first what happened.
    """

    term: str
    verdicts: tuple[Verdict, ...]
    quotes: tuple[Quoted, ...]
    told: bool = False


def define(text: str, audience: str, library: Library, on: date) -> Defined | None:
    """Answer a text that asks whether something falls under a defined term, or what the term means.

    None where it asks nothing of the kind, where nothing is known of the thing, or where the clause no longer holds the
    words that the definition was written against.
    """
    for asked in read_questions(text, audience):
        if not _stands(asked.term, library, on):
            continue
        if verdicts := tuple(_judged(asked, library, on)):
            return Defined(asked.term.id, verdicts, tuple(_quotes(asked.term, verdicts, library, on)), asked.told)
    return None


def _judged(asked: Asked, library: Library, on: date) -> Iterable[Verdict]:
    term = asked.term
    if asked.thing is None:
        return (Verdict(Falls.WHOLE, filled(term, term.in_short, on)),)
    if term.id == "relative":
        lists = [Listing(library.get(p.clause).heading[-1], p.about, p.words) for p in term.passages]
        return [judge_relative(term, kin, asked.text, lists) for kin in _kin(asked)]
    if "figure" in term.table:
        found = judge_shares(term, asked.text, on)
    else:
        found = judge_case(term, asked.thing, asked.text, exactly=asked.unnamed)
    return (found,) if found else ()


def _kin(asked: Asked) -> list[Kin]:
    if whole := read_kin(asked.thing):
        return [whole]
    if asked.clause:
        one = kin_named(asked.thing)
        return [one] if one else []
    mine = "my " if asked.thing.startswith("my ") else ""
    parts = [read_kin(part if part.startswith("my ") else f"{mine}{part}") for part in _AND.split(asked.thing)]
    return parts if 1 < len(parts) <= _MOST and None not in parts else []


def _stands(term: Term, library: Library, on: date) -> bool:
    return all(_holds(passage, library, on) for passage in (*term.passages, *term.extra.values()))


def _holds(passage: Passage, library: Library, on: date) -> bool:
    try:
        clause = library.get(passage.clause)
    except KeyError:
        return False
    return clause.is_in_force(on) and words_on(passage.clause, passage.words, clause.text, on) is not None


def _quotes(term: Term, verdicts: Iterable[Verdict], library: Library, on: date) -> Iterator[Quoted]:
    """Each clause once: where two passages of it are wanted, the run of its text that holds both."""
    extra = dict.fromkeys(name for verdict in verdicts for name in verdict.extra)
    wanted: dict[str, list[str]] = {}
    abouts = {passage.clause: passage.about for passage in term.passages} if len(term.passages) > 1 else {}
    for passage in (*term.passages, *(term.extra[name] for name in extra)):
        there = words_on(passage.clause, passage.words, library.get(passage.clause).text, on)
        wanted.setdefault(passage.clause, []).append(there)
    for clause_id, passages in wanted.items():
        clause = library.get(clause_id)
        starts = [clause.text.index(words) for words in passages]
        end = max(start + len(words) for start, words in zip(starts, passages, strict=True))
        yield Quoted(clause, clause.text[min(starts) : end], abouts.get(clause_id, ""))
