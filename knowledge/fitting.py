"""What is written beside the clauses and leans on their words, and where a clause does not have them any more."""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from knowledge.clauses import Clause
from knowledge.editions.proposing import figures_on
from knowledge.ledger.entries import load_entries
from knowledge.quoting import holds_words
from knowledge.ruling import RULES
from knowledge.understanding.lessons import situation_clauses, stored_questions
from knowledge.values import load_rows


@dataclass(frozen=True, slots=True)
class Written:
    """Something written beside a clause: what it is, and the words it rests on ("": none). ``figure`` names one."""

    clause: str
    what: str
    words: str = ""
    figure: str = ""


def all_written() -> tuple[Written, ...]:
    """Give everything that is written beside the clauses, clause by clause as it was written."""
    return tuple(each for found in _by_clause().values() for each in found)


def rests_on(clause: str) -> tuple[Written, ...]:
    """Give what is written beside a clause."""
    return _by_clause().get(clause, ())


def misfits(clauses: Mapping[str, Clause], on: date) -> tuple[Written, ...]:
    """Give what rests on words that its clause does not have, or on a clause that is not among these.

    A figure rests on the words in force on a day: those of the edition that changed it last.
    """
    figures = {figure.name: figure.words for figure in figures_on(on)}
    written = (replace(each, words=figures.get(each.figure, each.words)) for each in all_written())
    return tuple(each for each in written if not _fits(each, clauses.get(each.clause)))


def shaken(before: Clause, text: str) -> tuple[Written, ...]:
    """Give what rests on words of a clause that are not in a new text of it; all of it where the text is empty."""
    fitting = (each for each in rests_on(before.id) if not each.words or holds_words(before.text, each.words))
    return tuple(each for each in fitting if not text or (each.words and not holds_words(text, each.words)))


def _fits(written: Written, clause: Clause | None) -> bool:
    return clause is not None and (not written.words or holds_words(clause.text, written.words))


@functools.cache
def _by_clause() -> Mapping[str, tuple[Written, ...]]:
    found: dict[str, dict[Written, None]] = defaultdict(dict)
    for each in (*_figures(), *_rules(), *_entries(), *_engine()):
        found[each.clause][each] = None
    return {clause: tuple(written) for clause, written in found.items()}


def _figures() -> Iterator[Written]:
    for row in load_rows():
        name = row.value.name
        deciding = dict.fromkeys(situation for (situation, _), rule in RULES.items() if name in rule.figures)
        decides = f" (it decides in {', '.join(deciding)})" if deciding else ""
        yield Written(row.value.clause, f"the figure “{name}”{decides}", row.value.words, name)


def _rules() -> Iterator[Written]:
    for (situation, role), rule in RULES.items():
        for line in rule.lines:
            for cite in line.cites:
                yield Written(cite.clause_id, f"the rule “{situation}” for the {role}", cite.words)


def _entries() -> Iterator[Written]:
    for entry in load_entries():
        for passage in entry.passages:
            yield Written(passage.clause, f"the open question {entry.id}", passage.words)


def _engine() -> Iterator[Written]:
    yield from (Written(clause, "everyday questions") for clause, asked in stored_questions().items() if asked)
    for situation, clauses in situation_clauses().items():
        yield from (Written(clause, f"what is searched first in “{situation}”") for clause in clauses)
