"""What a change of the policies does to the contacts, for its check and its preview: what the bot will say of each."""

from collections.abc import Iterator, Sequence

from dialogs.editions import Proposal
from dialogs.wording import said
from knowledge import decided
from knowledge.clauses import Clause, Library
from knowledge.contacts import LINE, Contact, contacts_in, contacts_of
from knowledge.editions.edits import ClauseEdit, Edition
from knowledge.editions.impact import supposed_with
from knowledge.editions.overlay import library_on
from knowledge.helplines import Hours, hours_of

Row = tuple[str, str]


def contacts_shown(edition: Edition) -> tuple[Row, ...]:
    """Give a row for each contact that an edition changes, adds or takes away: role, and how it reads then and now."""
    before, after = library_on(edition.since), _after(edition)
    rows = (row for edit in edition.clauses for row in _of_clause(before, after, edit))
    return tuple(rows)


def unread_contacts(edition: Edition) -> tuple[str, ...]:
    """Tell which lines or addresses could not be read in the new words, and where an old address still stands."""
    after = _after(edition)
    return (*_unread(after, edition.clauses), *_still_elsewhere(library_on(edition.since), after, edition.clauses))


def of_proposal(what: Proposal) -> Edition:
    """Give what is not proposed yet as an edition."""
    return Edition(0, what.since, what.clauses, what.figures)


def _after(edition: Edition) -> Library:
    with decided.supposing(supposed_with(edition)):
        return library_on(edition.since)


def _of_clause(before: Library, after: Library, edit: ClauseEdit) -> Iterator[Row]:
    old, new = contacts_in(before, edit.clause), contacts_in(after, edit.clause)
    gone = [each for each in old if each.reads not in {one.reads for one in new}]
    come = [each for each in new if each.reads not in {one.reads for one in old}]
    for each in come:
        was = _was(each, gone)
        if was:
            gone.remove(was)
        yield from _rows(each, was)
    for each in gone:
        yield said(each.role), f"no longer named; {_parts(each)} now"


def _rows(contact: Contact, was: Contact | None) -> Iterator[Row]:
    if was is None or _parts(contact) != _parts(was):
        now = f" ({_parts(was)} now)" if was and contact.name else f", {_parts(was)} now" if was else ""
        yield said(contact.role), f"{_parts(contact)}{now}"
    if contact.kind == LINE and (was is None or contact.hours != was.hours):
        yield f"{said(contact.role)}, hours", f"{_hours(contact)}{f' ({_hours(was)} now)' if was else ''}"


def _was(contact: Contact, gone: Sequence[Contact]) -> Contact | None:
    """Who stood in the place of a contact: the one of that role, else of that name, else the only one there was."""
    for part in ("role", "name"):
        same = [each for each in gone if getattr(each, part) and getattr(each, part) == getattr(contact, part)]
        if same:
            return same[0]
    return gone[0] if len(gone) == 1 else None


def _parts(contact: Contact) -> str:
    return said(", ".join(part for part in (contact.name, contact.address or "no number that I can read") if part))


def _hours(contact: Contact) -> str:
    return said("; ".join(contact.hours.split("\n")))


def _unread(after: Library, edits: Sequence[ClauseEdit]) -> Iterator[str]:
    hours, changed = hours_of(after), {edit.clause for edit in edits}
    for clause in (*hours.unread, *hours.unread_email):
        if clause.id in changed:
            yield (
                f"I can't read {_what(clause, hours)} in these words: “{said(clause.text)}”. Whoever needs it would be "
                "shown the words as they stand."
            )


def _what(clause: Clause, hours: Hours) -> str:
    line = next((each for each in hours.lines if each.clause.id == clause.id), None)
    if line is None:
        return "one email address"
    return "one telephone number" if line.number is None else f"the hours of the {said(line.name)}"


def _still_elsewhere(before: Library, after: Library, edits: Sequence[ClauseEdit]) -> Iterator[str]:
    """Where an address or number that goes from a clause is still given in another one."""
    changed = {edit.clause for edit in edits}
    left = {each.address.casefold() for each in contacts_of(before) if each.clause in changed and each.address}
    left -= {each.address.casefold() for each in contacts_of(after) if each.clause in changed}
    for each in contacts_of(after):
        if each.clause not in changed and each.address.casefold() in left:
            place = said(after.get(each.clause).label)
            yield f"{place} still gives {said(each.address)}. Change that too, if it's meant."
