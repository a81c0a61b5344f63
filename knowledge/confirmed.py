"""Whether a contact still stands: when a policy named it, when HR last confirmed it, and when it is due again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge import decided
from knowledge.clauses import Library, load_library
from knowledge.contacts import PERSON, Contact, contacts_in, contacts_of
from knowledge.days import months_after
from knowledge.editions.overlay import library_on

A_YEAR = 12  # months after which a contact is confirmed again


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody in HR confirmed a contact as it read on a day (``Contact.reads``)."""

    reads: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contact stands on a day. ``named`` is the first day of the words that name it (None: they carry no date),
    ``came`` says that they are those that came with the policy."""

    contact: Contact
    named: date | None
    came: bool
    confirmed: Confirmation | None
    due_on: date | None

    def is_due(self, on: date) -> bool:
        """Whether nobody has named or confirmed it for a year."""
        return self.due_on is None or self.due_on <= on


def standing(contact: Contact, on: date) -> Standing:
    """Give how a contact stands on a day. A confirmation counts while the contact reads as it did then."""
    held = (each for each in decided.held().confirmations if each.reads == contact.reads and each.on <= on)
    confirmed = max(held, key=lambda each: each.on, default=None)
    changed = _changed_on(contact, on)
    named = changed or _came_on(contact)
    last = confirmed.on if confirmed else named
    return Standing(contact, named, changed is None, confirmed, months_after(last, A_YEAR) if last else None)


def _came_on(contact: Contact) -> date | None:
    """The first day of the clause that names it, of the policies as they came; None where it has none."""
    library = load_library()
    clauses = (library.get(each.clause) for each in contacts_of(library) if each.reads == contact.reads)
    return next((clause.effective_from for clause in clauses), None)


def _changed_on(contact: Contact, on: date) -> date | None:
    """The day since which it reads so without a break; None where it does as it came."""
    editions = decided.held().editions
    days = sorted({day for each in editions for day in (each.since, each.until) if day and day <= on}, reverse=True)
    since = None
    for library, day in (*((library_on(day), day) for day in days), (load_library(), None)):
        if not any(each.reads == contact.reads for each in contacts_of(library)):
            return since
        since = day
    return None


def people_in(library: Library, clauses: Sequence[str], on: date) -> tuple[Standing, ...]:
    """Give how the people stand whom these clauses name."""
    people = (each for clause in clauses for each in contacts_in(library, clause) if each.kind == PERSON)
    return tuple(standing(each, on) for each in people)


def confirmed_whom(said: str, library: Library, clauses: Sequence[str], on: date) -> bool:
    """Tell whether HR have confirmed, within the year, those of the people named by clauses of whom words speak.

    Words that speak of none of them by surname speak of all.
    """
    people = people_in(library, clauses, on)
    spoken_of = [each for each in people if each.contact.name.split()[-1].casefold() in said.casefold()]
    return bool(people) and all(each.confirmed and not each.is_due(on) for each in spoken_of or people)
