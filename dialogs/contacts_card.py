"""The cards of the contacts for HR: the list with when each was last confirmed, and one of them as a form."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.contact_words import of_contact
from dialogs.desk import Turn
from dialogs.editions import may_edit
from dialogs.kb_views import A_PAGE_OF_CONTACTS, View, before, button, more_than
from dialogs.people import Directory
from dialogs.replies import Button, Card, Field
from dialogs.statuses import person_named
from knowledge.clauses import Library
from knowledge.confirmed import Standing, standing
from knowledge.contacts import DESK, LINE, PERSON, Contact, contacts_of
from knowledge.errors import Sayable
from knowledge.ledger.telling import day_of

_ADDRESSES = {LINE: "Telephone number", DESK: "Email address", PERSON: "Email address or telephone number"}
_HOW_TO_TYPE = (
    "Typing does the same: “confirm contact Jules Payne”, “confirm all contacts”, “change contact Jules Payne to” and "
    "the new name and address."
)


def contacts_card(turn: Turn, view: View, hint: str = "") -> Card:
    """Draw a page of the contacts, each with when it was last confirmed; editors can confirm or change one."""
    library = turn.desk.library
    every = contacts_of(library)
    page = every[view.first : view.first + A_PAGE_OF_CONTACTS]
    if not page:
        raise Sayable("Those contacts aren't there any more. Type “contacts” for those that are.")
    more, edits = more_than(library, view), may_edit(turn.person)
    turning = (*((button("More contacts", more),) if more else ()), button("Back", before(library, view)))
    choices = tuple((each.reads, _chosen(library, each)) for each in page)
    which = (Field("contact", "Which one would you like to confirm or change?", choices=choices, required=False),)
    return Card(
        title="The contacts that the policies name",
        body=(_counted(turn, every, view.first, len(page)), *(_told(turn, each) for each in page)),
        asks=hint or (_HOW_TO_TYPE if edits else ""),
        fields=which if edits else (),
        buttons=(*(_acts(every, view.first) if edits else ()), *turning),
    )


def contact_form(
    turn: Turn, contact: Contact, typed: Contact | None = None, since: str = "", why: str = "", hint: str = ""
) -> Card:
    """Draw a contact as a form: what it reads as now or what was typed, the first day of other words, and why."""
    library = turn.desk.library
    return Card(
        title=f"Change a contact: {contact.called}",
        body=(f"{library.get(contact.clause).label}. Nothing changes until somebody else in HR publishes it.",),
        asks=hint,
        fields=(
            *_parts(typed or contact),
            Field("since", "First day, if not today (such as 1 January 2027)", since, long=False),
            Field("why", "Why, in a sentence (it is kept)", why, long=False),
        ),
        buttons=(Button("Check this change", "contact.check", {"contact": contact.reads}),),
    )


def _parts(contact: Contact) -> Iterator[Field]:
    if contact.kind != DESK:
        yield Field("role", "Role" if contact.kind == PERSON else "Name of the line", contact.role, long=False)
    if contact.kind == PERSON:
        yield Field("name", "Name", contact.name, long=False)
    yield Field("address", _ADDRESSES[contact.kind], contact.address, long=False)
    if contact.kind == LINE:
        yield Field("hours", "Hours, a line for each (such as Monday to Friday: 9am to 5pm)", contact.hours)


def mark_of(contacts: tuple[Contact, ...]) -> str:
    """Give a mark that tells these contacts from any others, for the button that confirms them all."""
    return hashlib.sha256("\n".join(each.reads for each in contacts).encode()).hexdigest()[:16]


def with_parts(contact: Contact, parts: dict[str, Any]) -> Contact:
    """Give a contact with what was typed in its form."""
    typed = {name: str(parts[name]).strip() for name in ("role", "name", "address", "hours") if parts.get(name)}
    return replace(contact, **typed)


def _acts(every: tuple[Contact, ...], first: int) -> tuple[Button, ...]:
    return (
        Button("Confirm the chosen contact", "contact.confirm", {"first": first}),
        Button("Change the chosen contact", "contact.edit", {"first": first}),
        Button(f"Confirm all {len(every)} contacts", "contact.confirm_all", {"first": first, "mark": mark_of(every)}),
    )


def _counted(turn: Turn, every: tuple[Contact, ...], first: int, shown: int) -> str:
    due = sum(standing(each, turn.today).is_due(turn.today) for each in every)
    waits = f"{due} {'is' if due == 1 else 'are'} due: each is confirmed once a year." if due else "None is due."
    return f"{first + 1} to {first + shown} of {len(every)} contacts. {waits}"


def _told(turn: Turn, contact: Contact) -> str:
    library = turn.desk.library
    stands = _how_it_stands(standing(contact, turn.today), turn.today, turn.desk.directory)
    return f"{of_contact(library, contact)}. {stands}"


def _how_it_stands(standing: Standing, today: date, directory: Directory) -> str:
    """Tell when a contact was last confirmed and by whom, or since when it is named, and when it is due again."""
    due = standing.is_due(today)
    if standing.confirmed:
        by = person_named(directory, standing.confirmed.by).name
        confirmed = f"onfirmed on {day_of(standing.confirmed.on)} by {by}"
        return f"Last c{confirmed}; due now." if due else f"C{confirmed}; due again on {day_of(standing.due_on)}."
    when = "due now" if due else f"due on {day_of(standing.due_on)}"
    if not standing.came:
        return f"Not confirmed since it was changed from {day_of(standing.named)} on; {when}."
    return f"Never confirmed; as the scheme has it{_of(standing)}; {when}."


def _of(standing: Standing) -> str:
    return f" of {standing.named:%B %Y}" if standing.named else ""


def _chosen(library: Library, contact: Contact) -> str:
    return f"{contact.role}{f': {contact.name}' if contact.name else ''} ({library.get(contact.clause).id})"
