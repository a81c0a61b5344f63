"""HR's decisions on entries: which one holds on a day, and the dated readings they make for the rules."""

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


def decision_on(entry_id: str, on: date) -> Decision | None:
    """Give the decision on an entry that holds on a day: the last one made that had begun by then; None: open."""
    held = (each for each in decided.held().decisions if each.entry == entry_id and each.since <= on)
    last = next(held, None)
    return None if last is None or last.withdraws else last


def coming(entry_id: str, on: date) -> Decision | None:
    """Give what was decided or withdrawn last where it holds only from a later day on; None: there is nothing of it."""
    last = next((each for each in decided.held().decisions if each.entry == entry_id), None)
    return last if last and last.since > on else None


def row_of(decision: Decision) -> Row:
    """Give the reading from the first day of a decision on; rows stand last first, so a later one counts before it."""
    return Row(reading_value(find_entry(decision.entry), _reading(decision)), since=decision.since)


def _reading(decision: Decision) -> str:
    entry: Entry = find_entry(decision.entry)
    found = None if decision.withdraws else entry.reading(decision.reading)
    return found.key if found else entry.readings[0].key if entry.readings else ""
