"""How contacts are told: role first, name second, and to whoever asks how far they can be counted on."""

from collections.abc import Iterator, Sequence
from datetime import date

from dialogs.wording import listed, said
from knowledge.clauses import Clause, Library
from knowledge.confirmed import Standing, people_in
from knowledge.contacts import Contact
from knowledge.ledger.telling import day_of


def of_contact(library: Library, contact: Contact) -> str:
    """Tell a contact: role first, then name, address and hours, and where it stands."""
    clause = library.get(contact.clause)
    parts = (contact.name, contact.address or "I can't read one number in its words", *contact.hours.split("\n"))
    place = clause.label.removeprefix(library.title(clause.policy)).lstrip(", ")
    return f"**{said(contact.role)}**: {', '.join(said(each) for each in parts if each)} ({said(place)})"


def told_of_people(library: Library, clauses: Sequence[Clause], quotes: Sequence[str], on: date) -> str:
    """Say in a sentence or two how far the people whom quoted clauses name can be counted on; "" where none are."""
    shown = " ".join(quotes)
    people = [each for each in people_in(library, [clause.id for clause in clauses], on) if each.contact.name in shown]
    alike: dict[tuple, list[Standing]] = {}
    for each in people:
        alike.setdefault((each.confirmed and each.confirmed.on, each.named, each.is_due(on)), []).append(each)
    groups = list(alike.values())
    fresh = [_fresh(group, whole=len(groups) == 1) for group in groups if not group[0].is_due(on)]
    stale = [_last_heard(group[0], _whom(group, len(groups) == 1)) for group in groups if group[0].is_due(on)]
    return " ".join((*fresh, *((f"{', and '.join(stale)}; ask for the role first.",) if stale else ())))


def _fresh(group: Sequence[Standing], whole: bool) -> str:
    first, names = group[0], _whom(group, whole)
    if first.confirmed:
        confirmed = f"onfirmed by HR on {day_of(first.confirmed.on)}."
        return f"C{confirmed}" if whole else f"{names}: c{confirmed}"
    return f"The scheme has named {names} since {day_of(first.named)}."


def _whom(group: Sequence[Standing], whole: bool) -> str:
    return "them" if whole and len(group) > 1 else listed([each.contact.name for each in group])


def _last_heard(standing: Standing, whom: str) -> str:
    if standing.confirmed:
        return f"HR last confirmed {whom} on {day_of(standing.confirmed.on)}"
    if standing.named is None:
        return f"The scheme names {whom} without a date"
    return f"The scheme named {whom} in {standing.named:%B %Y}"


def by_role(library: Library, clause: Clause, on: date) -> str:
    """Name the people of a clause, role first: ``the Head of Digital Operations (Jules Payne)``; "" where none are."""
    people = [each.contact for each in people_in(library, (clause.id,), on)]
    return listed([f"the {each.role} ({each.name})" for each in people], "or")


def each_line(library: Library, contacts: Sequence[Contact]) -> Iterator[str]:
    """Tell contacts one by one, as points of a list."""
    return (f"• {of_contact(library, each)}" for each in contacts)
