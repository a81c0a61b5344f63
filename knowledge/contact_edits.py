"""A contact in other words: the clause that names it, with the new role, name, address or hours in place of the old."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.clauses import Clause
from knowledge.contacts import DESK, LINE, NAME, PERSON, ROLE, Contact, found_in, hours_words
from knowledge.errors import Sayable
from knowledge.line_words import EMAIL, PHONE, read_hours, read_number

_ADDRESS = re.compile(rf"{EMAIL.pattern}|{PHONE.pattern}")
_KINDS = {LINE: (PHONE, "a telephone number, such as 01639 000000"), DESK: (EMAIL, "an email address")}
_OF_PEOPLE = (_ADDRESS, "an email address or telephone number")


def reworded(clause: Clause, was: Contact, now: Contact) -> str:
    """Give the text of a clause with a contact in other words; what surrounds it stays as it is.

    Sayable where the new name, role, address or hours could not be read back, or the contact is not in the clause.
    """
    now = _tidied(now)
    _check(was, now)
    if was.kind == LINE:
        return _line_reworded(clause, was, now)
    found = next((match for match in _matches(clause, was)), None)
    if found is None:
        raise Sayable(f"{clause.label} doesn't name {was.called} in these words any more. Type “contacts”.")
    parts = [part for part in ("name", "role", "address") if found.groupdict().get(part)]
    return _with(clause.text, [(found.span(part), getattr(now, part)) for part in parts])


def _tidied(contact: Contact) -> Contact:
    plain = {part: " ".join(getattr(contact, part).split()).strip(" ,;") for part in ("role", "name", "address")}
    return replace(
        contact, **plain, hours="\n".join(line.strip() for line in contact.hours.split("\n") if line.strip())
    )


def _check(was: Contact, now: Contact) -> None:
    address, shape = _KINDS.get(was.kind, _OF_PEOPLE)
    if not address.fullmatch(now.address):
        raise Sayable(f"I need {shape} for {now.called}, and I can't read “{now.address[:60]}” as one.")
    if was.kind == PERSON and not NAME.fullmatch(now.name):
        raise Sayable(f"I need the name of a person, such as Anna Rees, and I can't read “{now.name[:60]}” as one.")
    if was.kind == PERSON and not ROLE.fullmatch(now.role):
        raise Sayable(
            "I need the role as the clause would have it, such as Head of Digital Operations, and I can't read "
            f"“{now.role[:60]}” as one."
        )


def _line_reworded(clause: Clause, was: Contact, now: Contact) -> str:
    if read_number(clause.text) is None:
        raise Sayable(f"I can't read one number in {clause.label}. Type “edit {clause.id}” to change all its words.")
    if now.hours != was.hours and read_hours(now.hours) is None:
        raise Sayable(
            "I can't read those hours, so I couldn't tell people when the line answers. Write a line for each, such as "
            "“Monday to Thursday: 8.30am to 5pm”."
        )
    changes = [(PHONE.search(clause.text).span(), now.address)]
    if now.role != was.role and was.role in clause.text:
        start = clause.text.index(was.role)
        changes.append(((start, start + len(was.role)), now.role))
    text = _with(clause.text, changes)
    return text if now.hours == was.hours else _with_hours(text, now.hours)


def _with_hours(text: str, hours: str) -> str:
    """The text with other lines of hours: its own go, and the new ones stand where the first of them stood."""
    lines, old = text.split("\n"), hours_words(text).split("\n")
    at = next((place for place, line in enumerate(lines) if line in old), len(lines))
    kept = [line for line in lines if line not in old]
    return "\n".join([*kept[:at], hours, *kept[at:]])


def _matches(clause: Clause, was: Contact) -> Iterator[re.Match]:
    for kind, found in found_in(clause):
        parts = found.groupdict()
        same = (parts.get("name") or "", parts["address"].rstrip(".")) == (was.name, was.address)
        if kind == was.kind and same:
            yield found


def _with(text: str, changes: list[tuple[tuple[int, int], str]]) -> str:
    for (start, end), words in sorted(changes, reverse=True):
        text = text[:start] + words + text[end:]
    return text
