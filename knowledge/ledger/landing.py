"""Which entries a ruling lands on, and how each of them is read on the day of the ruling."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from knowledge.ledger.decisions import Decision, decision_on
from knowledge.ledger.entries import Entry, Landing, Passage, load_entries
from knowledge.values import in_words, value

_FIGURE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Landed:
    """An entry that was met, the reading that was used ("": it has none), and HR's decision, None while it is open.

    ``passages`` are those of the entry that bear on the case.
    """

    entry: Entry
    reading: str
    decision: Decision | None
    passages: tuple[Passage, ...]


def landed_on(
    situation: str, role: str, lines: Collection[str], known: Mapping[str, object], on: date
) -> tuple[Landed, ...]:
    """Give the entries that a ruling of these lines lands on, from the facts that are known (typed, None where not)."""
    return tuple(
        as_read(entry, on, landing.passages)
        for entry, landing in _lands(situation, role)
        if _holds(landing, lines, known, on)
    )


def as_read(entry: Entry, on: date, clauses: Collection[str] = ()) -> Landed:
    """Give an entry as it reads on a day, with HR's decision, and its passages of ``clauses`` (none: all)."""
    reading = str(value(entry.id, on).amount) if entry.readings else ""
    passages = tuple(each for each in entry.passages if not clauses or each.clause in clauses)
    return Landed(_with_figures(entry, on), reading, decision_on(entry.id, on), passages)


def _with_figures(entry: Entry, on: date) -> Entry:
    """The entry with the figures in force on a day in place of their names: ``{gift_reason_over}``."""
    if not _FIGURE.search(entry.says + entry.safest):
        return entry
    says, safest = (
        _FIGURE.sub(lambda found: in_words(value(found[1], on)), words) for words in (entry.says, entry.safest)
    )
    return replace(entry, says=says, safest=safest)


@cache
def _lands(situation: str, role: str) -> tuple[tuple[Entry, Landing], ...]:
    return tuple(_all_lands(situation, role))


def _all_lands(situation: str, role: str) -> Iterator[tuple[Entry, Landing]]:
    for entry in load_entries():
        for landing in entry.lands:
            if (landing.situation, landing.role) == (situation, role):
                yield entry, landing


def _holds(landing: Landing, lines: Collection[str], known: Mapping[str, object], on: date) -> bool:
    if landing.lines and not set(landing.lines) & set(lines):
        return False
    if any(known.get(name) not in values for name, values in landing.facts.items()):
        return False
    needed = (*landing.known, *landing.up_to, *landing.over)
    if any(known.get(name) is None for name in needed):
        return False
    return all(known[name] <= value(figure, on).amount for name, figure in landing.up_to.items()) and all(
        known[name] > value(figure, on).amount for name, figure in landing.over.items()
    )
