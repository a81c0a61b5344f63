"""How HR decides what the policies leave unclear: what may be decided, by whom, and in which words."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from dialogs.people import Person
from dialogs.wording import listed
from knowledge.errors import Sayable
from knowledge.ledger.entries import Entry, find_entry, load_entries
from knowledge.ledger.landing import Landed, as_read
from storage import ledger
from storage.tables import LedgerDecision

EDITOR = "hr_editor"
LONGEST = 1000
SETTLES = (
    " Type “ambiguities” for what's unclear in the policies, and to decide it; “edit” and a clause to change one, "
    "“history” for what was changed, and “reviews” for what falls due for review."
)
STATES = ("open", "decided", "handled")


@dataclass(frozen=True, slots=True)
class Settlement:
    """What is to be recorded on an entry: the reading ("": none), HR's words and the first day on which it holds.

    ``follows`` is the last row of the entry as it was shown, so that nobody decides over another's decision unseen.
    """

    entry: Entry
    reading: str
    words: str
    since: date
    follows: int


def may_settle(person: Person) -> bool:
    """Say whether this person decides what is unclear."""
    return person.known and EDITOR in person.roles


def entry_named(entry_id: str) -> Entry:
    """Give the entry with this id; Sayable where there is none."""
    entry = find_entry(entry_id)
    if entry is None:
        raise Sayable(f"There is no {entry_id.strip().upper()!s:.20}: the list goes from X1 to X{len(load_entries())}.")
    return entry


def last_row(session: Session, entry: Entry) -> int:
    """Give the last row of an entry, 0 where it has none."""
    last = ledger.last_of(session=session, entry=entry.id)
    return last.id if last else 0


def check(entry: Entry, reading: str, words: str) -> None:
    """Raise Sayable where this cannot be recorded: a reading that the entry does not have, no words or too many."""
    if reading and entry.reading(reading) is None:
        keys = [each.key for each in entry.readings]
        can = f"It can be read as {listed(keys, 'or')}." if keys else "It is decided in words alone, without a reading."
        raise Sayable(f"{entry.id} has no reading {reading!r:.40}. {can}")
    if not words.strip():
        raise Sayable("Please say what HR decided, in words that people can read.")
    if len(words) > LONGEST:
        raise Sayable(f"Those words are too long: people should read them in a moment. {LONGEST} characters at most.")


def settle(session: Session, what: Settlement, by: str, now: datetime) -> LedgerDecision:
    """Record a decision and its audit row; Sayable where it cannot be, or somebody else has decided meanwhile."""
    check(what.entry, what.reading, what.words)
    made = ledger.decide(
        session=session,
        entry=what.entry.id,
        reading=what.reading,
        words=" ".join(what.words.split()),
        since=what.since,
        by=by,
        follows=what.follows,
        now=now,
    )
    return _made(made, what.entry)


def reopen(session: Session, entry: Entry, since: date, by: str, follows: int, now: datetime) -> LedgerDecision:
    """Withdraw what was decided, from a day on; Sayable where nothing is, or somebody else has changed it meanwhile."""
    last = ledger.last_of(session=session, entry=entry.id)
    if last is None or last.withdraws:
        raise Sayable(f"Nothing is decided on {entry.id}, so there's nothing to withdraw.")
    made = ledger.withdraw(session=session, entry=entry.id, since=since, by=by, follows=follows, now=now)
    return _made(made, entry)


def all_as_read(on: date) -> tuple[Landed, ...]:
    """Give every entry as it is read on a day: the open ones first, then the decided, then those that need none."""
    return tuple(
        sorted((as_read(entry, on) for entry in load_entries()), key=lambda each: STATES.index(state_of(each)))
    )


def state_of(landed: Landed) -> str:
    """Say whether an entry is open, decided, or handled by the product so that nothing need be decided."""
    if landed.decision:
        return "decided"
    return "handled" if landed.entry.served else "open"


def _made(row: LedgerDecision | None, entry: Entry) -> LedgerDecision:
    if row is None:
        raise Sayable(
            f"{entry.id} has been decided since you looked, so nothing was recorded. Please look at it again."
        )
    return row
