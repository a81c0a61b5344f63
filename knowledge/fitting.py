"""What is written beside the clauses and leans on their words, and where a clause does not have them any more."""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from knowledge.clauses import Clause
from knowledge.definitions.passages import words_on
from knowledge.definitions.terms import load_terms
from knowledge.documents.parting import plain
from knowledge.editions.proposing import figures_on
from knowledge.helplines import load_hours
from knowledge.ledger.entries import load_entries
from knowledge.line_words import read_email, read_hours, read_number
from knowledge.policies.employee_code_of_conduct.rules.school import ADVISORY
from knowledge.quoting import holds_words
from knowledge.ruling import RULES
from knowledge.understanding.lessons import situation_clauses, stored_questions
from knowledge.values import load_rows


@dataclass(frozen=True, slots=True)
class Written:
    """Something written beside a clause: what it is, and the words it rests on ("": none). ``figure`` names one.

    ``verbatim``: it is passed over where the words do not stand there letter for letter. ``reads``: it is read anew in
    whatever words the clause has, so that it fits as long as it can be.
    """

    clause: str
    what: str
    words: str = ""
    figure: str = ""
    verbatim: bool = False
    reads: Callable[[str], object] | None = None


def all_written() -> tuple[Written, ...]:
    """Give everything that is written beside the clauses, clause by clause as it was written."""
    return tuple(each for found in _by_clause().values() for each in found)


def rests_on(clause: str) -> tuple[Written, ...]:
    """Give what is written beside a clause."""
    return _by_clause().get(clause, ())


def misfits(clauses: Mapping[str, Clause], on: date) -> tuple[Written, ...]:
    """Give what rests on words that its clause does not have, or on a clause that is not among these.

    Words that say a figure are those in force on a day: those of the edition that changed it last.
    """
    held = {clause_id: clause.text for clause_id, clause in clauses.items()}
    return tuple(each for each in _worded(all_written(), on) if not _fits(each, held.get(each.clause), on))


def shaken(before: Clause, text: str, on: date) -> tuple[Written, ...]:
    """Give what rests on words of a clause that are not in a new text of it; all of it where the text is empty.

    Words that say a figure are those in force on a day.
    """
    fitting = (each for each in _worded(rests_on(before.id), on) if _fits(each, before.text, on))
    return tuple(each for each in fitting if not _fits(each, text or None, on))


def _fits(written: Written, text: str | None, on: date) -> bool:
    """Whether a clause has the words; another kind of quotation mark or dash is no difference."""
    if text is None or not written.words:
        return text is not None
    if written.reads:
        return written.reads(text) is not None
    if written.verbatim:
        return words_on(written.clause, written.words, text, on) is not None
    return holds_words(plain(text), plain(written.words))


def _worded(written: Iterable[Written], on: date) -> Iterator[Written]:
    """What is written, with the words that say a figure on a day in place of those that said it at first."""
    now = {figure.name: figure.words for figure in figures_on(on)}
    first = [row.value for row in load_rows()]
    changed = [
        (each.clause, each.words, now[each.name]) for each in first if now.get(each.name, each.words) != each.words
    ]
    for each in written:
        for clause, old, new in changed:
            if clause == each.clause and not each.verbatim:
                each = replace(each, words=" ".join(each.words.split()).replace(old, new))
        yield each


@functools.cache
def _by_clause() -> Mapping[str, tuple[Written, ...]]:
    found: dict[str, dict[Written, None]] = defaultdict(dict)
    for each in (*_figures(), *_rules(), *_entries(), *_terms(), *_lines(), *_engine()):
        found[each.clause][each] = None
    return {clause: tuple(written) for clause, written in found.items()}


def _figures() -> Iterator[Written]:
    for row in load_rows():
        name = row.value.name
        deciding = dict.fromkeys(situation for (situation, _), rule in RULES.items() if name in rule.figures)
        decides = f" (it decides in {', '.join(deciding)})" if deciding else ""
        yield Written(row.value.clause, f"the figure “{name}”{decides}", row.value.words, name)


def _rules() -> Iterator[Written]:
    yield Written(ADVISORY.clause_id, "every rule for the staff of some schools", ADVISORY.words)
    for (situation, role), rule in RULES.items():
        for line in rule.lines:
            for cite in line.cites:
                yield Written(cite.clause_id, f"the rule “{situation}” for the {role}", cite.words)


def _entries() -> Iterator[Written]:
    for entry in load_entries():
        for passage in entry.passages:
            yield Written(passage.clause, f"the open question {entry.id}", passage.words)


def _terms() -> Iterator[Written]:
    for term in load_terms():
        for passage in (*term.passages, *term.extra.values()):
            yield Written(passage.clause, f"the definition of “{term.id}”", passage.words, verbatim=True)


def _lines() -> Iterator[Written]:
    hours = load_hours()
    yield Written(hours.email_clause.id, "the address of the help line", hours.email, reads=read_email)
    for line in hours.lines:
        yield Written(line.clause.id, f"the number of “{line.name}”", line.number, reads=read_number)
        for shift in line.shifts:
            yield Written(line.clause.id, f"the hours of “{line.name}”", shift.words, reads=read_hours)


def _engine() -> Iterator[Written]:
    yield from (Written(clause, "everyday questions") for clause, asked in stored_questions().items() if asked)
    for situation, clauses in situation_clauses().items():
        yield from (Written(clause, f"what is searched first in “{situation}”") for clause in clauses)
