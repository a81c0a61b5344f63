"""HR's decisions on entries: which one holds on a day, and the dated readings they make for the rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge import decided
from knowledge.ledger.entries import Entry, find_entry
from knowledge.values import Row, reading_value


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its number, the reading it takes ("": none), HR's words, whose it is, when made and from when it
    holds. ``withdraws``: from that day on nothing is decided."""

    number: int
    entry: str
    reading: str
    words: str
    by: str
    made_on: date
    since: date
    withdraws: bool = False


def follow(source: object, decisions: Iterable[Decision]) -> None:
    """Let rulings of this process follow these decisions, which are all that ``source`` holds, from now on."""
    last_first = tuple(sorted(decisions, key=lambda each: -each.number))
    rows = tuple(_row(each) for each in last_first if find_entry(each.entry))
    decided.hold(decided.Held(source, last_first, rows))


def decision_on(entry_id: str, on: date) -> Decision | None:
    """Give the decision on an entry that holds on a day: the last one made that had begun by then; None: open."""
    held = (each for each in decided.held().decisions if each.entry == entry_id and each.since <= on)
    last = next(held, None)
    return None if last is None or last.withdraws else last


def coming(entry_id: str, on: date) -> Decision | None:
    """Give what was decided or withdrawn last where it holds only from a later day on; None: there is nothing of it."""
    last = next((each for each in decided.held().decisions if each.entry == entry_id), None)
    return last if last and last.since > on else None


def _row(decision: Decision) -> Row:
    """The reading from the first day of a decision on; rows stand last first, so a later one counts before it."""
    return Row(reading_value(find_entry(decision.entry), _reading(decision)), since=decision.since)


def _reading(decision: Decision) -> str:
    entry: Entry = find_entry(decision.entry)
    found = None if decision.withdraws else entry.reading(decision.reading)
    return found.key if found else entry.readings[0].key if entry.readings else ""
